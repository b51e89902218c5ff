/** What kind of thing a sentence states: what was settled, how much, when, who does what, what stands against it, what was promised. */
export type StatementKind = 'decision' | 'amount' | 'date' | 'role' | 'objection' | 'promise'

/** Besides the kinds: words that say something has changed, small talk, and what leaves a thing open. */
export type CueGroup = StatementKind | 'change' | 'chat' | 'open'

/** Words by which a kind is known, the strong ones and the weak ones. `*` stands for any ending; words joined by `_` are said together. */
type Cues = { strong: string; weak: string }

/** The words of each kind, as people write in sales: English, then what is most usual in German and French. */
export const cues: Record<CueGroup, Cues> = {
  decision: {
    strong: `decid* unanimous* prefers won_out wins_out carried_the_day prevailed fell_on falls_on come_down_to comes_down_to choice* winner settles settle approved greenlighted going_to_be will_be has_become official decision* agree agreed agreement approv* signed_off sign_off signs_off signoff sign-off green_light green-lit greenlit
      greenlight* go_with going_with went_with goes_with go_for going_for went_for opt_for opted opting chose chosen choose chooses choosing settled_on settle_on
      settles_on settled committed_to commit_to final_word finalis* finaliz* ruled_out rule_out rules_out ruled dropped_the drop_the
      ditch* scrapp* abandon* adopt* picked selected select voted vote verdict ruling resolved resolv* conclud* made_up_their_mind made_up_her_mind
      made_up_his_mind stick_with sticking_with sticks_with stuck_with landed_on lands_on land_on standardis* standardiz* mandat* nailed_down
      locked_in lock_in signed_up_to blessed rubber-stamp* ratif* endors* thumbs_up cleared given_the_nod gave_the_nod nod_for said_yes
      said_no says_yes says_no turn_down turned_down reversed reversal overruled overturned change_of_plan changed_their_mind change_of_mind
      change_of_heart prevail* favour* favor* preference prefers preferred the_call_is our_call their_call made_the_call
      entschied* entscheid* beschlossen beschluss* freigegeben genehmigt zugestimmt festgelegt geeinigt décid* décision* validé* approuv* accord retenu`,
    weak: `instead will_use will_run will_be_using use_the run_on move_to moved_to moving_to switch* shift* replac* no_longer from_now_on rather_than
      over_to confirm* reject* plan_is the_plan keep keeping keeps kept stay_with stays_with stays remain* wins won winner lost_out
      prefer* option* route* direction course roll_out rollout start_with begin_with in_favour in_favor out_of_scope in_scope scope
      accept* accepts declin* refus* agreed_to allow* banned must_be has_to_be final firm official* formal* set_on bet_on backs backed back
      statt künftig bleibt wechsel* plutôt désormais`,
  },
  amount: {
    strong: `comes_to come_to stands_at stand_at amounts_to adds_up add_up put_at puts_at figure_for number_of calculate* estimat* set_aside counted costs_us budget* price* priced pricing cost* discount* quote* quoted spend* fee fees invoice* amount* worth total* revenue arr acv tcv mrr
      saving* licence* license* seat* user* headcount volume* per_cent percent percentage* cap capped ceiling rate* margin* uplift threshold
      quota* penalty penalties deposit payback roi preis* kosten rabatt* budget* prix coût* remise*`,
    weak: `million* thousand* hundred* dozen* double* triple* number* figure* count* average* at_most at_least up_to no_more_than
      roughly about around approximately sites site plants stores branches vehicles machines devices endpoints employees staff people agents
      tickets orders hours days weeks months gb tb terabytes records rows calls a_month a_year per_year per_month per_day annually monthly
      yearly each size sized target* limit* estimate* forecast* grew grown rise rose fell drop`,
  },
  date: {
    strong: `takes_place take_place falls_on is_fixed was_fixed fixed_for set_to happen happens aim_for aims_for aiming_for named scheduled project_plan calendar appointed_day day_of date_for date_of day_for deadline* due go-live go_live going_live goes_live cutover cut-over launch* kick-off kickoff kick_off expir* renew* postpon* delay*
      slipp* slip brought_forward pushed_back push_back pushed_to moved_to rescheduled pencilled slated scheduled target_date timeline milestone*
      start_date end_date effective no_later_than by_the_end end_of freeze board_meets sign_by signing signature_date start_on starts_on
      begins_on begin_on lands_on falls_on set_for planned_for booked_for due_on in_production termin* frist* verschoben verlänger* échéance* reporté*`,
    weak: `date start starts begin begins ends finish* complete* ready live until before after by on sign sign* meet* calendar quarter month week
      year window earliest latest target* schedul* plan* happen* held opens closes closing bis vor ab avant après`,
  },
  role: {
    strong: `in_the_hands in_his_hands in_her_hands looks_after look_after looking_after goes_through go_through person_to_ask introduced_as acts_as act_as serves_as served_as works_as decides_about decides_on decides_over signs_for answers_to reports_into reporting_to sponsor* leader* takes_care takes_on took_on inherits inherited hands_off became_head mans staffs supervis* manages managed coordinat* guides ceo cfo cto cio coo cmo ciso cpo vp svp evp chief director head heads manager lead leads champion sponsor buyer signatory
      decision-maker decision_maker gatekeeper approver owner owns reports_to report_to responsible in_charge takes_over took_over take_over taken_over
      taking_over replaces replaced_by succeed* successor predecessor promoted left_the_company has_left is_leaving joined joins appointed named
      final_say last_word budget_holder veto_right veto vetoes signs controls runs running speaks_for point_person point_of_contact main_contact contact_for
      handles handed_over hands_over hand_over steps_in stepped_in steps_down stepped_down acting interim on_leave new_role role
      heading oversees oversee accountable answers_for steer* chairs chaired represents hat desk remit belongs_to sits_with lies_with rests_with
      falls_to up_to delegat* assigned assigns nominat* entrusted zuständig verantwort* leitet leiter* leiterin nachfolg* übernimmt übernommen vorgesetzt*
      responsable dirige directeur directrice remplace reprend`,
    weak: `procurement legal security finance it operations engineering purchasing counsel team department president partner board committee
      boss colleague person woman man key main contact decide decides says_yes approves approve sign_for now new day-to-day`,
  },
  objection: {
    strong: `speaks_against argue* sceptic does_not_like doesn't_like don't_like do_not_like dislikes resistance quarrel* disagree* dissatisf* annoy* irritat* upset* displeas* misgiving* qualm* oppos* veto* rebuff* concern* worr* afraid hesita* pushback push_back pushes_back pushed_back objection* objected object_to objects doubt* sceptic* skeptic* unconvinced
      not_convinced not_happy unhappy blocker* blocking deal-breaker dealbreaker deal_breaker showstopper show-stopper unacceptable cannot_accept can't_accept
      won't_accept refus* dislik* fear* uneas* uncomfortable not_comfortable reluctan* complain* resist* sticking_point stumbling sore_point
      hang-up hangup reservation* overpriced too_expensive too_slow too_long too_risky too_complex too_much too_high too_big too_few too_little
      too_many too_late too_hard too_difficult too_rigid too_dependent too_heavy too_low too_small drawback* downside* shortcoming* red_line no-go nervous
      apprehens* wary cautious balk* baulk* bother* put_off thorn gripe* frustrat* disappoint* critic* lock-in vendor_lock-in not_enough
      not_sold not_ready against mistrust* distrust* unsure sore nagging troubl* problem_with issue_with trouble_with struggle* deterr*
      frown* grumbl* moan* dread* scared headache* pain_point sticking_with_the_old no_appetite stands_in_the_way in_the_way gets_in_the_way
      can't_live_with cannot_live_with hold_back holding_back holds_back held_back hard_to_swallow hard_sell
      bedenken sorge* einwand* zweifel* unzufrieden zu_teuer zu_lang* inquiet* doute* trop_cher réticen* crain*`,
    weak: `issue* problem* risk* expensive missing lack* gap gaps difficult hard slow complicated burden* unclear weak wrong bad worse worst fail* however but
      cannot can't won't don't doesn't not without never nobody no steep stuck stall* question* reject* unproven unknown unstable immature
      heavy cumbersome clumsy fragile effort overkill too`,
  },
  promise: {
    strong: `i_will i'll we_will we'll promis* i_owe we_owe will_send will_share will_get_back get_back_to follow_up following_up undertake
      committed_to on_me action_item ich_schicke ich_sende wir_schicken wir_senden werde_ich je_vous_envoie nous_vous_envoyons`,
    weak: `send share deliver provide prepare draft arrange introduce forward check_with ask_for`,
  },
  change: {
    strong: `no_longer any_more anymore instead_of instead replac* superse* outdated obsolete chang* revis* correct* updated reversed overruled overturned
      went_from goes_from go_from came_down come_down rais* lower* cut_to reduc* increas* grew_to grown_to rose_to rises_to fell_to falls_to dropped drops
      cancelled canceled withdrew withdrawn withdraw gave_up given_up made_peace make_peace resolved lifted settled gone
      taken_back off_the_table back_on after_all second_thought becomes became become turned_into turned_out moved shifted switched passed_from
      passed_to handed_to handed_over went_to goes_to in_place_of on_behalf_of steps_into stepped_into used_to formerly previously up_to_now until_now
      so_far from_now_on as_of effective_immediately with_immediate_effect new_head new_lead new_owner new_date new_figure new_number new_plan new_price live_with
      has_been_answered have_been_answered statt nicht_mehr ersetzt geändert korrigiert au_lieu ne_plus remplacé`,
    weak: `now new since but other earlier before old last_time first_said already back rather once`,
  },
  chat: {
    strong: `thanks thank_you weather weekend holiday* vacation coffee lunch dinner football regards cheers hope_you hope_this nice_to great_to
      good_to lovely talk_soon speak_soon see_you dial-in zoom_link traffic flight* airport birthday congratulations kids small_talk bye hello
      hi dear sorry_for apologies running_late bad_line audio microphone screen_share viele_grüße danke liebe_grüße merci bonjour cordialement`,
    weak: `laugh* chat* joke* catch_up caught_up lobby parking train hotel room cake sunny rain* snow* tired busy happy enjoy* link invite* recording
      notes_from minutes agenda as_usual usual`,
  },
  open: {
    strong: `maybe perhaps might could_be would_be asked_whether asked_if wonder* whether not_sure_yet undecided not_decided tbd to_be_decided open_question
      hypothetical* if_we if_they if_you vielleicht eventuell peut-être`,
    weak: `would could should if question* consider* think* discuss* talk* explor* look_at idea* suggest* propos*`,
  },
}

import type { Language } from './inflect.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))
type ByLanguage = Record<Language, ReadonlySet<string>>

/** Words by which a language is known; what denies and what leaves open is among them, because short sentences have little else. */
export const tellTale: Record<Exclude<Language, 'en'>, ReadonlySet<string>> = {
  de: words(
    'der die das den dem des ein eine einen einem einer eines und ist sind wurde wurden wird werden worden hat haben wir ihr sie es nicht kein keine keinen keiner nie noch schon aber auch mit von vom zum zur fur auf im am bei nach uber wenn falls sobald ob bis uns unser unsere ihre suchen liegt gibt',
  ),
  fr: words(
    'le la les un une des du de et est sont ete ont nous vous ils elle elles on notre votre leur pas ne jamais aucun aucune si quand mais aussi avec pour par dans sur en au aux ce cette que qui',
  ),
  es: words(
    'el la los las un una del de y es son esta estan fue fueron ha han hemos nosotros nuestro nuestra su sus no nunca ningun ninguna si cuando pero tambien con por para en que ya aun todavia ayer hoy se nos lo',
  ),
  nl: words(
    'de het een en is zijn was werd werden wordt worden heeft hebben wij we ons onze hun niet geen nooit nog al maar ook met van voor bij naar als zodra of dat er te zoeken ze u',
  ),
}

/** With which another noun begins. */
export const determiners = words(
  'a an the this that these those our your their its my his her all both half most any some no every each',
)

/** What a phrase may be without: articles, possessives and auxiliaries. */
export const little = words(
  "a an the this that these those our your their its my his her 's is are was were be been being am has have had der die das den dem des ein eine einen einem einer eines ist sind wurde wurden hat haben unser unsere ihr ihre le la les l un une des du d est sont a ete ont notre nos votre vos leur leurs",
)

/** Words that tie what follows to what comes before: in a phrase they keep their place. */
export const particles = words(
  'for of to in on at with from by into about as over after up out off than fur nach von mit zu an auf bei um de pour avec par sur vers',
)

export const pronouns = words(
  'i we you he she it they who which whom ich wir er sie ihr man je nous vous ils elle elles on il qui nosotros ellos wij ze',
)
export const conjunctions = words('and or plus und oder sowie et ou y en')
/** Words at which another thought begins. */
export const turns = words(
  'but however although though whereas because since while yet aber sondern obwohl weil denn doch mais car cependant puisque pero porque aunque maar omdat',
)

/** What makes a participle passive. */
export const passive = words("is are was were be been being am get gets got getting 's")
/** What stands before a participle in the active voice too. */
export const perfect = words('has have had')

/** Words that say when or how and change nothing of what was said. */
export const adverbs = words(
  'now already finally just also today yesterday tonight again all both fully officially formally then since still even indeed apparently early late long ago soon here there so far this last next and not never only',
)

/** After a noun these make a new one: a budget meeting is no budget. */
export const heads = words(
  'template meeting meetings owner owners holder holders committee process discussion discussions review reviews planning cycle season team question questions topic form sheet talk talks call calls deck approval approver proposal request requests round conversation expert manager',
)

/** Words that deny what they govern. */
export const denying: ByLanguage = {
  en: words(
    'no not never none nobody nothing neither nor without hardly barely cannot refuse refused refuses decline declined declines reject rejected rejects deny denied fail failed fails stop stopped stops quit unable lack lacks lacking far nowhere instead against unapproved doubt doubts doubted doubtful unlikely',
  ),
  de: words('nicht kein keine keinen keiner keinem keines nie niemals niemand nichts ohne weder abgelehnt'),
  fr: words('ne n pas jamais aucun aucune ni sans rien refuse'),
  es: words('no nunca jamas ningun ninguno ninguna nadie nada sin tampoco ni'),
  nl: words('niet geen nooit niemand niets zonder noch'),
}

/** Denials that affirm, or that are of something else. */
export const affirming =
  /\b(?:not (?:only|just|merely)|no (?:doubt|question|problem|problems|issue|issues|worries|surprise)|without (?:a )?(?:doubt|question|problems?|issues?|delay|further ado)|without (?:\w+ ){1,6}?(?=(?:they|we|she|he|it|i) )|nicht nur|kein(?:e)? (?:zweifel|problem|frage)|ohne (?:zweifel|probleme)|pas (?:seulement|de probleme)|sans (?:doute|probleme))\b/g

/** Words that leave open whether something has happened; the first list does so for what goes on as well. */
export const doubting: ByLanguage = {
  en: words(
    'if whether unless would could might maybe perhaps possibly will should shall pretend imagine suppose supposing whenever ideally wish wishes wished wishing theoretically hypothetically',
  ),
  de: words('wenn falls ob sofern vielleicht moglicherweise konnte konnten sollte sollten idealerweise angenommen'),
  fr: words('si peut-etre pourrait serait devrait'),
  es: words('si quiza quizas podria seria deberia'),
  nl: words('als indien of tenzij misschien zou zouden kan mits'),
}
export const awaiting: ByLanguage = {
  en: words(
    'once until till before provided assuming must can need needs want wants wanted hope hopes hoping hopefully expect expects expected expecting pending await awaits awaiting wait waits waiting likely probably try tries trying being getting get require requires required depends depending upon ensure towards toward yet eventually tbd forthcoming usually normally typically generally always sometimes target targeting chase chasing request requested requesting',
  ),
  de: words(
    'sobald bis bevor solange wohl wird werden muss mussen soll sollen kann durfte mochte mochten hoffentlich wahrscheinlich voraussichtlich warten wartet hoffen hoffe erwarten brauchen ausstehend',
  ),
  fr: words(
    'quand lorsque soit des avant tant sera seront doit doivent faut attente attend attendons attendre espere esperons esperer probablement sous',
  ),
  es: words(
    'cuando hasta antes sera seran debe deben tiene falta espera esperamos esperando esperar probablemente pendiente sea este necesitamos',
  ),
  nl: words(
    'zodra tot voordat wordt worden zal zullen moet moeten wacht wachten hopen hopelijk verwacht verwachten waarschijnlijk nodig',
  ),
}

/** What, beginning an earlier thought, makes all that follows depend on it. */
export const conditional =
  /^(?:and |but |so |then |und |et )?(?:if(?! you (?:(?:are|were) )?(?:wonder|ask|miss))|unless|once(?! again| more)|assuming|provided|should|in case(?! you (?:(?:are|were) )?(?:wonder|ask|miss))|as soon as|as long as|when(?=.*\b(?:is|gets|are)\b)|the (?:moment|minute|day)|in the event|on (?:the )?condition|only when|falls|wenn|sobald|sofern|solange|si|quand|lorsque|des que|une fois|cuando|en cuanto|als|indien|zodra)\b/
/** Before what somebody only asked about. */
export const wondering =
  /\b(?:asked|asking|ask|wonder|wondering|wonders) (?:(?:me|us|you|them|him|her|again) )?(?:if|whether|when|(?:about|for)(?! (?:is|was|are|were|has|have)\b)|how|who|why|what)\b/
/** What, right behind the phrase, takes it back or ties it to a condition. */
export const takenBack =
  /^(?:not yet|only (?:if|once|when|after)|if|unless|provided|assuming|pending|subject to|conditional|contingent|depending|as long as|as soon as|next|soon|by (?:then|end|next)|(?:sein|werden) (?:sollen|mussen|konnen)|(?:is|are) (?:a |always |generally )?(?:mandatory|required|needed|necessary|essential|missing|must|prerequisite)|nicht|wird|werden|werde|falls|sofern|si|sous reserve|a condition)\b/
const undone =
  '(?:withdrawn|revoked|cancelled|canceled|frozen|pulled|rescinded|reversed|slashed|cut|taken back|put on hold|on hold|gone|halved|exhausted|used up|spent|depleted|suspended|reallocated|lapsed|expired|scrapped|reduced|stopped|overturned)\\b'
export const revoked = new RegExp(
  `^(?:has |have |had )?(?:\\w+ly |already |since )*(?:expired|lapsed|ended|vanished|disappeared|evaporated|fell through)\\b|\\b(?:is|are|was|were|been|got|has|have|then|now|later|since) (?:(?:\\w+ly|already|again|now|since) )*${undone}`,
)
/** The same as a thought of its own that says nothing else of another. */
export const undoneLater = new RegExp(
  `^(?:(?:but|and|then|now|later|since|however|again|already|\\w+ly|it|they|that|is|are|was|were|been|got|has|have|had) )+${undone}`,
)
/** Times so long ago that what happened then is no news. */
export const bygoneDays =
  /(?<!\b(?:unlike|since|than|as|from|like|at|on|over|with|versus|vs|of|against|before|until) (?:the |our |in )?)\b(?:(?:last|previous|prior|past) (?:(?:fiscal|financial|calendar|budget|planning) )?(?:years?|cycle|season|spring|summer|autumn|fall|winter)|years? ago|back in (?:19|20)\d\d|letztes jahr|letzten jahr|im vorjahr|vor \w+ jahren|(?:l annee|an) derniere?|il y a \w+ ans|ano pasado|hace \w+ anos|vorig jaar|afgelopen jaar|\w+ jaar geleden)\b/
/** Whose doings are not the customer's. */
export const ofOthers =
  /\b(?:sister (?:company|firm)|competitors?|(?:another|a different|some other) (?:company|department|team|division|customer|client|firm|business unit)|other (?:companies|departments|teams|divisions|customers|clients|firms)|(?:my|a|our|one of our) (?:\w+ )?(?:friends?|partners?|suppliers?|cousin|neighbou?rs?|former employer|previous employer)|former employer|previous employer)\b/
/** A thought that is only to come: what it brings is not so yet, even where it goes on and is no event. */
export const toCome =
  /\b(?:once(?! again| more)|until|till|as soon as|the (?:moment|minute|day)|in case|in the event|on (?:the )?condition|fingers crossed|had have|with (?:any |a bit of )?luck)\b|\bwere (?:the|our|their|your|this|that)$|^(?:une fois|des que)\b/
/** Before what somebody tells with pleasure, or regret. */
export const gladly =
  /^.*\b(?:(?:glad|happy|pleased|thrilled|delighted|good|great|relieved|sorry) to (?:\w+ ){1,3}that|(?:should|must) know(?: that)?|note(?: that)?|can (?:now )?(?:confirm|report|announce)(?: that)?|assured(?: that)?|let you know(?: that)?|want you to know(?: that)?)(?= |$)/
/** Before what somebody asks us to do. */
export const polite = /\b(?:can|could|would|will|may) (?:you|we|i) (?:(?:please|kindly|also|just|perhaps|maybe|then|quickly) )*$/
/** A thought that says only this denies the one before it. */
export const denial = words(
  'no n a nope not yet open pending tbd unclear unknown nein noch nicht offen non pas encore n/a false ausstehend',
)

/** How a question begins. */
export const asking =
  /^(?:(?:and|so|but|or|hi|hello|hey|then|also|und|et) )*(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|shall|should|may|might|am|who|what|when|where|why|which|how|whose|ist|sind|war|wurde|wurden|hat|haben|habt|wird|kann|konnen|konnte|wer|was|wann|wo|warum|wie|welche|gibt|est-ce|est|avez|as|a-t|qui|quand|pourquoi|comment|combien|pouvez|peut|esta|estan|fue|han|hay|quien|cuando|cuanto|como|puede|werd|heeft|hebben|wie|wanneer|waarom|zijn)\b/
/** The same where no question mark stands: verb first, then who. */
export const inverted =
  /^(?:(?:and|so|but|or|hi|hello|hey) )*(?:is|are|was|were|has|have|did|does|do|can|could|will|would) (?:the|their|your|our|this|that|a|any|it|they|you|we|he|she|anyone|anybody|someone|somebody)\b|\bhad (?:the|their|your|our|this|that|it|they|you|we) (?:\w+ ){0,2}been\b/
/** Words by which somebody is asked to find out, or sets out to. */
export const requesting =
  /(?:\b(?:please|pls|kindly|can you|could you|would you|need to|have to|has to|must|should|let's|want to|wants to|going to|plan to|plans to|action|todo|will|bitte)\b.*)\b(?:confirm|check|verify|ensure|make sure|find out|clarify|ask|see|learn|get|have|prufen|klaren|bestatigen)\b|^(?:(?:to|then|and|todo|next) )*(?:please |pls )?(?:confirm|check|verify|ensure|make sure|find out|clarify|ask|see|chase|get|obtain|secure|await)\b|\b(?:to|not) (?:be|get|have|see|know|hear)\b|\bas soon as\b/

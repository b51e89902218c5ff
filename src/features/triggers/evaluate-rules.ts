import { dayIn } from '../../records/days/calendar.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import type { Rules } from '../../records/rules/compile-rules.ts'
import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import { listRecords } from '../../workspace/records.ts'
import { seenKeys } from '../../workspace/rule-file.ts'
import { namesFor } from '../../workspace/scope.ts'
import { chooseSubjects } from './choose-subjects.ts'
import { type Decision, decide } from './decide.ts'
import { findPeople } from './find-people.ts'
import { judgeRule } from './judge-rule.ts'
import { openTree, type Tree } from './open-tree.ts'
import type { Hands } from './plan-actions.ts'
import { needRules, readRules } from './read-rules.ts'
import { readState, type State, stateOf } from './read-state.ts'

type Session = {
  people: People
  settings: WorkspaceSettings
  team: TeamFields | undefined
  now: Date
  me: string | undefined
}

type Asked = Session & {
  /** Only this rule. */
  rule?: string | undefined
  /** Only what belongs to this customer. */
  customer?: string | undefined
  includeKnown?: boolean | undefined
}

/** All that came of asking the rules: what each decided, and with what it may be carried out. */
export type Evaluated = { decisions: Decision[]; rules: Rules; state: State; hands: Hands; today: string; tree: Tree }

/** Opens the rules of the team and of the person who asks. */
export const openRules = (place: Place, { team, me }: Pick<Session, 'team' | 'me'>): Rules =>
  readRules(place, { names: namesFor(team), seen: () => seenKeys(place, team), me })

/** Asks the rules of everything they are about, and decides what follows. Writes nothing. */
export async function evaluateRules(place: Place, asked: Asked): Promise<Evaluated> {
  const { people, settings, now } = asked
  const tree = openTree(place, asked)
  const rules = openRules(place, asked)
  const state = readState(place)
  const team = listRecords(place, 'person').records.map(({ value }) => value.name)
  const today = dayIn(settings.timezone, now)
  const decisions: Decision[] = []
  for (const rule of needRules(rules, asked.rule)) {
    if (rule.needsWatch) continue
    const subjects = await chooseSubjects(rule, tree, asked.customer)
    const verdicts = subjects.map((subject) => judgeRule(rule, subject, tree, team))
    const past = asked.customer ? ofCustomer(stateOf(rule, state), asked.customer) : stateOf(rule, state)
    decisions.push(decide(rule, verdicts, past, { includeKnown: asked.includeKnown ?? false, isUnread: tree.isUnread }))
  }
  const hands = { tree, find: findPeople(place, people, tree), workingDays: settings.working_days }
  return { decisions, rules, state, hands, today, tree }
}

/** Of one customer only its own episodes are judged; whether the rule is new is told by all. */
const ofCustomer = (state: State, customer: string): State => ({
  ...state,
  episodes: state.episodes.filter(({ value }) => value.customer === customer || value.subjects),
})

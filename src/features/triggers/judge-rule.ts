import { evaluate } from '../../records/condition/evaluate.ts'
import { explainCondition } from '../../records/condition/explain.ts'
import type { Scope } from '../../records/condition/step.ts'
import { once } from '../../records/once.ts'
import type { Rule, RuleCondition } from '../../records/rules/compile-rules.ts'
import { findOrigin, type Origin } from './find-origin.ts'
import { findSaid, type Said } from './find-said.ts'
import type { Subject, Tree } from './open-tree.ts'

/** What came of asking a rule of one subject. */
export type Verdict = {
  subject: Subject
  today: string
  holds: boolean
  because: string
  /** It could not be asked: what is known of it stays as it was. */
  wrong?: string
  said?: Said
  /** The local day it became true, and what tells this episode from the next; worked out when it is asked for. */
  origin(): Origin
}

/** Asks a rule of one subject. One that goes wrong says so and hinders no other. */
export function judgeRule(rule: Rule, subject: Subject, tree: Tree, team: readonly string[]): Verdict {
  const today = tree.todayOf(subject)
  const scope = tree.scopeOn(subject, { me: rule.personal })
  const heard = rule.keywords.length > 0 ? findSaid({ rule, subject, tree, team }) : undefined
  const said = heard?.said
  const asked = { subject, today, origin: once(() => findOrigin(rule, subject, tree, said)) }
  if (heard && !said) return { ...asked, holds: false, because: heard.because }
  const verdicts = (conditions: readonly RuleCondition[]) =>
    conditions.map((condition) => ({ condition, ...evaluate(condition, scope) }))
  const all = verdicts(rule.all)
  const failed = all.find(({ holds }) => !holds)
  const any = failed ? [] : verdicts(rule.any)
  const holds = !failed && (rule.any.length === 0 || any.some((one) => one.holds))
  const say = sayHealth(subject, tree, rule)
  if (!holds) {
    const against = failed ? [failed] : any
    const wrong = against.find((one) => one.wrong)?.wrong
    const because = against.map((one) => sayAgainst(one, rule, scope)).join('; ')
    return { ...asked, holds, because: say(because), ...(wrong && { wrong }) }
  }
  const reasons = [...all, ...any.filter((one) => one.holds)].map(({ condition }) => explain(condition, rule, scope))
  const because = [...(said ? [`"${said.keyword}" was said on ${said.day}`] : []), ...reasons].join('; ')
  return { ...asked, holds, because: say(because), ...(said && { said }) }
}

type Asked = { condition: RuleCondition; noData?: readonly string[]; wrong?: string }

const explain = ({ text }: RuleCondition, { about, names }: Rule, scope: Scope) =>
  explainCondition(text, { about, names, clock: 'rule' }, scope)

function sayAgainst({ condition, noData, wrong }: Asked, rule: Rule, scope: Scope): string {
  if (wrong) return `${condition.text}: ${wrong}`
  return noData?.length ? `no data: ${noData.join(', ')}` : explain(condition, rule, scope)
}

/** Adds to a health what it is made of. */
const sayHealth = (subject: Subject, tree: Tree, rule: Rule) => (because: string) => {
  if (!rule.reads.has('health_score')) return because
  return because.replace(/\bhealth_score is (\d+) \(wanted ([^)]*)\)/, (_, score: string, wanted: string) => {
    const { byHand, parts } = tree.healthOf(subject)
    const told = byHand
      ? 'set by hand'
      : parts.flatMap(({ name, value }) => (value === null ? [] : `${name} ${Math.round(value)}`)).join(', ')
    return `health_score is ${score} (wanted ${wanted}: ${told})`
  })
}

import { isScalar } from 'yaml'
import { type Condition, compileCondition } from '../condition/compile.ts'
import type { Names } from '../condition/names.ts'
import type { Kind } from '../condition/step.ts'
import { Rule as RuleSchema, type Trigger, type Rule as Written } from '../kinds/trigger.ts'
import type { FieldPath } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { valueAt } from '../schema/raw-values.ts'
import type { ReadRecord } from '../schema/read-record.ts'
import { mistypedFor } from '../schema/say-issue.ts'
import { nodeAt } from '../text/entry.ts'
import { fieldPlace, placeOf } from '../text/front-matter.ts'
import { readDays } from './read-days.ts'
import { type RuleAction, readAction } from './rule-actions.ts'

/** What a rule can be about. */
type About = Exclude<Kind, 'row'>

/** A condition of a rule, and where it stands. */
export type RuleCondition = Condition & { line: number; column: number }

/** A rule that can be asked; lengths of time are in whole days. */
export type Rule = {
  name: string
  /** Whose own rule it is; absent for the team's. */
  personal?: string
  path: string
  line: number
  about: About
  /** All of these hold, and one of `any`, and one of the keywords was said; an empty list asks for nothing. */
  all: RuleCondition[]
  any: RuleCondition[]
  keywords: string[]
  within: number
  holds: number
  again: number
  actions: RuleAction[]
  urgency: Written['urgency']
  /** Its episodes are told apart by what was said; by the day it became true; or by the values it read. */
  cause: 'text' | 'day' | 'values'
  /** Every name its conditions look at. */
  reads: ReadonlySet<string>
  names: Names
  /** It looks only at what has just happened, which trigger run cannot see. */
  needsWatch: boolean
  value: Written
}

/** A rule that cannot be asked. */
export type BrokenRule = { name: string; personal?: string; path: string; line: number; problems: Problem[] }

/** What a file of rules comes to. `problems` are all that is wrong in it; a rule with an error among them is broken. */
export type Rules = { rules: Rule[]; broken: BrokenRule[]; problems: Problem[] }

/** Compiles the rules of a file. What is wrong in one has its line and column, and hides no other. */
export function compileRules(read: ReadRecord<'trigger'>, names: Names): Rules {
  const { value, path, sheet } = read
  const rules: Rule[] = []
  const broken: BrokenRule[] = []
  const problems = [...read.problems]
  if (!value) return { rules, broken, problems }
  const personal = /^personal\/([^/]+)\/triggers\//.exec(path)?.[1]
  for (const [at, written] of rulesIn(value)) {
    const name = at.at(-1)!
    const place = keyPlace(read, at)
    const { rule, problems: wrong } = compileRule(read, at, written, names)
    problems.push(...wrong)
    const own = [...read.problems.filter((problem) => isWithin(read, at, problem)), ...wrong]
    const errors = own.filter(({ severity }) => severity === 'error')
    const said = { name, path, line: place.line, ...(personal && { personal }) }
    if (errors.length > 0) broken.push({ ...said, problems: errors })
    else rules.push({ ...rule, ...said })
  }
  if (rules.length + broken.length === 0 && problems.length === 0 && sheet.text.trim() !== '')
    problems.push({
      path,
      line: 1,
      column: 1,
      message: 'There is no rule in this file.',
      expected: 'a name, and below it conditions or keywords',
      severity: 'warning',
    })
  return { rules, broken, problems }
}

/** The rules of a file by where they stand: at the top, or under `triggers:`. */
function rulesIn(value: Trigger): [FieldPath, Written][] {
  const { triggers = {}, ...top } = value
  return [
    ...Object.entries(triggers).map(([name, rule]): [FieldPath, Written] => [['triggers', name], rule]),
    ...Object.entries(top as Record<string, Written>).map(([name, rule]): [FieldPath, Written] => [[name], rule]),
  ]
}

type Compiled = { rule: Omit<Rule, 'name' | 'path' | 'line'>; problems: Problem[] }

function compileRule({ sheet, path }: ReadRecord<'trigger'>, at: FieldPath, written: Written, names: Names): Compiled {
  const problems: Problem[] = []
  const place = (...field: FieldPath) => ({ path, ...textPlace(sheet, [...at, ...field]) })
  const say = (field: FieldPath, message: string, expected: string, severity: Problem['severity'] = 'error') =>
    problems.push({ ...place(...field), message, expected, severity })
  const keywords = written.keywords ?? []
  const about = written.about ?? (keywords.length > 0 ? 'activity' : 'customer')
  const isAstray = written.about === undefined && (valueAt(sheet.data, [...at, 'about']) ?? null) !== null
  const compile = (list: 'conditions' | 'all' | 'any') =>
    (isAstray ? [] : (written[list] ?? [])).flatMap((text, n): RuleCondition[] => {
      const where = place(list, `${n}`)
      const { condition, problems: wrong = [] } = compileCondition(text, { about, names, clock: 'rule', ...where })
      problems.push(...wrong)
      return condition ? [{ ...condition, line: where.line, column: where.column }] : []
    })
  const [all, any] = [[...compile('conditions'), ...compile('all')], compile('any')]
  const actions = written.actions.flatMap((_, n) => {
    const { action, problem } = readAction(
      valueAt(sheet.data, [...at, 'actions', n]) ?? written.actions[n],
      place('actions', `${n}`),
    )
    if (problem) problems.push(problem)
    return action ?? []
  })
  const name = at.at(-1)!
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u.test(name))
    say([], `"${name}" is no name for a rule.`, 'letters, digits, _ and -, at most 60, such as churn_risk')
  if (!['conditions', 'all', 'any', 'keywords'].some((key) => (written[key as 'all'] ?? []).length > 0))
    say([], `The rule ${name} does not say when it holds.`, 'conditions:, any: or keywords:')
  for (const [n, keyword] of keywords.entries())
    if (!/[\p{L}\p{N}]/u.test(keyword))
      say(['keywords', `${n}`], 'This keyword has no word in it.', 'a phrase such as budget approved')
  const shape = Object.keys(RuleSchema().shape)
  for (const key of Object.keys(written))
    if (!shape.includes(key) && mistypedFor(key, shape, 2)[0])
      say([key], `${key}: did you mean ${mistypedFor(key, shape, 2)[0]}?`, 'another name if it is your own', 'warning')
  const conditions = [...all, ...any]
  const reads = new Set(conditions.flatMap((condition) => condition.reads))
  const isTimed =
    ['today', 'no_activity', 'health_score'].some((one) => reads.has(one)) ||
    conditions.some(({ text }) => /\bdays_(?:since|until)\s*\(/.test(text))
  const occasions = [written.on ?? []].flat()
  const rule = {
    about,
    all,
    any,
    keywords,
    within: readDays(written.within ?? '') ?? 7,
    holds: readDays(written.for ?? '') ?? 0,
    again: readDays(written.again ?? '') ?? 0,
    actions,
    urgency: written.urgency,
    cause: keywords.length > 0 || reads.has('text') ? 'text' : isTimed ? 'day' : 'values',
    reads,
    names,
    needsWatch:
      occasions.length > 0 && occasions.every((one) => one === 'removed' || (typeof one === 'object' && one.event !== undefined)),
    value: written,
  } as const
  return { rule, problems }
}

/** Where a text begins in its file: behind the quote, so that a place in a condition is the place in the file. */
function textPlace(sheet: ReadRecord['sheet'], field: FieldPath): { line: number; column: number } {
  const node = nodeAt(sheet.document, field)
  const { line, column } = fieldPlace(sheet, field)
  const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
  return { line, column: isQuoted ? column + 1 : column }
}

/** Where the name of a rule stands. */
function keyPlace({ sheet }: ReadRecord<'trigger'>, at: FieldPath): { line: number; column: number } {
  const range = nodeAt(sheet.document, at)?.range
  if (!range) return fieldPlace(sheet, at)
  const name = sheet.text.lastIndexOf(at.at(-1)!, sheet.from + range[0])
  return placeOf(sheet.text, name < 0 ? sheet.from + range[0] : name)
}

function isWithin({ sheet }: ReadRecord<'trigger'>, at: FieldPath, { line }: Problem): boolean {
  const range = nodeAt(sheet.document, at)?.range
  if (!range) return false
  const [from, to] = [keyPlace({ sheet } as ReadRecord<'trigger'>, at).line, placeOf(sheet.text, sheet.from + range[1]).line]
  const isOver = /\n[ \t]*$/.test(sheet.text.slice(0, sheet.from + range[1]))
  return line >= from && line <= (isOver ? to - 1 : to)
}

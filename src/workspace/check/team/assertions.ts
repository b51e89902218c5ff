import { isScalar } from 'yaml'
import { type Condition, compileCondition } from '../../../records/condition/compile.ts'
import { evaluate, type Verdict } from '../../../records/condition/evaluate.ts'
import type { Names } from '../../../records/condition/names.ts'
import type { Scope } from '../../../records/condition/step.ts'
import type { Assertion } from '../../../records/kinds/assertions.ts'
import { outcomeOf } from '../../../records/kinds/workflow.ts'
import type { FieldPath } from '../../../records/plan.ts'
import type { Problem } from '../../../records/problem.ts'
import type { ProblemCode } from '../../../records/problem-codes.ts'
import { valueAt } from '../../../records/schema/raw-values.ts'
import { slugify } from '../../../records/slug.ts'
import { nodeAt } from '../../../records/text/entry.ts'
import { type FrontMatter, fieldPlace } from '../../../records/text/front-matter.ts'
import type { Kept } from '../../records.ts'
import { seenKeys } from '../../rule-file.ts'
import { codeProblem, locate } from '../found.ts'
import type { Known } from '../known.ts'
import { chooseKnown } from '../stages.ts'

/** An assertion that can be asked. `reads` are the fields it names, its kind left out. */
export type KnownAssertion = {
  code: ProblemCode
  about: Assertion['about']
  where: Condition | undefined
  require: Condition
  severity: Problem['severity']
  message: string | undefined
  reads: readonly string[]
}

type Subject = Kept<Assertion['about']>

/** Compiles what a team asserts; what is wrong in one has its line and hides no other. */
export function readAssertions(
  { value, read, path }: Kept<'assertions'>,
  known: Known,
): { assertions: KnownAssertion[]; problems: Problem[] } {
  const problems: Problem[] = []
  const codes = new Set<string>()
  const assertions = value.assertions.flatMap(({ name, about, where, require, ...said }, n): KnownAssertion[] => {
    const code: ProblemCode = `assertion/${slugify(name) || n + 1}`
    if (codes.has(code)) {
      const message = `There is an assertion "${name}" above.`
      problems.push(
        locate(read.sheet, { code: 'assertion-twice', field: ['assertions', `${n}`, 'name'], message, expected: 'another name' }),
      )
    }
    codes.add(code)
    const compile = (field: 'where' | 'require', text: string) => {
      const place = { about, path, ...textPlace(read.sheet, ['assertions', `${n}`, field]) }
      const { condition, problems: wrong = [] } = compileAmong(text, place, known)
      problems.push(...wrong.map((problem) => codeProblem('condition', problem)))
      return condition
    }
    const [asked, needed] = [where === undefined ? undefined : compile('where', where), compile('require', require)]
    if (!needed || (where !== undefined && !asked)) return []
    const reads = [...needed.reads, ...(asked?.reads ?? [])].map((field) => field.replace(`${about}.`, ''))
    const severity = said.severity ?? (isTimed(needed) ? 'warning' : 'error')
    return [{ code, about, where: asked, require: needed, severity, message: said.message, reads }]
  })
  return { assertions, problems }
}

/** Where a text begins in its file: behind the quote, so that a place in a condition is the place in the file. */
function textPlace(sheet: FrontMatter, field: FieldPath): { line: number; column: number } {
  const node = nodeAt(sheet.document, field)
  const { line, column } = fieldPlace(sheet, field)
  return { line, column: isScalar(node) && node.type?.startsWith('QUOTE') ? column + 1 : column }
}

type Place = { about: Assertion['about']; path: string; line: number; column: number }

/** Keys that only records have are names too; they are looked for where a condition names something unknown. */
function compileAmong(text: string, place: Place, { names, place: tree, team }: Known) {
  const compile = (known: Names) => compileCondition(text, { ...place, names: known, clock: 'rule' })
  const found = compile(names)
  if (!found.problems?.some(({ message }) => /^There is no ".*" in an? /.test(message))) return found
  const seen = seenKeys(tree, team)
  const kinds = Object.keys(names) as (keyof Names)[]
  return compile(Object.fromEntries(kinds.map((kind) => [kind, [...new Set([...(names[kind] ?? []), ...(seen[kind] ?? [])])]])))
}

const isTimed = ({ reads, text }: Condition) =>
  ['today', 'no_activity', 'health_score'].some((one) => reads.includes(one)) || /\bdays_(?:since|until)\s*\(/.test(text)

/** Fields by which an assertion says that it means closed deals too, as rules do. */
const closing = ['stage', 'lost_reason', 'contract', 'renews']

/** What the team asserts of a record and is not so. */
export function judgeAssertions(record: Kept, known: Known, scope: () => Scope): Problem[] {
  const own = known.assertions.filter(({ about }) => about === record.kind)
  if (own.length === 0 || known.today === undefined) return []
  const asked = scope()
  return own.flatMap((assertion): Problem[] => {
    if (!isMeant(record as Subject, assertion, known)) return []
    if (assertion.where && !evaluate(assertion.where, asked).holds) return []
    const verdict = evaluate(assertion.require, asked)
    if (verdict.holds) return []
    const { code, require, reads, message, severity } = assertion
    const why = sayWhy(record, assertion, verdict)
    const said = message ? `${message.trim().replace(/\.$/, '')}: not here` : `\`${require.text}\` does not hold`
    const found = { code, field: fieldOf(record, reads), message: `${said}${why && ` (${why})`}.` }
    return [{ ...locate(record.read.sheet, message ? { ...found, expected: `\`${require.text}\`` } : found), severity }]
  })
}

/** What was put away is left out, and closed deals, unless the assertion names what only they have. */
function isMeant(record: Subject, { reads }: KnownAssertion, known: Known): boolean {
  const names = (field: string) => reads.some((read) => read === field || read.startsWith(`${field}.`))
  if (names('archived')) return true
  if (record.value['archived'] !== undefined) return false
  if (record.kind !== 'deal' || closing.some(names)) return true
  const { value } = record as Kept<'deal'>
  return outcomeOf(chooseKnown('deal', value, known)?.stages ?? [], value.stage) === 'open'
}

/** The first field it reads that the record has; else the first it could have. */
function fieldOf({ value }: Kept, reads: readonly string[]): string[] {
  const fields = reads.map((read) => read.split('.'))
  return fields.find((field) => valueAt(value, field) !== undefined) ?? fields[0] ?? []
}

function sayWhy({ value }: Kept, { require, about }: KnownAssertion, { noData, wrong }: Verdict): string {
  if (wrong) return wrong
  const own = require.reads.map((read) => read.replace(`${about}.`, ''))
  const computed = [
    'today',
    'me',
    'text',
    'no_activity',
    'health_score',
    'deals',
    'contacts',
    'activities',
    'tasks',
    'customer',
    about,
  ]
  const absent = own.filter(
    (read) => !computed.includes(read.split('.')[0]!) && (valueAt(value, read.split('.')) ?? null) === null,
  )
  const lacking = noData?.length ? noData : absent
  return lacking.length > 0 ? `no data: ${lacking.join(', ')}` : ''
}

import { nameDay } from '../../records/days/name-day.ts'
import { isCalendarDay } from '../../records/kinds/field-types.ts'
import type { JudgedGoal } from '../goals/judge-goal.ts'
import type { Period } from '../periods/report-period.ts'
import { sayCount, sayMoney, sayNumber } from '../say-figure.ts'
import type { Figure } from './figure-report.ts'
import type { Row } from './measure.ts'

/** What a report is filled with. */
export type ReportContent = {
  name: string
  title: string
  /** Whose report it is, by slug and by name; absent for one about everybody. */
  user?: string | undefined
  person: string
  day: string
  period: Period
  currency: string
  figures: Record<string, Figure>
  goals?: JudgedGoal[] | undefined
  /** A sentence that stands on top where there is nothing to report on, or something is left out. */
  remark?: string | undefined
}

/** What a template is filled with: every figure and every day in words, by simple names. */
export function sayReport({
  title,
  user,
  person,
  day,
  period,
  currency,
  figures,
  goals,
  remark,
}: ReportContent): Record<string, unknown> {
  const said = Object.entries(figures).map(([name, figure]) => ({ name, ...sayFigure(figure, currency, day) }))
  return {
    title,
    user: user ?? '',
    person,
    day,
    currency,
    remark: remark ?? '',
    history: sayHistory(figures),
    period: { ...period, words: saySpan(period, day), before: { ...period.before, words: saySpan(period.before, day) } },
    counts: said.filter(({ compared }) => compared),
    standing: said.filter(({ compared }) => !compared),
    figures: said,
    with_goals: goals !== undefined,
    goals: (goals ?? []).map((goal) => sayGoal(goal, currency)),
    ...Object.fromEntries(said.map((figure) => [figure.name, figure])),
  }
}

/** What figures that are read from commits do without. */
function sayHistory(figures: Record<string, Figure>): string {
  const told = Object.values(figures).filter(({ note = '' }) => /^(?:history begins|nothing is committed)/.test(note))
  return told.length === 0
    ? ''
    : `Without days before the first commit (${told[0]!.note}): ${told.map(({ label }) => label.toLowerCase()).join(', ')}.`
}

/** A figure in words: `said` is the value, `words` the value with what is counted. */
function sayFigure(
  { label, value, unit, definition, inputs, before, note = '', rows = [] }: Figure,
  currency: string,
  day: string,
) {
  const say = (one: number) => (unit === currency ? sayMoney(one, currency) : sayNumber(one))
  const compared = before !== undefined
  return {
    label,
    said: value === null ? 'no data' : say(value),
    words:
      value === null ? `no data on ${pluralOf(unit)}` : unit === currency ? say(value) : sayCount(value, unit, pluralOf(unit)),
    definition,
    note,
    compared,
    before: before === undefined || before === null ? '' : say(before),
    change: compared && before !== null && value !== null ? sayChange(value - before, say) : '',
    behind: sayInputs(inputs),
    any: (value ?? 0) > 0,
    rows: rows.map((row) => sayRow(row, day)),
  }
}

const sayChange = (difference: number, say: (one: number) => string) =>
  difference === 0 ? 'same' : `${difference > 0 ? '+' : '-'}${say(Math.abs(Number(difference.toFixed(4))))}`

const pluralOf = (unit: string) => (/(?:ch|s|x)$/.test(unit) ? `${unit}es` : `${unit}s`)

/** How many files of those behind a figure are named. */
const named = 3

function sayInputs(inputs: readonly string[]): string {
  if (inputs.length === 0) return ''
  const shown = inputs.slice(0, named).join(', ')
  const more = inputs.length > named ? ` and ${sayNumber(inputs.length - named)} more` : ''
  return `From ${sayCount(inputs.length, 'file')}: ${shown}${more}.`
}

/** A line in words: days by name, amounts with their currency, nothing that would end the cell of a table. */
function sayRow(row: Row, day: string): Record<string, string> {
  const currency = typeof row['currency'] === 'string' ? row['currency'] : undefined
  const say = (key: string, value: string | number | null) => {
    if (value === null) return ''
    if (typeof value === 'number') return key === 'amount' ? sayMoney(value, currency) : sayNumber(value)
    return value.length === 10 && isCalendarDay(value) ? nameDay(value, day) : inCell(value)
  }
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, say(key, value)]))
}

const inCell = (text: string) => text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|')

function sayGoal(
  { person, team, measure, period, goal, reached, share, gap, daysLeft, passed, word, isMoney }: JudgedGoal,
  currency: string,
) {
  const say = (value: number | null) => (value === null ? 'no data' : isMoney ? sayMoney(value, currency) : sayNumber(value))
  const percent = (part: number | null) => (part === null ? '' : `${(part * 100).toFixed(1)} %`)
  return {
    whose: person ?? (team ? `team ${team}` : 'everybody'),
    measure,
    period,
    goal: say(goal),
    reached: say(reached),
    share: percent(share),
    gap: say(gap),
    days_left: String(daysLeft),
    passed: percent(passed),
    standing: word,
  }
}

/** Days as people say them: Sat 14 Nov to Fri 20 Nov. */
const saySpan = ({ from, to }: { from: string; to: string }, day: string) =>
  from === to ? nameDay(from, day) : `${nameDay(from, day)} to ${nameDay(to, day)}`

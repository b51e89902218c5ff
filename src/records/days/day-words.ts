import { once } from '../once.ts'
import { months, weekdays } from './name-day.ts'
import { Temporal } from './temporal.ts'

/** A day named in a text: which, and where its words stand. */
export type FoundDay = { day: string; index: number; length: number }

/** Where a weekday or a date without a year is looked for: in the days to come, or wherever it is nearest. */
export type Lean = 'ahead' | 'near'

type Day = InstanceType<typeof Temporal.PlainDate>
type Groups = Record<string, string | undefined>
type Rule = { words: string; day: (groups: Groups, from: Day, lean: Lean) => Day | undefined }

const numerals = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

const weekday =
  '(?<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\b\\.?'
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const dateWords = '(?<date>[0-3]?\\d)(?:st|nd|rd|th)?'
const year = '(?:,?\\s+(?<year>20\\d\\d))?'
const count = `(?<count>\\d{1,3}|an?|${numerals.slice(1).join('|')})`
const unit = '(?<unit>day|week|month|year)s?'

const plus = (from: Day, { count: many = 'a', unit: what }: Groups, sign = 1) => {
  const said = many.toLowerCase()
  const n = /^an?$/.test(said) ? 1 : numerals.includes(said) ? numerals.indexOf(said) : Number(said)
  return from.add({ [`${what!.toLowerCase()}s`]: n * sign })
}

/** Days until the next such weekday: 1 to 7, so that on a Friday the next Friday is meant. */
const daysTo = (said: string, from: Day) =>
  (weekdays.findIndex((name) => name.startsWith(said.slice(0, 3).toLowerCase())) + 8 - from.dayOfWeek) % 7 || 7

const nextWeekday = (said: string, from: Day) => from.add({ days: daysTo(said, from) })
const lastWeekday = (said: string, from: Day) => from.subtract({ days: 7 - daysTo(said, from) || 7 })

/** The nearest such weekday, today included. */
const nearWeekday = (said: string, from: Day) => {
  const ahead = daysTo(said, from)
  return from.add({ days: ahead > 3 ? ahead - 7 : ahead })
}

const mondayAfter = (from: Day) => from.add({ days: 8 - from.dayOfWeek })
/** Work weeks end on Friday; on a weekend the coming one is meant. */
const fridayOf = (from: Day) => from.add({ days: (12 - from.dayOfWeek) % 7 })
const monthEnd = (from: Day) => from.with({ day: from.daysInMonth })

function calendarDay(wanted: { year: number; month: number; day: number }): Day | undefined {
  try {
    return Temporal.PlainDate.from(wanted, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** A date of a month; without a year the next one, or the nearest. */
function onDate(day: number, monthNumber: number, said: string | undefined, from: Day, lean: Lean): Day | undefined {
  const of = (inYear: number) => calendarDay({ year: inYear, month: monthNumber, day })
  if (said) return of(Number(said))
  const all = [from.year - 1, from.year, from.year + 1].flatMap((inYear) => of(inYear) ?? [])
  if (lean === 'ahead') return all.find((one) => Temporal.PlainDate.compare(one, from) >= 0)
  const far = (one: Day) => Math.abs(from.until(one, { largestUnit: 'day' }).days)
  return all.sort((a, b) => far(a) - far(b))[0]
}

/** The next 15th strictly after a day; with `near`, the last one when that is nearer. */
function onMonthday(day: number, from: Day, lean: Lean): Day | undefined {
  const all = [-1, 0, 1, 2].flatMap((n) => {
    const { year: inYear, month: inMonth } = from.with({ day: 1 }).add({ months: n })
    return calendarDay({ year: inYear, month: inMonth, day }) ?? []
  })
  const [next] = all.filter((one) => Temporal.PlainDate.compare(one, from) > 0)
  const last = all.findLast((one) => Temporal.PlainDate.compare(one, from) <= 0)
  const days = (one: Day) => Math.abs(from.until(one, { largestUnit: 'day' }).days)
  return lean === 'near' && last && next && days(last) < days(next) ? last : next
}

const monthNumber = (said: string) => months.findIndex((name) => name.startsWith(said.slice(0, 3).toLowerCase())) + 1
const onNamedDate: Rule['day'] = (groups, from, lean) =>
  onDate(Number(groups['date']), monthNumber(groups['month']!), groups['year'], from, lean)

/** In the order in which they are tried: what says more comes before what it contains. */
const rules: Rule[] = [
  {
    words: '(?<iso>\\d{4}-\\d{2}-\\d{2})',
    day: ({ iso = '' }) => calendarDay({ year: +iso.slice(0, 4), month: +iso.slice(5, 7), day: +iso.slice(8) }),
  },
  { words: `(?:${weekday},?\\s+)?(?:the\\s+)?${dateWords}\\s+(?:of\\s+)?${month}${year}`, day: onNamedDate },
  { words: `(?:${weekday},?\\s+)?${month}\\s+${dateWords}\\b${year}`, day: onNamedDate },
  {
    words: '(?<date>[0-3]?\\d)\\.(?<number>[01]?\\d)\\.(?<year>20\\d\\d)?',
    day: ({ date: day, number, year: inYear }, from, lean) => onDate(Number(day), Number(number), inYear, from, lean),
  },
  { words: '(?:the\\s+)?day\\s+after\\s+tomorrow', day: (_, from) => from.add({ days: 2 }) },
  { words: '(?:the\\s+)?day\\s+before\\s+yesterday', day: (_, from) => from.subtract({ days: 2 }) },
  {
    words: `${count}\\s+${unit}\\s+(?:from|after)\\s+${weekday}`,
    day: (groups, from) => plus(nextWeekday(groups['weekday']!, from), groups),
  },
  {
    words: `${count}\\s+${unit}\\s+from\\s+(?:now|today)|(?:with)?in\\s+${count.replace('count', 'within')}\\s+${unit.replace('unit', 'units')}`,
    day: (groups, from) => plus(from, { count: groups['count'] ?? groups['within'], unit: groups['unit'] ?? groups['units'] }),
  },
  { words: '(?:with)?in\\s+a\\s+fortnight', day: (_, from) => from.add({ weeks: 2 }) },
  { words: `${count}\\s+${unit}\\s+ago`, day: (groups, from) => plus(from, groups, -1) },
  {
    words: `${weekday}\\s+next\\s+week|next\\s+week\\s+(?:on\\s+)?${weekday.replace('weekday', 'later')}`,
    day: (groups, from) => nextWeekday(groups['weekday'] ?? groups['later']!, mondayAfter(from).subtract({ days: 1 })),
  },
  { words: `${weekday}\\s+week`, day: (groups, from) => nextWeekday(groups['weekday']!, from).add({ weeks: 1 }) },
  { words: `(?:last|past)\\s+${weekday}`, day: (groups, from) => lastWeekday(groups['weekday']!, from) },
  { words: `(?:this|next|coming)\\s+${weekday}`, day: (groups, from) => nextWeekday(groups['weekday']!, from) },
  { words: weekday, day: (groups, from, lean) => (lean === 'near' ? nearWeekday : nextWeekday)(groups['weekday']!, from) },
  { words: 'end\\s+of\\s+next\\s+week', day: (_, from) => fridayOf(mondayAfter(from)) },
  { words: 'eow|end\\s+of\\s+(?:the\\s+|this\\s+)?week|(?:later\\s+)?this\\s+week', day: (_, from) => fridayOf(from) },
  { words: 'end\\s+of\\s+next\\s+month', day: (_, from) => monthEnd(from.add({ months: 1 })) },
  { words: `end\\s+of\\s+${month}${year}`, day: (groups, from) => endOf(groups, from) },
  { words: 'eom|end\\s+of\\s+(?:the\\s+|this\\s+)?month|(?:later\\s+)?this\\s+month', day: (_, from) => monthEnd(from) },
  { words: 'eoy|end\\s+of\\s+(?:the\\s+|this\\s+)?year', day: (_, from) => from.with({ month: 12, day: 31 }) },
  { words: '(?:early\\s+)?next\\s+week', day: (_, from) => mondayAfter(from) },
  { words: '(?:early\\s+)?next\\s+month', day: (_, from) => from.with({ day: 1 }).add({ months: 1 }) },
  {
    words: 'the\\s+(?<date>[0-3]?\\d)(?:st|nd|rd|th)',
    day: (groups, from, lean) => onMonthday(Number(groups['date']), from, lean),
  },
  { words: 'tomorrow|tmrw|tmw', day: (_, from) => from.add({ days: 1 }) },
  { words: 'yesterday', day: (_, from) => from.subtract({ days: 1 }) },
  { words: 'today|tonight|this\\s+(?:morning|afternoon|evening)', day: (_, from) => from },
  { words: 'eod|cob|end\\s+of\\s+(?:the\\s+)?(?:business\\s+)?day|close\\s+of\\s+business', day: (_, from) => from },
]

function endOf(groups: Groups, from: Day): Day | undefined {
  const first = onDate(1, monthNumber(groups['month']!), groups['year'], from.with({ day: 1 }), 'ahead')
  return first && monthEnd(first)
}

const hour = '(?:eod|cob|end\\s+of\\s+(?:the\\s+)?(?:business\\s+)?day|close\\s+of\\s+business)'
const around = {
  before: `(?:${hour}\\s+(?:on\\s+)?)?`,
  after: `(?:\\s+(?:${hour}|morning|afternoon|evening|noon|(?:at\\s+the\\s+)?latest)\\b)?`,
}
const patterns = once(() =>
  rules.map(({ words, day }) => ({
    day,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}@#/.:-])${around.before}(?:${words})${around.after}(?![\\p{L}\\p{N}/]|[-'’]\\p{L}|\\.\\d)`,
      'iu',
    ),
  })),
)

/** The first day a text names, as a person means it who writes on the day `from`. Only what is understood for certain is found. */
export function findDay(text: string, from: string, lean: Lean = 'ahead'): FoundDay | undefined {
  const on = Temporal.PlainDate.from(from)
  const found = patterns().flatMap(({ pattern, day }): FoundDay[] => {
    const match = pattern.exec(text)
    const named = match && day(match.groups ?? {}, on, lean)
    return match && named ? [{ day: named.toString(), index: match.index, length: match[0].length }] : []
  })
  return found.sort((a, b) => a.index - b.index || b.length - a.length)[0]
}

/** The day that these words and nothing else name: `fri`, `by tomorrow`, `2026-12-01`, `in 2 weeks`. */
export function readDayWords(words: string, from: string, lean: Lean = 'ahead'): string | undefined {
  const bare = words.trim().replace(/^(?:by|on|until|due)\s+/i, '')
  const found = findDay(bare, from, lean) ?? findDay(`the ${bare}`, from, lean)
  const whole = found && (found.length === bare.length || found.length === `the ${bare}`.length)
  return whole && found.index === 0 ? found.day : undefined
}

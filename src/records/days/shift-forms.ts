import { monthOf, nameMonth } from './month-names.ts'
import { Temporal } from './temporal.ts'

/** How far the dates of a text move, and where they are read. */
export type Shift = {
  /** Days to move by; whole weeks keep the weekdays. */
  days: number
  /** The day the text is written from: a date without a year is the one nearest to it. */
  near: string
  /** The day whose quarter the quarters are counted from: "this quarter" stays this quarter. */
  today: string
  /** Clocks that an instant's offset may be of, likeliest first; an offset that fits none of them stays as it is written. */
  zones?: readonly string[]
  /** Whether values that are nothing but a number are amounts (YAML), and no years. */
  yaml?: boolean
}

type Day = InstanceType<typeof Temporal.PlainDate>
/** What a pattern found, by name. */
export type Groups = Record<string, string | undefined>
/** A date as a text says it, and the words around it. */
export type Said = { groups: Groups; shift: Shift; around: string }
/** The offset of a clock at the time it shows: `+01:00`. */
const offsetAt = (zone: string, wall: string) => Temporal.PlainDateTime.from(wall.replace(' ', 'T')).toZonedDateTime(zone).offset

function dayAt(inYear: number, month: number, day: number): Day | undefined {
  const named = { year: inYear, month, day }
  try {
    return Temporal.PlainDate.from(named, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** The day of a month (1 to 12); without a year the one nearest to where the text is written from. */
function dayNamed(said: string | undefined, month: number, day: number, { near }: Shift): Day | undefined {
  if (said) return dayAt(Number(said), month, day)
  const from = Temporal.PlainDate.from(near.slice(0, 10))
  const far = (one: Day) => Math.abs(from.until(one, { largestUnit: 'day' }).days)
  const near3 = [from.year - 1, from.year, from.year + 1].flatMap((inYear) => dayAt(inYear, month, day) ?? [])
  return near3.toSorted((a, b) => far(a) - far(b))[0]
}

export function shiftIso({ groups, shift }: Said): string | undefined {
  const { iso = '', t, clock, offset = '' } = groups
  const then = dayAt(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)))
    ?.add({ days: shift.days })
    .toString()
  if (!then || !t) return then
  const zone = offset && shift.zones?.find((one) => offsetAt(one, `${iso}T${clock}`) === offset)
  return `${then}${t}${clock}${zone ? offsetAt(zone, `${then}T${clock}`) : offset}`
}

/** `9 to 11 December`, `December 9-11, 2026`, or one day of these; where the two come to lie in different months, both are named. */
export function shiftSpan(
  { groups, shift, around }: Said,
  write: (day: string, month: string) => string,
  monthFirst = false,
): string | undefined {
  const { first, firstEnd = '', mid = '', day = '', end: ending = '', month = '', dot = '', comma, year: said } = groups
  const last = dayNamed(said, monthOf(month) + 1, Number(day), shift)
  const begin = first ? dayNamed(said ?? (last && `${last.year}`), monthOf(month) + 1, Number(first), shift) : undefined
  if (!last || (first && !begin)) return undefined
  const [to, from] = [last.add({ days: shift.days }), begin?.add({ days: shift.days })]
  const name = (one: Day) => nameMonth(one.month - 1, month, around)
  const tail = said ? `${comma}${to.year}` : ''
  const end = numbered(to.day, ending)
  if (!from) return write(end, name(to) + dot) + tail
  const start = numbered(from.day, firstEnd)
  if (from.month !== to.month) return `${write(start, name(from))}${mid}${write(end, name(to) + dot)}${tail}`
  return (monthFirst ? `${name(to)}${dot} ${start}${mid}${end}` : write(`${start}${mid}${end}`, name(to) + dot)) + tail
}

function numbered(day: number, like: string): string {
  if (!like || like === '.') return `${day}${like}`
  const tail = Math.floor(day / 10) === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${tail}`
}

export function shiftDotted({ groups, shift }: Said): string | undefined {
  const { day = '', space, number = '', close, year: said } = groups
  const then = dayNamed(said, Number(number), Number(day), shift)?.add({ days: shift.days })
  const wide = (value: number, like: string) => String(value).padStart(like.startsWith('0') || like.length === 2 ? 2 : 1, '0')
  return then && `${wide(then.day, day)}.${space}${wide(then.month, number)}${close}${said ? then.year : ''}`
}

export function shiftJapanese({ groups, shift }: Said): string | undefined {
  const { year: said, number = '', day } = groups
  if (day) {
    const then = dayNamed(said, Number(number), Number(day), shift)?.add({ days: shift.days })
    return then && `${said ? `${then.year}年` : ''}${then.month}月${then.day}日`
  }
  const then = monthAfter(Number(said ?? shift.near.slice(0, 4)), Number(number) - 1, shift)
  return `${said ? `${then.year}年` : ''}${then.month + 1}月`
}

export const shiftMonth = ({ groups: { month = '' }, shift, around }: Said) =>
  nameMonth(monthAfter(0, monthOf(month), shift).month, month, around)

const ordinals = [
  ['first', 'second', 'third', 'fourth'],
  ['erste', 'zweite', 'dritte', 'vierte'],
]

export function shiftOrdinal({ groups, shift }: Said): string | undefined {
  const { word = '', quarter } = groups
  if (quarter) return quarterOf(groups, shift, (_, then) => `${then}`)
  const list = ordinals.find((names) => names.includes(word.toLowerCase()))!
  const then = list[(list.indexOf(word.toLowerCase()) + 4 + (quartersIn(shift) % 4)) % 4]!
  return /^\p{Lu}/u.test(word) ? then.charAt(0).toUpperCase() + then.slice(1) : then
}

/** A week's number: that of its Thursday, by which weeks belong to years. */
export function shiftWeek({ groups, shift }: Said): string | undefined {
  const near = Temporal.PlainDate.from(shift.near.slice(0, 10))
  const from = near.add({ weeks: nearestTurn(Number(groups['week']) - near.weekOfYear!) })
  return String(from.add({ days: shift.days }).weekOfYear)
}

const nearestTurn = (weeks: number) => (weeks > 26 ? weeks - 52 : weeks < -26 ? weeks + 52 : weeks)

/** Months and years move by the nearest whole number of them, so that those that follow each other go on doing so. */
const monthsIn = ({ days }: Shift) => Math.round(days / 30.436875)
export const yearsIn = ({ days }: Shift) => Math.round(days / 365.2425)
export const yearAfter = ({ year: said }: Groups, shift: Shift) => Number(said) + yearsIn(shift)

export function monthAfter(inYear: number, month: number, shift: Shift): { year: number; month: number } {
  const count = inYear * 12 + month + monthsIn(shift)
  return { year: Math.floor(count / 12), month: ((count % 12) + 12) % 12 }
}

function quartersIn({ days, today }: Shift): number {
  const now = Temporal.PlainDate.from(today.slice(0, 10))
  const count = (day: Day) => day.year * 4 + Math.floor((day.month - 1) / 3)
  return count(now.add({ days })) - count(now)
}

export function quarterOf(groups: Groups, shift: Shift, write: (inYear: number, quarter: number) => string): string {
  const count = Number(groups['year'] ?? 0) * 4 + Number(groups['quarter']) - 1 + quartersIn(shift)
  return write(Math.floor(count / 4), (((count % 4) + 4) % 4) + 1)
}

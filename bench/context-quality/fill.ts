import type { DateForm } from './parts.ts'

/** How the writer stands to the customer: as one of them, as one of us, or as one of us who writes to them. */
export type Voice = 'we' | 'they' | 'you'

const pronouns: Record<Voice, Record<string, string>> = {
  we: { we: 'we', us: 'us', our: 'our' },
  they: { we: 'they', us: 'them', our: 'their' },
  you: { we: 'you', us: 'you', our: 'your' },
}

/** Fills the slots of a phrasing; each slot is drawn anew where it stands. */
export const fill = (phrasing: string, voice: Voice, slots: Record<string, string | (() => string)>): string =>
  phrasing.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = pronouns[voice][name] ?? slots[name]
    if (value === undefined) throw new Error(`No {${name}} for: ${phrasing}`)
    return typeof value === 'string' ? value : value()
  })

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Puts an opener before a phrasing, whose own first letter is then a small one. */
export const opened = (opener: string, phrasing: string) =>
  opener === '' ? phrasing : `${opener} ${phrasing.charAt(0).toLowerCase()}${phrasing.slice(1)}`

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const ordinal = (n: number) =>
  `${n}${n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'}`
const two = (n: number) => String(n).padStart(2, '0')

/** A day as people write it. */
export function sayDay(time: number, form: DateForm): string {
  const date = new Date(time)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const said: Record<DateForm, string> = {
    long: `${day} ${months[month]} ${year}`,
    iso: `${year}-${two(month + 1)}-${two(day)}`,
    short: `${day} ${months[month]}`,
    us: `${months[month]} ${day}`,
    ordinal: `the ${ordinal(day)} of ${months[month]}`,
    dotted: `${two(day)}.${two(month + 1)}.${year}`,
    weekday: `${weekdays[date.getUTCDay()]} ${day} ${months[month]}`,
    third: `${months[month]} ${ordinal(day)}, ${year}`,
  }
  return said[form]
}

export const monthOf = (time: number) => months[new Date(time).getUTCMonth()]!
export const sayNumber = (n: number) => String(n).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')

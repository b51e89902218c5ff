import { Failure } from '../../failure.ts'
import { dayIn, instantOf, offsetIn, stampIn } from './calendar.ts'
import { type Lean, readDayWords } from './day-words.ts'
import { Temporal } from './temporal.ts'

/** The hour a person speaks at, and the clock they speak by. */
export type Here = { now: Date; zone: string }

const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/i
const clock =
  /(?:^|\s)(?:at\s+|@\s*)?(?:(?<hour>\d{1,2}):(?<minute>\d{2})(?:\s*(?<half>[ap])\.?m\.?)?|(?<plain>\d{1,2})\s*(?<part>[ap])\.?m\.?|(?<named>noon|midnight))$/i

/** A day or a moment in a person's words, as a record holds it: `2026-11-20` or `2026-11-20T15:00+01:00`. Undefined when unreadable. */
export async function readMoment(words: string, here: Here, lean: Lean = 'near'): Promise<string | undefined> {
  const typed = words.trim().replace(/\s+/g, ' ')
  const { now, zone } = here
  if (/^(?:right )?now$/i.test(typed)) return stampIn(zone, now)
  if (instant.test(typed)) return stampOf(typed, zone)
  const today = dayIn(zone, now)
  const day = readDayWords(typed, today, lean)
  if (day) return day
  const time = clock.exec(typed)
  if (!time) return guess(typed, here, lean)
  const rest = typed.slice(0, time.index).replace(/,$/, '').trim()
  const on = rest === '' ? today : readDayWords(rest, today, lean)
  const at = timeOf(time.groups!)
  return on && at ? stampOf(`${on}T${at}`, zone) : guess(typed, here, lean)
}

/** The same, or a Failure (exit 2) that shows what can be read. */
export async function needMoment(words: string, here: Here): Promise<string> {
  const read = await readMoment(words, here)
  if (read) return read
  throw new Failure(`"${words}" is no time that can be read for certain.`, {
    hint: '"yesterday 15:00", "fri 9:30", "20 Nov", "2026-11-20 15:00" or "2 hours ago"',
    exitCode: 2,
  })
}

/** A day to come in a person's words: `fri`, `tomorrow`, `in 2 weeks`, `27 Nov`. Throws a Failure (exit 2) for what cannot be read. */
export async function needDay(words: string, here: Here): Promise<string> {
  const read = await readMoment(words, here, 'ahead')
  if (read) return read.slice(0, 10)
  throw new Failure(`"${words}" is no day that can be read for certain.`, {
    hint: 'fri, tomorrow, "in 2 weeks", "27 Nov", "end of month" or 2026-12-01',
    exitCode: 2,
  })
}

const timeOf = ({ hour, minute = '00', half, plain, part, named }: Record<string, string | undefined>): string | undefined => {
  if (named) return named.toLowerCase() === 'noon' ? '12:00' : '00:00'
  const afternoon = (half ?? part)?.toLowerCase()
  const said = Number(hour ?? plain)
  const hours = afternoon ? (said % 12) + (afternoon === 'p' ? 12 : 0) : said
  const isClock = hours < 24 && Number(minute) < 60 && (!afternoon || (said > 0 && said <= 12))
  return isClock ? `${String(hours).padStart(2, '0')}:${minute}` : undefined
}

function stampOf(local: string, zone: string): string | undefined {
  try {
    const at = instantOf(local.replace(/([T ])(\d):/, '$10$2:'), zone)
    return Number.isNaN(at.getTime()) ? undefined : stampIn(zone, at)
  } catch {
    return undefined
  }
}

/**
 * What our own grammar does not know, chrono may: `2 hours ago`, `an hour ago`. Loaded only then, and believed only when it used
 * every word, and named a day or an hour: it takes 12/1 for an American date and mid June for the first of it.
 */
async function guess(typed: string, { now, zone }: Here, lean: Lean): Promise<string | undefined> {
  if (/\d\s*\/\s*\d|\b(?:early|mid|late|quarter|q[1-4])\b/i.test(typed)) return undefined
  const { casual } = await import('chrono-node/en')
  const found = casual.parse(typed, { instant: now, timezone: offsetIn(zone, now) }, { forwardDate: lean === 'ahead' })
  const [read, ...more] = found
  if (!read || more.length > 0 || read.end || read.text.length !== typed.length) return undefined
  const { start } = read
  if (start.isCertain('timezoneOffset')) return stampIn(zone, start.date())
  if (!start.isCertain('day') && !start.isCertain('weekday') && !start.isCertain('hour')) return undefined
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute') => start.get(name) ?? 0
  const day = Temporal.PlainDate.from({ year: part('year'), month: part('month'), day: part('day') })
  if (!start.isCertain('hour')) return day.toString()
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: { hour: part('hour'), minute: part('minute') } })
  return stampIn(zone, new Date(at.epochMilliseconds))
}

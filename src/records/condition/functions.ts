import { Duration, UnsignedInt } from '@marcbachmann/cel-js/evaluator'
import { dayIn } from '../days/calendar.ts'
import { countDays } from './days.ts'
import { enterValue, isMap } from './enter.ts'
import { goWrong } from './failed.ts'
import { CALENDAR, type Frame, spend } from './step.ts'

/** What a function does with values that are there; undefined when they are not of its kind. */
type Call = (frame: Frame, x: unknown, y?: unknown, z?: unknown) => unknown

/** A function of the language: how many arguments it takes (the one before the dot not counted), and what it does. */
export type Word = { least: number; most: number; call: Call }

const word = (least: number, most: number, call: Call): Word => ({ least, most, call })

/** Functions said before their argument: `size(deals)`. `has` is not among them: it asks of a name, not of a value. */
export const functions: ReadonlyMap<string, Word> = new Map(
  Object.entries({
    days_since: word(1, 1, (frame, x) => countDaysSince(frame, x)),
    days_until: word(1, 1, (frame, x) => turn(countDaysSince(frame, x))),
    size: word(1, 1, (frame, x) => measure(frame, x)),
    dyn: word(1, 1, (_, x) => x),
    string: word(1, 1, (_, x) => toText(x)),
    int: word(1, 1, (_, x) => toWhole(x)),
    double: word(1, 1, (_, x) => toFraction(x)),
    timestamp: word(1, 1, (_, x) => toTime(x)),
    duration: word(1, 1, (frame, x) => (typeof x === 'string' ? (spend(frame, CALENDAR), toDuration(x)) : undefined)),
  }),
)

/** Functions said after a dot: `name.contains("GmbH")`. */
export const methods: ReadonlyMap<string, Word> = new Map(
  Object.entries({
    size: word(0, 0, (frame, x) => measure(frame, x)),
    contains: ofTexts((x, y) => x.includes(y)),
    startsWith: ofTexts((x, y) => x.startsWith(y)),
    endsWith: ofTexts((x, y) => x.endsWith(y)),
    lowerAscii: ofText((x) => x.toLowerCase()),
    upperAscii: ofText((x) => x.toUpperCase()),
    trim: ofText((x) => x.trim()),
    indexOf: ofTexts((x, y) => BigInt(x.indexOf(y))),
    lastIndexOf: ofTexts((x, y) => BigInt(x.lastIndexOf(y))),
    substring: word(1, 2, cut),
    split: ofTexts((x, y) => x.split(y), 16),
    join: word(0, 1, joinTexts),
    getFullYear: ofTime((x) => x.getUTCFullYear()),
    getMonth: ofTime((x) => x.getUTCMonth()),
    getDate: ofTime((x) => x.getUTCDate()),
    getDayOfMonth: ofTime((x) => x.getUTCDate() - 1),
    getDayOfWeek: ofTime((x) => x.getUTCDay()),
    getHours: ofTime((x) => x.getUTCHours(), 3_600_000),
    getMinutes: ofTime((x) => x.getUTCMinutes(), 60_000),
    getSeconds: ofTime((x) => x.getUTCSeconds(), 1000),
  }),
)

function ofText(call: (x: string) => unknown): Word {
  return word(0, 0, (frame, x) => {
    if (typeof x !== 'string') return undefined
    spend(frame, x.length >> 4)
    return call(x)
  })
}

function ofTexts(call: (x: string, y: string) => unknown, price = 1): Word {
  return word(1, 1, (frame, x, y) => {
    if (typeof x !== 'string' || typeof y !== 'string') return undefined
    spend(frame, ((x.length + y.length) * price) >> 4)
    return call(x, y)
  })
}

function ofTime(call: (x: Date) => number, unit?: number): Word {
  return word(0, 0, (_, x) => {
    if (x instanceof Date) return BigInt(call(x))
    return unit && x instanceof Duration ? BigInt(Math.trunc(x.valueOf() / unit)) : undefined
  })
}

function countDaysSince(frame: Frame, x: unknown): unknown {
  const { scope } = frame
  if (x instanceof Date) spend(frame, CALENDAR)
  const day = x instanceof Date ? dayIn(scope.zone ?? 'UTC', x) : x
  if (typeof day !== 'string') return undefined
  return countDays(day, scope.today) ?? goWrong(`"${day.slice(0, 40)}" is no day`)
}

const turn = (days: unknown) => (typeof days === 'number' ? 0 - days : days)

function measure(frame: Frame, x: unknown): unknown {
  if (typeof x === 'string') {
    spend(frame, x.length >> 2)
    let points = 0
    for (const _ of x) points++
    return BigInt(points)
  }
  if (Array.isArray(x)) return BigInt(x.length)
  if (!isMap(x)) return undefined
  const keys = Object.keys(x).length
  spend(frame, keys)
  return BigInt(keys)
}

function cut(frame: Frame, x: unknown, from: unknown, to?: unknown): unknown {
  if (typeof x !== 'string') return undefined
  const start = toIndex(from)
  const end = to === undefined ? x.length : toIndex(to)
  if (start === undefined || end === undefined) return undefined
  if (start < 0 || end < start || end > x.length) return goWrong('substring() reaches outside the text')
  spend(frame, 1)
  return x.substring(start, end)
}

function joinTexts(frame: Frame, x: unknown, between: unknown = ''): unknown {
  if (!Array.isArray(x) || typeof between !== 'string' || !x.every((one) => typeof one === 'string')) return undefined
  spend(
    frame,
    x.reduce((sum: number, one: string) => sum + 1 + ((one.length + between.length) >> 4), 0),
  )
  return x.join(between)
}

const toIndex = (value: unknown) =>
  (typeof value === 'number' && Number.isInteger(value)) || typeof value === 'bigint' ? Number(value) : undefined

function toText(x: unknown): unknown {
  if (x instanceof Date) return x.toISOString()
  if (x instanceof Duration) return x.toString()
  if (x instanceof UnsignedInt) return x.toString()
  return typeof x === 'string' || typeof x === 'number' || typeof x === 'bigint' || typeof x === 'boolean' ? String(x) : undefined
}

function toWhole(x: unknown): unknown {
  if (typeof x === 'bigint') return x
  if (x instanceof UnsignedInt) return BigInt.asIntN(64, x.valueOf())
  if (typeof x === 'number') return Math.abs(x) < 2 ** 63 ? BigInt(Math.trunc(x)) : goWrong('the number is too large')
  if (typeof x === 'string')
    return /^[+-]?\d{1,18}$/.test(x) ? BigInt(x.replace('+', '')) : goWrong(`"${x.slice(0, 40)}" is no whole number`)
  return undefined
}

function toFraction(x: unknown): unknown {
  if (typeof x === 'string')
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(x.slice(0, 400)) ? Number(x) : goWrong(`"${x.slice(0, 40)}" is no number`)
  return typeof x === 'number' || typeof x === 'bigint' || x instanceof UnsignedInt ? Number(x.valueOf()) : undefined
}

function toTime(x: unknown): unknown {
  const time = typeof x === 'bigint' ? new Date(Number(x) * 1000) : enterValue(x)
  if (time instanceof Date && !Number.isNaN(time.getTime())) return time
  return typeof x === 'string' || typeof x === 'bigint' ? goWrong(`${String(x).slice(0, 40)} is no time`) : undefined
}

function toDuration(text: string): unknown {
  const units: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 }
  const shape = /^-?(\d{1,9}(\.\d{1,9})?(ms|h|m|s)){1,4}$/
  if (text.length > 60 || !shape.test(text)) return goWrong(`"${text.slice(0, 40)}" is no duration like 72h or 1h30m`)
  const parts = [...text.matchAll(/([\d.]+)(ms|h|m|s)/g)]
  const total = parts.reduce((sum, [, count, unit]) => sum + Number(count) * units[unit!]!, 0)
  return Duration.fromMilliseconds(text.startsWith('-') ? -total : total)
}

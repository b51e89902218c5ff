import type { Question } from '../draft.ts'
import { sayDay } from '../values/months.ts'
import { type Order, openDays, orderDay, parseDay } from '../values/parse-day.ts'
import { refuse } from './refusal.ts'

type First = { line: number; text: string }

/** What the days of one column told so far. */
export type DayProfile = {
  seen: number
  serials: number
  instants: number
  midnights: number
  /** Cells whose year has two digits, so that it could stand first. */
  short: number
  told: Record<Order, number>
  /** The first cell that could be two days. */
  open?: First
}

export const startDays = (): DayProfile => ({
  seen: 0,
  serials: 0,
  instants: 0,
  midnights: 0,
  short: 0,
  told: { dmy: 0, mdy: 0, ymd: 0 },
})

/** Which orders the three numbers of a cell can stand in. */
const ordersOf = (text: { x: number; y: number; z: number; short: boolean }, century: number): Order[] =>
  (['dmy', 'mdy', 'ymd'] as const).filter((order) => orderDay(text, order, century) !== undefined)

/** Looks at one more cell of a column of days. */
export function lookAtDay(profile: DayProfile, text: string, line: number, century: number): void {
  profile.seen++
  if (isPlainDay(text)) return
  const written = parseDay(text, century)
  if (!written) return
  if (written.is === 'serial') profile.serials++
  else if (written.is === 'instant') {
    profile.instants++
    if (written.midnight) profile.midnights++
  } else if (written.is === 'triple') {
    if (written.short) profile.short++
    const orders = ordersOf(written, century).filter((order) => order !== 'ymd' || written.x > 31)
    const days = new Set(orders.map((order) => orderDay(written, order, century)))
    if (days.size === 1 && orders.length === 1) profile.told[orders[0]!]++
    else if (written.dots) profile.told.dmy++
    else if (days.size > 1) profile.open ??= { line, text }
  }
}

/** The one order that a column's own cells tell; undefined when they tell none or several. */
export function orderTold({ told }: DayProfile): Order | undefined {
  const orders = (['dmy', 'mdy', 'ymd'] as const).filter((order) => told[order] > 0)
  return orders.length === 1 ? orders[0] : undefined
}

const contradicts = ({ told }: DayProfile) => Object.values(told).filter((count) => count > 0).length > 1

type How = {
  century: number
  zone: string
  file: string
  column: string
  asked: Order | undefined
  others: (Order | undefined)[]
}
type Settled = { read: (text: string) => unknown; reading?: string; question?: Question }

/** Decides how the days of a column are written: by its own cells, else by what was asked for, else by the file's other columns. */
export function settleDays(profile: DayProfile, { century, zone, file, column, asked, others }: How): Settled {
  const beside = [...new Set(others.filter((order) => order !== undefined))]
  const years = asked === 'ymd' && profile.short > 0 ? asked : undefined
  const order = years ?? orderTold(profile) ?? asked ?? (contradicts(profile) || beside.length !== 1 ? undefined : beside[0])
  const plain = profile.instants > 0 && profile.midnights === profile.instants
  const serial = profile.serials > 0 && profile.serials === profile.seen
  const dayIn = openDays(zone)

  const read = (text: string): unknown => {
    if (isPlainDay(text)) return text
    const written = parseDay(text, century)
    if (!written) return refuse('is no day the calendar has')
    if (written.is === 'day') return written.day
    if (written.is === 'instant') return plain ? written.day : dayIn(written.ms)
    if (written.is === 'serial') return serial ? written.day : refuse('is no day the calendar has')
    const day = chooseDay(written, order, century)
    if (day === undefined) return refuse('could be two days')
    if (day === null) return refuse('is no day the calendar has')
    return written.ms === undefined ? day : dayIn(Date.parse(`${day}T00:00:00Z`) + written.ms)
  }
  const reading = [
    order && sayOrder(order),
    serial && 'as the day numbers of a spreadsheet',
    plain && 'midnights UTC, as plain days',
    profile.instants > 0 && !plain && `days in ${zone}`,
  ]
    .filter(Boolean)
    .join(', ')
  const question = !order && profile.open ? askOrder(profile.open, file, column, century) : undefined
  return { read, ...(reading ? { reading } : {}), ...(question ? { question } : {}) }
}

/** The day of three numbers: undefined when it could be two, null when it is none. */
function chooseDay(
  written: { x: number; y: number; z: number; short: boolean; dots: boolean },
  order: Order | undefined,
  century: number,
) {
  const settled = order && orderDay(written, order, century)
  if (settled) return settled
  const orders = ordersOf(written, century).filter((one) => one !== 'ymd' || written.x > 31)
  const days = new Set(orders.map((one) => orderDay(written, one, century)!))
  if (days.size === 0) return null
  if (days.size === 1) return [...days][0]!
  return written.dots ? orderDay(written, 'dmy', century) : undefined
}

const sayOrder = (order: Order) => ({ dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' })[order]

function askOrder({ line, text }: First, file: string, column: string, century: number): Question {
  const written = parseDay(text, century)
  const days =
    written?.is === 'triple'
      ? ordersOf(written, century)
          .filter((order) => order !== 'ymd')
          .map((order) => orderDay(written, order, century)!)
      : []
  return {
    file,
    line,
    column,
    message: `"${text}" could be ${[...new Set(days)].map(sayDay).join(' or ')}`,
    hint: '`dates: dmy` or `dates: mdy` in a --map file, or --dates dmy',
  }
}

/** A day as records hold it, told without a pattern: most cells are. */
function isPlainDay(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false
  const month = two(text, 5)
  const day = two(text, 8)
  return two(text, 0) >= 10 && two(text, 2) >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28
}

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones
}

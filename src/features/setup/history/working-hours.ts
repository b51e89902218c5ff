import { instantOf, minuteIn } from '../../../records/days/calendar.ts'
import { Temporal } from '../../../records/days/temporal.ts'
import { hashOf } from '../../../records/hash.ts'

/** When somebody works, on their own clock; minutes since midnight. */
export type Hours = { zone: string; from: number; to: number }

/** Chance that is the same each time for the same question: a whole number from 0, below `below`. */
export type Draw = (about: string, below: number) => number

/** Draws by a seed. */
export const drawBy =
  (seed: string): Draw =>
  (about, below) =>
    Number.parseInt(hashOf('sha256', `${seed} ${about}`).slice(0, 8), 16) % below

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const dayAfter = (day: string, days = 1) => Temporal.PlainDate.from(day).add({ days }).toString()
const isWeekend = (day: string) => Temporal.PlainDate.from(day).dayOfWeek > 5

/** Some minute of a day within a person's hours. */
export function workingMinute(day: string, { zone, from, to }: Hours, about: string, draw: Draw): Date {
  return instantOf(`${day}T${clock(from + draw(`minute ${about}`, Math.max(1, to - from)))}`, zone)
}

/** When somebody writes down what ended at an instant: soon after, or as soon as they work again. */
export function soonAfter(ended: Date, { zone, from, to }: Hours, about: string, draw: Draw): Date {
  const wait = 3 + draw(`wait ${about}`, 20)
  const at = new Date(ended.getTime() + wait * 60_000)
  const [day = '', time = ''] = minuteIn(zone, at).split('T')
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  if (!isWeekend(day) && minute >= from && minute <= to) return at
  return instantOf(`${workday(minute > to ? dayAfter(day) : day)}T${clock(from + wait)}`, zone)
}

/** The day itself when people work on it, else the next one on which they do. */
export const workday = (day: string): string => (isWeekend(day) ? workday(dayAfter(day)) : day)

/** So many days before a day, or the last working day before that. */
export function daysBefore(day: string, days: number): string {
  const then = dayAfter(day, -days)
  return isWeekend(then) ? daysBefore(then, 1) : then
}

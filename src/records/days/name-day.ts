import { Temporal } from './temporal.ts'

/** Monday first, as days of a week are counted. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
export const months = 'january february march april may june july august september october november december'.split(' ')

/** The weekday of a day, in English. */
export const weekdayOf = (day: string): string => weekdays[Temporal.PlainDate.from(day.slice(0, 10)).dayOfWeek - 1]!

const short = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1, 3)

/** A day in full, so that nobody has to count: Fri 27 Nov; with its year when that is not the year of `from`. */
export function nameDay(day: string, from: string): string {
  const { year: inYear, month: inMonth, day: inMonthDay } = Temporal.PlainDate.from(day.slice(0, 10))
  const named = `${short(weekdayOf(day))} ${inMonthDay} ${short(months[inMonth - 1]!)}`
  return inYear === Number(from.slice(0, 4)) ? named : `${named} ${inYear}`
}

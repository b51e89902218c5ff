import { addDays } from '../../../records/days/calendar.ts'
import { readDayWords } from '../../../records/days/day-words.ts'
import { nameDay } from '../../../records/days/name-day.ts'
import type { FieldType } from '../../../records/schema/schema-of.ts'
import type { View } from '../view.ts'
import type { Offer } from './offer.ts'

const usual = ['today', 'tomorrow', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'next week', 'in 2 weeks', 'end of month']

/** Days as people say them, with the day that is meant; what was typed comes first where it says a day. */
export function daysInWords(today: string, typed: string): { words: string; day: string }[] {
  const said = /[a-z]/i.test(typed) ? [typed.replaceAll('-', ' ').trim()] : []
  const words = [...new Set([...said, ...usual])]
  return words.flatMap((one) => {
    const day = one === 'today' ? today : one === 'tomorrow' ? addDays(today, 1) : readDayWords(one, today)
    return day === undefined ? [] : [{ words: one, day }]
  })
}

/** Days for a field that holds one. */
export const offerDays = (view: View, type: FieldType | undefined, typed: string): Offer[] =>
  type?.is === 'day' || type?.is === 'instant'
    ? daysInWords(view.today, typed).map(({ words, day }) => ({
        value: day,
        label: words,
        is: 'day',
        detail: `${nameDay(day, view.today)}, ${day}`,
      }))
    : []

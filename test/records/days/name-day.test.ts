import { expect, test } from 'vitest'
import { nameDay, weekdayOf } from '../../../src/records/days/name-day.ts'

const saturday = '2026-11-21'

test('a day is said in full', () => {
  expect([nameDay('2026-11-27', saturday), nameDay('2027-01-03', saturday)]).toEqual(['Fri 27 Nov', 'Sun 3 Jan 2027'])
})

test('weeks begin on Monday', () => {
  expect(['2026-11-16', saturday, '2026-11-22'].map(weekdayOf)).toEqual(['monday', 'saturday', 'sunday'])
})

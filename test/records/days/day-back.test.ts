import { describe, expect, test } from 'vitest'
import { needDayBack, readDayBack } from '../../../src/records/days/day-back.ts'

describe('a day gone by, said on a Tuesday', () => {
  test.each([
    ['friday', '2026-11-13'],
    ['tuesday', '2026-11-17'],
    ['last monday', '2026-11-16'],
    ['yesterday', '2026-11-16'],
    ['2 weeks ago', '2026-11-03'],
    ['2026-09-01', '2026-09-01'],
    ['2026-02-30', undefined],
    ['soon', undefined],
  ])('%s', (words, day) => {
    expect(readDayBack(words, '2026-11-17')).toBe(day)
  })
})

test('what cannot be read is refused; the day is that of the zone', () => {
  const here = { now: new Date('2026-11-17T23:30:00Z'), zone: 'Europe/Berlin' }
  expect(needDayBack(' yesterday ', here)).toBe('2026-11-17')
  expect(() => needDayBack('2026-02-30', here)).toThrow(expect.objectContaining({ exitCode: 2 }) as Error)
})

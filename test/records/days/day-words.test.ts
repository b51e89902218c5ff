import { describe, expect, test } from 'vitest'
import { findDay, type Lean, readDayWords } from '../../../src/records/days/day-words.ts'

/** A Saturday. */
const saturday = '2026-11-21'

describe('days to come', () => {
  test.each([
    ['Fri', '2026-11-27'],
    ['friday', '2026-11-27'],
    ['by Fri.', '2026-11-27'],
    ['sat', '2026-11-28'],
    ['next tuesday', '2026-11-24'],
    ['this friday', '2026-11-27'],
    ['friday next week', '2026-11-27'],
    ['tue next week', '2026-11-24'],
    ['next week tuesday', '2026-11-24'],
    ['friday week', '2026-12-04'],
    ['a week from friday', '2026-12-04'],
    ['last friday', '2026-11-20'],
    ['last saturday', '2026-11-14'],
    ['today', '2026-11-21'],
    ['EOD', '2026-11-21'],
    ['EOD Friday', '2026-11-27'],
    ['fri eod', '2026-11-27'],
    ['monday morning', '2026-11-23'],
    ['tomorrow', '2026-11-22'],
    ['day after tomorrow', '2026-11-23'],
    ['yesterday', '2026-11-20'],
    ['in 2 weeks', '2026-12-05'],
    ['within three days', '2026-11-24'],
    ['in a month', '2026-12-21'],
    ['in a fortnight', '2026-12-05'],
    ['2 weeks from now', '2026-12-05'],
    ['2 days ago', '2026-11-19'],
    ['27 Nov', '2026-11-27'],
    ['Fri 27 Nov', '2026-11-27'],
    ['27th of November', '2026-11-27'],
    ['Nov 27', '2026-11-27'],
    ['Nov. 27, 2027', '2027-11-27'],
    ['3 Jan', '2027-01-03'],
    ['21 Nov', '2026-11-21'],
    ['29 Feb 2028', '2028-02-29'],
    ['1.12.', '2026-12-01'],
    ['1.12.2026', '2026-12-01'],
    ['2026-12-01', '2026-12-01'],
    ['the 15th', '2026-12-15'],
    ['15th', '2026-12-15'],
    ['on the 21st', '2026-12-21'],
    ['the 31st', '2026-12-31'],
    ['end of week', '2026-11-27'],
    ['eow', '2026-11-27'],
    ['end of next week', '2026-11-27'],
    ['next week', '2026-11-23'],
    ['end of month', '2026-11-30'],
    ['end of february', '2027-02-28'],
    ['end of next month', '2026-12-31'],
    ['next month', '2026-12-01'],
    ['end of the year', '2026-12-31'],
  ])('%s', (words, day) => {
    expect(readDayWords(words, saturday)).toBe(day)
  })

  test.each([
    'Q3',
    'end of Q3',
    'end of quarter',
    'Dec',
    'december',
    'mid december',
    '12/1',
    '31 Nov',
    '30.2.2026',
    '2026-02-30',
    'soon',
    '',
    'fri or mon',
    'Monday 9',
    'Sunny',
    'monday2',
    'asap',
  ])('not for certain: %s', (words) => {
    expect(readDayWords(words, saturday)).toBeUndefined()
  })

  test('a weekday is the next one, never the day itself', () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name) => readDayWords(name, '2026-11-25'))
    expect(days.toSorted((a, b) => (a! < b! ? -1 : 1))).toEqual([
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
    ])
    expect(days[2]).toBe('2026-12-02')
  })

  test.each([
    ['2026-11-20', 'end of week', '2026-11-20'],
    ['2026-11-22', 'end of week', '2026-11-27'],
    ['2026-11-23', 'end of week', '2026-11-27'],
    ['2026-11-23', 'next week', '2026-11-30'],
    ['2026-12-31', 'tomorrow', '2027-01-01'],
    ['2026-01-31', 'in a month', '2026-02-28'],
    ['2026-01-31', 'next month', '2026-02-01'],
  ])('on %s, %s', (from, words, day) => {
    expect(readDayWords(words, from)).toBe(day)
  })
})

test.each<[string, Lean, string]>([
  ['fri', 'near', '2026-11-20'],
  ['tue', 'near', '2026-11-24'],
  ['sat', 'near', '2026-11-21'],
  ['next fri', 'near', '2026-11-27'],
  ['12 Nov', 'near', '2026-11-12'],
  ['12 Nov', 'ahead', '2027-11-12'],
  ['3 Jan', 'near', '2027-01-03'],
  ['the 15th', 'near', '2026-11-15'],
])('%s, %s', (words, lean, day) => {
  expect(readDayWords(words, saturday, lean)).toBe(day)
})

test.each([
  ['Send MSA Fri', 'Fri'],
  ['Send it on 27 Nov, please', '27 Nov'],
  ['Send it by EOD Friday', 'EOD Friday'],
  ['Do it tomorrow or Friday', 'tomorrow'],
])('in "%s" the words are "%s"', (text, words) => {
  const { index, length } = findDay(text, saturday)!
  expect(text.slice(index, index + length)).toBe(words)
})

test.each(["Tuesday's call", 'ask @fri', 'due:2026-12-01', 'a.fri', 'fri-day', 'version 1.12.3', '#27 Nov27'])(
  'no day in "%s"',
  (text) => {
    expect(findDay(text, saturday)).toBeUndefined()
  },
)

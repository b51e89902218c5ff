import { expect, test } from 'vitest'
import { readDays } from '../../../src/records/rules/read-days.ts'

test.each<[text: string, days: number | undefined]>([
  ['2 days', 2],
  ['1 day', 1],
  ['3d', 3],
  ['3 hours', 1],
  ['24 hours', 1],
  ['36 hours', 2],
  ['90 minutes', 1],
  ['2 weeks', 14],
  ['1 month', 30],
  ['0 days', 0],
  [' 5 Days ', 5],
  ['soon', undefined],
  ['-1 days', undefined],
  ['2', undefined],
  ['2 years', undefined],
])('%s', (text, days) => {
  expect(readDays(text)).toBe(days)
})

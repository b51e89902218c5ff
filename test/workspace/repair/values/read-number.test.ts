import { expect, test } from 'vitest'
import { readNumber } from '../../../../src/workspace/repair/values/read-number.ts'

test.each([
  ['12000', 12_000],
  ['12,000', 12_000],
  ['1,234,567', 1_234_567],
  ['12,000.50', 12_000.5],
  ['12.000,50', 12_000.5],
  ['1.234.567', 1_234_567],
  ['12 000', 12_000],
  ["12'000", 12_000],
  ['12_000', 12_000],
  ['-1,5', -1.5],
  ['0.4', 0.4],
  ['.5', 0.5],
  ['€12,000', 12_000],
  ['12,000 EUR', 12_000],
  ['1.234', undefined],
  ['12.000', undefined],
  ['1,2,3', undefined],
  ['1,23,456', undefined],
  ['0,400', undefined],
  ['$12,000', undefined],
  ['12k', undefined],
  ['twelve', undefined],
  ['', undefined],
  ['12345678901234567890', undefined],
])('%s', (written, number) => expect(readNumber(written, ['EUR', '€'])).toBe(number))

import { expect, test } from 'vitest'
import { minorUnits } from '../../src/formulas/minor-units.ts'

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['UYW', 4],
  [undefined, 2],
])('%s has %d decimals', (currency, units) => expect(minorUnits(currency)).toBe(units))

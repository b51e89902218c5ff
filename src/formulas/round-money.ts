import { type Exact, roundTo } from './exact.ts'
import { minorUnits } from './minor-units.ts'

/** An exact sum as a figure in a currency: rounded once, half up (away from zero below it), to the smallest coin. */
export const roundMoney = (sum: Exact, currency: string | undefined): number => roundTo(sum, minorUnits(currency))

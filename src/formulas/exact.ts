import { Big } from 'big.js'

/** Decimals of a division, and those that still count when its result is rounded: thirds that make a whole again do. */
const places = { divided: 60, counted: 50 }

const Decimal = Big()
Decimal.DP = places.divided
Decimal.RM = 1

export type Exact = Big

/** A number of a file as the decimal that is written there: 0.1 is a tenth. */
export const exact = (value: number): Exact => new Decimal(value)

export const nothing: Exact = exact(0)

/** The sum of exact numbers, whatever their order. */
export const sumOf = (values: Iterable<Exact>): Exact => [...values].reduce((sum, value) => sum.plus(value), nothing)

/** A number rounded once, half up (away from zero below it: -0.5 is -1). */
export const roundTo = (value: Exact, decimals: number): number =>
  Number(value.round(places.counted, 1).round(decimals, 1).toFixed()) + 0

import type { Deal } from '../records/kinds/deal.ts'
import { type Exact, exact, sumOf } from './exact.ts'

type Line = NonNullable<Deal['lines']>[number]

/** What a line comes to: quantity × price × (1 − discount). Undefined without a price. */
export const lineAmount = ({ quantity = 1, unit_price: price, discount = 0 }: Line): Exact | undefined =>
  price === undefined
    ? undefined
    : exact(quantity)
        .times(exact(price))
        .times(exact(1).minus(exact(discount)))

/** What the lines of a deal come to, exactly. Undefined when there are none, or one of them has no price. */
export function lineSum(lines: readonly Line[] = []): Exact | undefined {
  const amounts = lines.flatMap((line) => lineAmount(line) ?? [])
  return lines.length > 0 && amounts.length === lines.length ? sumOf(amounts) : undefined
}

/** What a recurring line brings in a year (ARR): what it comes to × 12 ÷ months. Undefined where it does not recur, or its price or months are not said. */
export function yearlyAmount(line: Line): Exact | undefined {
  const whole = line.recurring ? lineAmount(line) : undefined
  return whole && line.months ? whole.times(exact(12)).div(exact(line.months)) : undefined
}

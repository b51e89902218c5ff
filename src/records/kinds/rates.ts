import * as z from 'zod'
import { currency, day, lazily, leaf, list, text } from './field-types.ts'

const rate = leaf('number', 'a number above 0 such as 1.08', (e) => z.number(e).gt(0, e))

const Rate = lazily(() =>
  z.looseObject(
    {
      date: day.describe('The first day the rate holds; it holds until the next one.'),
      from: currency.describe('The currency that is changed.'),
      to: currency.describe('The currency it becomes; absent means the workspace currency.').optional(),
      rate: rate.describe('What 1 unit of `from` is in `to`.'),
      source: text.describe('Where the rate was taken from.').optional(),
    },
    'keys and values such as date, from and rate',
  ),
)

/** Dated exchange rates: `workspace-setup/rates.yaml`. */
export const Rates = lazily(() =>
  z.looseObject({
    rates: list(Rate()).describe('What one unit of a currency was worth, from a day on.').default([]),
  }),
)
export type Rates = z.infer<ReturnType<typeof Rates>>

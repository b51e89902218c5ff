import * as z from 'zod'
import { currency, lazily, list, number, text } from './field-types.ts'

const Quota = lazily(() =>
  z.looseObject(
    {
      person: text.describe('Whose goal it is: a person.').optional(),
      team: text.describe('Whose goal it is: a team.').optional(),
      measure: text.describe('What is counted, such as won, arr, meetings or deals-created.').default('won'),
      amount: number.describe('The goal, in `currency` where money is counted.'),
      currency: currency.describe('The ISO 4217 code; absent means the workspace currency.').optional(),
    },
    'keys and values such as person and amount',
  ),
)

/** The goals of one fiscal period: `workspace-setup/quotas/<fiscal-period>.yaml`, such as 2026-Q4.yaml. */
export const Quotas = lazily(() =>
  z.looseObject({
    quotas: list(Quota()).describe('One goal per person or team and measure.').default([]),
  }),
)
export type Quotas = z.infer<ReturnType<typeof Quotas>>

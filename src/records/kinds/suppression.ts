import * as z from 'zod'
import { choice, day, email, lazily, list, text } from './field-types.ts'

const Suppressed = lazily(() =>
  z.looseObject(
    {
      email: email.describe('The address, in small letters.'),
      reason: choice(['opt-out', 'bounce', 'complaint', 'manual']).describe('Why nothing may be sent to it.'),
      on: day.describe('The day it became so.').optional(),
      source: text.describe('Where we know it from.').optional(),
    },
    'keys and values such as email and reason',
  ),
)

/** Addresses that nothing is ever sent to: `workspace-setup/compliance/suppression.yaml`. The list only grows. */
export const Suppression = lazily(() =>
  z.looseObject({
    suppressed: list(Suppressed()).describe('One entry per address, in the order of the addresses.').default([]),
  }),
)
export type Suppression = z.infer<ReturnType<typeof Suppression>>

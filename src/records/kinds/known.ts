import * as z from 'zod'
import { day, lazily, list, text } from './field-types.ts'

/** What already held when a rule was first seen: `reporting/pulse/known/<rule>/<commit>.yaml`. It does not fire until it has ended. */
export const Known = lazily(() =>
  z.looseObject({
    rule: text.describe('The rule.'),
    personal: text.describe('Whose personal rule it is; absent for a rule of the team.').optional(),
    on: day.describe('The day it was first seen.'),
    pairs: list(text).describe('The paths of the records it already held for.').default([]),
  }),
)
export type Known = z.infer<ReturnType<typeof Known>>

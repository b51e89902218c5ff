import * as z from 'zod'
import { lazily, list, text } from './field-types.ts'

const Territory = lazily(() =>
  z.looseObject(
    {
      name: text.describe('The name of the territory.').optional(),
      when: text.describe('A CEL condition about the customer; absent, every customer.').optional(),
      owner: text.describe('Who gets the customer: a person.'),
    },
    'keys and values such as when and owner',
  ),
)

/** Who owns which customers: `workspace-setup/territories.yaml`. The first rule that holds decides. */
export const Territories = lazily(() =>
  z.looseObject({
    territories: list(Territory()).describe('The rules, in order; the first whose condition holds decides.').default([]),
  }),
)
export type Territories = z.infer<ReturnType<typeof Territories>>

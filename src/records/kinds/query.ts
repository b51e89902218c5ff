import * as z from 'zod'
import { choice, count, flag, lazily, leaf, list, number, text } from './field-types.ts'

/** What a list is about: a kind of record, or tasks. */
export const abouts = ['customer', 'contact', 'deal', 'activity', 'task'] as const
export type About = (typeof abouts)[number]

const most = leaf('number', 'a whole number from 1 up such as 20', (e) => count.min(1, e))

/** A list with a name: `workspace-setup/queries/<name>.yaml`, run by `dossier list <name>`; one's own in `personal/<user>/queries/`. */
export const Query = lazily(() =>
  z.looseObject({
    about: choice(abouts).describe('What is listed.'),
    title: text.describe('What the list is for, in a few words.').optional(),
    where: text.describe('Only those this condition (CEL) is true of, such as amount > 10000 && owner == me.').optional(),
    sort: z
      .union([text, list(text)], 'fields such as -amount, name')
      .describe('The fields to sort by; - before a field, or :desc after it, for the largest first.')
      .optional(),
    limit: most.describe('How many at most.').optional(),
    fields: z
      .union([list(text), text], 'a list of fields such as [name, customer.segment]')
      .describe('What is shown of each; absent, what the list of its kind shows.')
      .optional(),
    archived: flag.describe('Only what was put away.').optional(),
    params: z
      .record(z.string(), z.union([number, flag, text], 'a number, true or false, or text'), 'names and values such as days: 30')
      .describe('What may be given when it is run (days=60), with the value it has otherwise; where: names it as $days.')
      .optional(),
  }),
)
export type Query = z.infer<ReturnType<typeof Query>>

import * as z from 'zod'
import { choice, lazily, leaf, list, text } from './field-types.ts'

const required = leaf('text', 'always, never, or from stage such as from stage negotiation', (e) =>
  z.string(e).regex(/^(?:always|never|from stage \S+)$/, e),
)

const TeamField = lazily(() =>
  z.looseObject(
    {
      type: choice([
        'text',
        'number',
        'money',
        'date',
        'instant',
        'boolean',
        'choice',
        'list',
        'email',
        'phone',
        'url',
        'person',
        'contact',
        'customer',
        'deal',
      ])
        .describe('What the field holds.')
        .default('text'),
      values: list(text).describe('The allowed values, of a choice or of each item of a list.').optional(),
      label: text.describe('The name people see.').optional(),
      description: text.describe('What the field is for.').optional(),
      import: list(text).describe('Headings of CSV columns that hold it.').optional(),
      required: required.describe('When it must be there: always, never, or from stage <id>.').default('never'),
      edit: list(text).describe('The roles that may change it; absent, everyone.').optional(),
    },
    'keys and values such as type: text',
  ),
)

/** A field by its allowed values alone: `tier: [A, B]`. */
const justValues = lazily(() => list(text).describe('The allowed values, where nothing else is to be said.'))

const perField = lazily(() =>
  z.record(
    z.string(),
    z.union([TeamField(), justValues()], 'keys and values such as type: text, or the allowed values such as [A, B]'),
    'the names of fields, each with its type',
  ),
)

/** A team's own fields and allowed values: `workspace-setup/fields.yaml`. They count as if built in. */
export const TeamFields = lazily(() =>
  z.looseObject({
    customer: perField().describe('Own fields of customers.').optional(),
    contact: perField().describe('Own fields of contacts.').optional(),
    deal: perField().describe('Own fields of deals.').optional(),
    activity: perField().describe('Own fields of activities.').optional(),
    document: perField().describe('Own fields of documents.').optional(),
    prospect: perField().describe('Own fields of prospects.').optional(),
    values: z
      .looseObject(
        {
          lost_reason: list(text).describe('Why a deal may be lost.').optional(),
          source: list(text).describe('Where a deal may come from.').optional(),
          segment: list(text).describe('The segments of customers.').optional(),
        },
        'keys such as lost_reason, source and segment',
      )
      .describe('Allowed values of built-in fields.')
      .optional(),
  }),
)
export type TeamFields = z.infer<ReturnType<typeof TeamFields>>
export type TeamField = z.infer<ReturnType<typeof TeamField>>

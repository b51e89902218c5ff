import * as z from 'zod'
import { ForecastCategory } from './deal.ts'
import { choice, count, fraction, lazily, list, text } from './field-types.ts'

const Stage = lazily(() =>
  z.looseObject(
    {
      id: text.describe('The word that stands in `stage:` of a record.'),
      name: text.describe('The name for people; absent, the id.').optional(),
      outcome: choice(['open', 'won', 'lost']).describe('What the stage means for the record.').default('open'),
      probability: fraction.describe('The chance to win from here, from 0 to 1.').optional(),
      forecast_category: ForecastCategory.describe('How far deals in this stage may be counted on.').optional(),
      usual_days: count.describe('How many days a record usually stays here.').optional(),
      require: list(text).describe('CEL conditions; a move into this stage is refused while one does not hold.').default([]),
      advise: list(text).describe('CEL conditions; a move into this stage reports those that do not hold.').default([]),
    },
    'keys and values such as id: discovery',
  ),
)

/** The stages of deals or customers, in order: `customers/workflows/<name>.yaml`. */
export const Workflow = lazily(() =>
  z.looseObject({
    name: text.describe('The name for people; absent, the name of the file.').optional(),
    about: choice(['deal', 'customer']).describe('Whose stages these are.'),
    stages: list(Stage()).describe('The stages, in order.'),
  }),
)
export type Workflow = z.infer<ReturnType<typeof Workflow>>
export type Stage = z.infer<ReturnType<typeof Stage>>

/** What a stage means for a record; one the workflow does not know goes by its name: won, lost or closed, else open. */
export function outcomeOf(stages: readonly Stage[], id: string | undefined): Stage['outcome'] {
  const known = stages.find((stage) => stage.id === id)
  if (known) return known.outcome
  if (/(?:\b|closed)won\b/i.test(id ?? '')) return 'won'
  return /\b(?:lost|closed|closedlost)\b/i.test(id ?? '') ? 'lost' : 'open'
}

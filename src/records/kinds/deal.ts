import * as z from 'zod'
import { ContactRole } from './contact.ts'
import {
  archived,
  belongsTo,
  choice,
  count,
  currency,
  day,
  external,
  flag,
  fraction,
  imported,
  lazily,
  list,
  number,
  text,
} from './field-types.ts'

export const ForecastCategory = choice(['pipeline', 'best-case', 'commit', 'closed', 'omitted'])

const Evidence = lazily(() =>
  z
    .union(
      [
        text,
        z.looseObject({
          text: text.describe('What we know.').optional(),
          contact: text.describe('The slug of the contact it is about.').optional(),
          evidence: text.describe('Where it was said: an activity or a document.').optional(),
          on: day.describe('The day we learned it.').optional(),
        }),
      ],
      'text, or keys such as text, contact, evidence and on',
    )
    .optional(),
)

const Meddpicc = lazily(() =>
  z.looseObject(
    {
      metrics: Evidence().describe('The numbers the customer will measure success by.'),
      economic_buyer: Evidence().describe('Who can spend the money.'),
      decision_criteria: Evidence().describe('What they compare offers by.'),
      decision_process: Evidence().describe('The steps until they decide.'),
      paper_process: Evidence().describe('The steps from yes to signature: legal, security, procurement.'),
      identify_pain: Evidence().describe('What hurts enough to act.'),
      champion: Evidence().describe('Who sells for us when we are not in the room.'),
      competition: Evidence().describe('Whom or what we are up against, doing nothing included.'),
    },
    'keys and values such as champion: jo-park',
  ),
)

const Line = lazily(() =>
  z.looseObject(
    {
      product: text.describe('What is sold.'),
      quantity: number.describe('How many; absent means 1.').optional(),
      unit_price: number.describe('The price of one, in the currency of the deal, for `months` when recurring.').optional(),
      discount: fraction.describe('The discount as a fraction: 0.1 is ten percent.').optional(),
      start: day.describe('The first day of the service.').optional(),
      months: count.describe('For how many months it is bought.').optional(),
      recurring: flag.describe('Whether it is charged again each term.').optional(),
    },
    'keys and values such as product and unit_price',
  ),
)

const Contract = lazily(() =>
  z.looseObject(
    {
      start: day.describe('The first day of the contract.').optional(),
      end: day.describe('The last day of the contract.').optional(),
      notice_days: count.describe('How many days before the end notice must be given.').optional(),
      auto_renew: flag.describe('Whether it goes on by itself.').optional(),
    },
    'keys and values such as start and end',
  ),
)

/** An opportunity: `deals/<slug>.md`. */
export const Deal = lazily(() =>
  z.looseObject({
    name: text.describe('What the deal is called.'),
    owner: text.describe('Who works the deal: a person of workspace-setup/people.').optional(),
    amount: number.describe('The expected value, in `currency`; with lines it is their sum.').optional(),
    currency: currency.describe('The ISO 4217 code of the amount; absent means the workspace currency.').optional(),
    probability: fraction.describe('The chance to win, from 0 to 1; wins over that of the stage.').optional(),
    workflow: text.describe('The workflow the stage belongs to, such as lead-to-close.').optional(),
    stage: text.describe('Where the deal stands: the id of a stage of its workflow.').optional(),
    opened: day.describe('The day the deal began.').optional(),
    close_date: day.describe('The expected closing day while open, the actual one once closed.').optional(),
    forecast_category: ForecastCategory.describe('How far the deal may be counted on; wins over that of the stage.').optional(),
    type: choice(['new-business', 'renewal', 'upsell', 'cross-sell', 'downsell']).describe('What kind of deal it is.').optional(),
    source: text.describe('Where the deal came from; fields.yaml may name the allowed ones.').optional(),
    next_step: text.describe('What happens next.').optional(),
    next_step_date: day.describe('The day the next step is due.').optional(),
    primary_contact: text.describe('The slug of the contact we deal with most.').optional(),
    people: list(
      z.looseObject(
        {
          contact: text.describe('The slug of the contact.'),
          role: ContactRole.describe('The part this person plays in this deal.').optional(),
        },
        'keys and values such as contact: jo-park',
      ),
    )
      .describe('Who takes part at the customer.')
      .optional(),
    partners: list(
      z.looseObject(
        {
          customer: text.describe('The slug of the partner among the customers.'),
          role: text.describe('What the partner does in this deal, such as reseller.').optional(),
        },
        'keys and values such as customer: globex',
      ),
    )
      .describe('Other companies that take part.')
      .optional(),
    competitors: list(text).describe('Whom we compete with.').optional(),
    lost_reason: text.describe('Why the deal was lost; fields.yaml may name the allowed ones.').optional(),
    meddpicc: Meddpicc().describe('What we know by MEDDPICC; each value is text or {text, contact, evidence, on}.').optional(),
    lines: list(Line()).describe('What is sold; their sum is the amount.').optional(),
    contract: Contract().describe('The contract of a won deal.').optional(),
    renews: text.describe('The deal this one renews: its slug or path.').optional(),
    tags: list(text).describe('Free labels.').optional(),
    external: external.optional(),
    imported: imported.optional(),
    belongs_to: belongsTo.optional(),
    archived: archived.optional(),
  }),
)
export type Deal = z.infer<ReturnType<typeof Deal>>

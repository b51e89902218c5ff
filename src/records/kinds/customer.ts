import * as z from 'zod'
import {
  archived,
  belongsTo,
  choice,
  count,
  domain,
  external,
  imported,
  lazily,
  list,
  positive,
  score,
  text,
} from './field-types.ts'

/** Who a customer is: `customers/<slug>/customer.md`. The body holds the running notes. */
export const Customer = lazily(() =>
  z.looseObject({
    name: text.describe('What people call the company.'),
    aliases: list(text).describe('Other names it is known by.').optional(),
    domain: domain.describe('The main web and mail domain, such as acme.com.').optional(),
    domains: list(domain).describe('Further domains whose mail belongs to this customer.').optional(),
    type: choice(['prospect', 'customer', 'partner', 'vendor', 'former']).describe('What the company is to us.').optional(),
    stage: text.describe('Where the customer stands in its workflow: the id of a stage.').optional(),
    workflow: text.describe('The workflow the stage belongs to, such as customer-journey.').optional(),
    owner: text.describe('Who owns the account: a person of workspace-setup/people.').optional(),
    csm: text.describe('Who looks after the customer once it has bought: a person.').optional(),
    parent: text.describe('The slug of the parent company, which makes a group.').optional(),
    segment: text
      .describe('The segment, such as smb, mid-market or enterprise; fields.yaml may name the allowed ones.')
      .optional(),
    territory: text.describe('The sales territory it belongs to.').optional(),
    industry: text.describe('What line of business it is in.').optional(),
    employees: count.describe('How many people work there.').optional(),
    revenue: positive.describe('Its yearly revenue, in the workspace currency.').optional(),
    location: text.describe('Where it sits, such as Berlin, DE.').optional(),
    timezone: text.describe('Its time zone by IANA name, such as Europe/Berlin.').optional(),
    health: score.describe('Health from 0 to 100 set by hand; absent, it is computed.').optional(),
    tags: list(text).describe('Free labels.').optional(),
    external: external.optional(),
    share: choice(['none', 'group'])
      .describe('group: the files of this customer may enter contexts of its subsidiaries.')
      .optional(),
    imported: imported.optional(),
    belongs_to: belongsTo.optional(),
    archived: archived.optional(),
  }),
)
export type Customer = z.infer<ReturnType<typeof Customer>>

import * as z from 'zod'
import { choice, count, day, domain, external, lazily, list, positive, score, text } from './field-types.ts'

/** A found company that is no customer yet: `customers/prospects/<2 hex>/<domain>.yaml`. */
export const Prospect = lazily(() =>
  z.looseObject({
    name: text.describe('What people call the company.'),
    domain: domain.describe('The web domain, in ASCII; the file is named after it.'),
    domains: list(domain).describe('Further domains of the same company.').optional(),
    status: choice(['new', 'enriching', 'enriched', 'ready', 'contacted', 'engaged', 'meeting', 'won', 'lost', 'archived'])
      .describe('How far it has come; absent means new.')
      .optional(),
    owner: text.describe('Who works it: a person of workspace-setup/people.').optional(),
    customer: text.describe('The slug of the customer it has become.').optional(),
    found: day.describe('The day it was found.').optional(),
    source: text.describe('Where it was found.').optional(),
    industry: text.describe('What line of business it is in.').optional(),
    segment: text.describe('The segment, such as smb, mid-market or enterprise.').optional(),
    employees: count.describe('How many people work there.').optional(),
    revenue: positive.describe('Its yearly revenue, in the workspace currency.').optional(),
    location: text.describe('Where it sits, such as Berlin, DE.').optional(),
    country: text.describe('The ISO 3166 code of the country, such as DE.').optional(),
    description: text.describe('What the company does, in a sentence or two.').optional(),
    linkedin: text.describe('The address of the LinkedIn page.').optional(),
    score: score.describe('How well it fits, from 0 to 100.').optional(),
    tier: text.describe('The tier the score led to.').optional(),
    tags: list(text).describe('Free labels.').optional(),
    external: external.optional(),
  }),
)
export type Prospect = z.infer<ReturnType<typeof Prospect>>

import * as z from 'zod'
import { choice, count, lazily, list, positive, text } from './field-types.ts'

/** What a context of one customer is made of; a tier names those it wants, in the order they are laid out. */
const customerSections = [
  'facts',
  'people',
  'notes',
  'own-notes',
  'documents',
  'toolkit',
  'deals',
  'journey',
  'competition',
  'activities',
  'noticed',
  'next',
] as const

/** What a context across customers has besides the sections of each, by what it is for. */
const acrossSections = {
  'team-pipeline': ['figures'],
  'my-week': ['meetings', 'due', 'closing', 'renewals', 'quiet', 'alerts'],
  segment: ['figures', 'health', 'objections', 'competitors'],
} as const

/** What a context across customers may be for. */
export type Across = keyof typeof acrossSections
export const acrossKinds = ['team-pipeline', 'my-week', 'segment'] as const satisfies readonly Across[]

const sectionNames = [
  ...customerSections,
  'figures',
  'meetings',
  'due',
  'closing',
  'renewals',
  'quiet',
  'alerts',
  'health',
  'objections',
  'competitors',
] as const
export type SectionName = (typeof sectionNames)[number]

/** The sections a tier may have, by what it is for; somebody's own notes are told of one customer at a time. */
export const sectionsFor = (of: 'customer' | Across): readonly SectionName[] =>
  of === 'customer' ? customerSections : [...acrossSections[of], ...customerSections.filter((name) => name !== 'own-notes')]

const Section = lazily(() =>
  z.looseObject(
    {
      name: choice(sectionNames).describe('What stands in it.'),
      title: text.describe('Its heading; absent, the name.').optional(),
      weight: positive.describe('How much what stands in it counts against the others; absent means 1.').default(1),
      min: count.describe('Tokens it gets before sections share what is left.').default(0),
      max: count.describe('Tokens after which it waits until all others have theirs; absent means no end.').optional(),
    },
    'keys and values such as name: deals',
  ),
)

/** How a context of one size is composed: `customers/templates/<tier>.md`. The body is the template, in handlebars. */
export const Tier = lazily(() =>
  z.looseObject({
    name: text.describe('What it is called; absent, the name of the file.').optional(),
    for: choice(['customer', ...acrossKinds])
      .describe('What it is a size of: the context of one customer, or one across customers; absent, of one customer.')
      .optional(),
    budget: count.describe('The most tokens a context of this size may have.'),
    sections: list(Section()).describe('Its sections, in order: what changes seldom first, so that two contexts begin alike.'),
  }),
)
export type Tier = z.infer<ReturnType<typeof Tier>>

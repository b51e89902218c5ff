import * as z from 'zod'
import { choice, count, lazily, list, positive, text } from './field-types.ts'

/** What a context is made of; a tier names those it wants, in the order they are laid out. */
const sectionNames = ['facts', 'people', 'notes', 'documents', 'toolkit', 'deals', 'activities', 'next'] as const
export type SectionName = (typeof sectionNames)[number]

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
    budget: count.describe('The most tokens a context of this size may have.'),
    sections: list(Section()).describe('Its sections, in order: what changes seldom first, so that two contexts begin alike.'),
  }),
)
export type Tier = z.infer<ReturnType<typeof Tier>>

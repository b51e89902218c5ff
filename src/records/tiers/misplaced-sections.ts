import { sectionsFor, type Tier } from '../kinds/tier.ts'
import type { Problem } from '../problem.ts'
import { type FrontMatter, fieldPlace } from '../text/front-matter.ts'

/** Sections of a tier that a context of its kind does not have, each with its line. */
export const misplacedSections = ({ for: of = 'customer', sections }: Tier, sheet: FrontMatter): Problem[] =>
  sections.flatMap(({ name }, n): Problem[] => {
    const known = sectionsFor(of)
    if (known.includes(name)) return []
    return [
      {
        path: sheet.path,
        ...fieldPlace(sheet, ['sections', `${n}`, 'name']),
        message: `A context for ${of === 'customer' ? 'one customer' : of} has no section "${name}".`,
        expected: `one of ${known.join(', ')}`,
        severity: 'error',
      },
    ]
  })

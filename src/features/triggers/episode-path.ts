import type { Rule } from '../../records/rules/compile-rules.ts'
import { lettersOf, slugify } from '../../records/slug.ts'
import type { Subject } from './open-tree.ts'

type Ruled = Pick<Rule, 'name' | 'personal'>

/** The name of an episode, which follows from rule, subject and cause alone, so that two machines name it alike. */
export const episodeName = ({ name, personal }: Ruled, { key, customer }: Pick<Subject, 'key' | 'customer'>, cause: string) =>
  [customer ?? 'unassigned', slugify(name, 40), lettersOf([personal ?? '', name, key, cause].join('\n'), 6)]
    .filter(Boolean)
    .join('-')

export const episodePath = (rule: Ruled, subject: Pick<Subject, 'key' | 'customer'>, cause: string) =>
  `reporting/pulse/${episodeName(rule, subject, cause)}.yaml`

/** The name of a digest, from the names of the episodes it stands for. */
export const digestPath = ({ name, personal }: Ruled, names: readonly string[]) =>
  `reporting/pulse/digest-${slugify(name, 40)}-${lettersOf([personal ?? '', name, ...[...names].sort()].join('\n'), 6)}.yaml`

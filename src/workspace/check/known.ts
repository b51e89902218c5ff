import type { Condition } from '../../records/condition/compile.ts'
import type { Names } from '../../records/condition/names.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { Stage, Workflow } from '../../records/kinds/workflow.ts'
import { kindOf, slugInPath } from '../../records/kinds.ts'
import type { People } from '../people.ts'
import { customerIn } from '../tree.ts'

/** A workflow, and each stage's requirements, compiled once. */
export type KnownWorkflow = { slug: string; about: Workflow['about']; stages: Stage[]; require: Map<string, Condition[]> }

/** What a record is held against: who and what exists in the whole tree, by names alone where names say enough. */
export type Known = {
  has: (path: string) => boolean
  customers: readonly string[]
  /** Slugs of a customer's contacts or deals. */
  slugsOf: (customer: string, kind: 'contact' | 'deal') => readonly string[]
  people: People
  /** Slugs of all people, those whose file cannot be used included. */
  persons: readonly string[]
  /** Workflows by slug; undefined where the file cannot be used. */
  workflows: Map<string, KnownWorkflow | undefined>
  /** Rules by whose they are and their name in small letters, with their place. */
  rules: Map<string, string>
  team: TeamFields | undefined
  names: Names
  today: string | undefined
  zone: string
  /** What records name although none of its kind exists at all: said once, with the count. */
  lacking: Map<string, number>
  /** How many more times the nearest among very many names is looked for: each look goes through all of them. */
  looks: { left: number }
}

/** What the names of the files say: which customers, contacts, deals and people there are. */
export function readNames(files: readonly string[]): Pick<Known, 'has' | 'customers' | 'slugsOf' | 'persons'> {
  const paths = new Set(files)
  const slugs = new Map<string, string[]>()
  for (const path of files) {
    const kind = kindOf(path)
    if (kind !== 'customer' && kind !== 'contact' && kind !== 'deal' && kind !== 'person') continue
    const key = kind === 'contact' || kind === 'deal' ? `${kind} ${customerIn(path)}` : kind
    const list = slugs.get(key)
    if (list) list.push(slugInPath(path))
    else slugs.set(key, [slugInPath(path)])
  }
  return {
    has: (path) => paths.has(path),
    customers: slugs.get('customer') ?? [],
    persons: slugs.get('person') ?? [],
    slugsOf: (customer, kind) => slugs.get(`${kind} ${customer}`) ?? [],
  }
}

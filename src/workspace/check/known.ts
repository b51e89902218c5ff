import type { Condition } from '../../records/condition/compile.ts'
import type { Names } from '../../records/condition/names.ts'
import type { Checks } from '../../records/kinds/checks.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { Stage, Workflow } from '../../records/kinds/workflow.ts'
import { kindOf, slugInPath } from '../../records/kinds.ts'
import { once } from '../../records/once.ts'
import type { People } from '../people.ts'
import type { Place } from '../place.ts'
import { customerIn } from '../tree.ts'
import type { Source } from './source/source.ts'
import type { KnownAssertion } from './team/assertions.ts'
import type { ComputedOf } from './team/computed.ts'
import type { Twins } from './twins.ts'

/** A workflow, and each stage's requirements, compiled once. */
export type KnownWorkflow = { slug: string; about: Workflow['about']; stages: Stage[]; require: Map<string, Condition[]> }

/** What a record is held against: who and what exists in the whole tree, by names alone where names say enough. */
export type Known = {
  place: Place
  source: Source
  has: (path: string) => boolean
  /** Whether a folder of the tree was met. */
  hasFolder: (path: string) => boolean
  /** The names of the files in a folder. */
  namesIn: (folder: string) => readonly string[]
  /** Whether any file is called so, in small letters, its ending aside. */
  isCalled: (name: string) => boolean
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
  assertions: KnownAssertion[]
  /** What the team says of the codes (checks.yaml). */
  checks: Checks
  /** Domains of the team's own (workspace.yaml). */
  ownDomains: readonly string[]
  /** What is computed of a record for a condition; `beside` are the records of its customer. */
  computed: ComputedOf
  twins: Twins
  team: TeamFields | undefined
  names: Names
  today: string | undefined
  zone: string
  /** What records name although none of its kind exists at all: said once, with the count. */
  lacking: Map<string, number>
  /** How many more times the nearest among very many names is looked for: each look goes through all of them. */
  looks: { left: number }
}

type ByName = Pick<Known, 'has' | 'hasFolder' | 'namesIn' | 'isCalled' | 'customers' | 'slugsOf' | 'persons'>

/** What the names of the files say: which customers, contacts, deals and people there are. */
export function readNames(files: readonly string[], folders: readonly string[]): ByName & { position: (path: string) => number } {
  const paths = new Map(files.map((path, n) => [path, n]))
  const there = new Set(folders)
  const slugs = new Map<string, string[]>()
  for (const path of files) {
    const kind = kindOf(path)
    if (kind !== 'customer' && kind !== 'contact' && kind !== 'deal' && kind !== 'person') continue
    const key = kind === 'contact' || kind === 'deal' ? `${kind} ${customerIn(path)}` : kind
    const list = slugs.get(key)
    if (list) list.push(slugInPath(path))
    else slugs.set(key, [slugInPath(path)])
  }
  const called = once(() => new Set(files.map((path) => slugInPath(path).toLowerCase())))
  const byFolder = once(() => Map.groupBy(files, (path) => path.slice(0, path.lastIndexOf('/'))))
  return {
    has: (path) => paths.has(path),
    hasFolder: (path) => there.has(path),
    namesIn: (folder) => (byFolder().get(folder) ?? []).map((path) => path.slice(folder.length + 1)),
    isCalled: (name) => called().has(name.toLowerCase()),
    position: (path) => paths.get(path) ?? files.length,
    customers: slugs.get('customer') ?? [],
    persons: slugs.get('person') ?? [],
    slugsOf: (customer, kind) => slugs.get(`${kind} ${customer}`) ?? [],
  }
}

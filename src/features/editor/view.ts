import type { TeamFields } from '../../records/kinds/fields.ts'
import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import { type KindName, slugInPath } from '../../records/kinds.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import { type People, readPeople } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import { asIfMade, type Kept, teamPath } from '../../workspace/records.ts'
import { readSheet } from '../../workspace/sheet.ts'
import { customerSlugs, isCustomer, isThere, recordPaths } from '../../workspace/tree.ts'

/** The workspace as an editor shows it: texts that are open there count before those on the disk. Names are read when asked for, and kept. */
export type View = {
  place: Place
  now: Date
  today: string
  zone: string
  settings: Pick<WorkspaceSettings, 'own_domains' | 'currency' | 'phone_country'>
  team: () => TeamFields | undefined
  people: () => People
  persons: () => readonly string[]
  customers: () => readonly string[]
  isCustomer: (slug: string) => boolean
  /** Slugs of a customer's records; of `_unassigned` as well. */
  slugs: (kind: 'contact' | 'deal' | 'activity', customer: string) => readonly string[]
  workflows: () => readonly Kept<'workflow'>[]
  has: (path: string) => boolean
  /** The text of a file that is open in the editor; undefined for others. */
  openText: (path: string) => string | undefined
  /** The text of a file as it stands in the editor, else on the disk; undefined where none can be read. */
  text: (path: string) => string | undefined
  record: <K extends KindName>(kind: K, path: string) => Kept<K> | undefined
  /** What is made once until something changes, by its name. */
  kept: <T>(name: string, make: () => T) => T
  /** What may be a little older: words in use, which all files must be searched for. */
  lasting: Map<string, unknown>
}

type Asked = Pick<View, 'now' | 'today' | 'zone' | 'settings'> & {
  /** The text of a file that is open in the editor; undefined for others. */
  openText?: (path: string) => string | undefined
  lasting?: Map<string, unknown>
}

/** Opens a view that holds until something changes; making another one costs nothing. */
export function openView(place: Place, { openText = () => undefined, lasting = new Map(), ...standing }: Asked): View {
  const memory = new Map<string, unknown>()
  const kept = <T>(name: string, make: () => T): T => {
    if (!memory.has(name)) memory.set(name, make())
    return memory.get(name) as T
  }
  const text = (path: string) => {
    const open = openText(path)
    if (open !== undefined) return open
    const read = readSheet(place, path)
    return 'sheet' in read ? read.sheet.text : undefined
  }
  const team = () =>
    kept('team', () => {
      const said = text(teamPath)
      return said === undefined ? undefined : readRecord('fields', teamPath, said).value
    })
  const record = <K extends KindName>(kind: K, path: string) => {
    const said = text(path)
    return said === undefined ? undefined : asIfMade(kind, path, said, team())
  }
  const workflows = () =>
    kept('workflows', () => recordPaths(place, 'workflow').flatMap((path) => record('workflow', path) ?? []))
  return {
    ...standing,
    place,
    kept,
    lasting,
    openText,
    text,
    team,
    record,
    workflows,
    people: () => kept('people', () => readPeople(place)),
    persons: () => kept('persons', () => recordPaths(place, 'person').map(slugInPath)),
    customers: () => kept('customers', () => customerSlugs(place)),
    isCustomer: (slug) => kept(`is ${slug}`, () => isCustomer(place, slug)),
    slugs: (kind, customer) => kept(`${kind} ${customer}`, () => recordPaths(place, kind, customer).map(slugInPath)),
    has: (path) => openText(path) !== undefined || isThere(place, path),
  }
}

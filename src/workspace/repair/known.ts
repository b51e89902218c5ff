import type { Contact } from '../../records/kinds/contact.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { ReferenceTarget } from '../../records/kinds/reference-fields.ts'
import type { Workflow } from '../../records/kinds/workflow.ts'
import { type KindName, kindOf, slugInPath } from '../../records/kinds.ts'
import { once } from '../../records/once.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import { readFrontMatter } from '../../records/text/front-matter.ts'
import type { Around } from '../check/body/lead-to.ts'
import { readNames } from '../check/known.ts'
import { customerIn } from '../tree.ts'
import { chooseWorkflow } from '../workflows.ts'
import { foldWord, onlyOne } from './fold.ts'
import type { Overlay } from './overlay.ts'
import type { ReadPhone } from './values/open-phones.ts'

/** What mends are held against from outside the tree. */
export type Given = {
  team: TeamFields | undefined
  /** Two letters: the country of phone numbers where a customer's location names none. */
  country?: string | undefined
  /** The currency of amounts without one. */
  currency?: string | undefined
  phone: ReadPhone
}

/** What a text is held against when it is mended: who and what exists in the whole tree. Texts of others are read when asked for. */
export type MendKnown = Given & {
  has: (path: string) => boolean
  isPerson: (slug: string) => boolean
  /** The slug of the only person who has this slug, name, alias or e-mail. */
  personCalled: (name: string) => string | undefined
  workflowFor: (about: Workflow['about'], named: string | undefined) => Workflow | undefined
  workflowCalled: (name: string) => string | undefined
  /** Where the stubs that begin at a path end; undefined where none stands there, or they lead nowhere. */
  redirectOf: (path: string) => string | undefined
  /** The contacts of a customer, by path. */
  contactsOf: (customer: string) => ReadonlyMap<string, Contact>
  /** The files of a kind whose slug is this one but for case, accents and signs. */
  alike: (target: ReferenceTarget, slug: string) => readonly string[]
  /** Names alone, as check looks at them to see whether a link leads somewhere. */
  around: () => Around
  /** Files of the tree by their name without folders. */
  named: (name: string) => readonly string[]
  /** Where a file went that this repair moves. */
  movedTo: (path: string) => string | undefined
  /** Where a file lay that this repair has moved to a path. */
  movedFrom: (path: string) => string | undefined
  /** Two letters: where the customer of a record sits. */
  countryOf: (path: string) => string | undefined
}

type Tree = Pick<Overlay, 'paths' | 'has' | 'text'>

/** Opens what mends are held against. Only names are looked at; whatever else is needed is read once, when it is asked for. */
export function openKnown(tree: Tree, given: Given, moved: ReadonlyMap<string, string> = new Map()): MendKnown {
  const byKind = once(() => Map.groupBy(tree.paths(), (path) => kindOf(path)))
  const of = (kind: KindName) => byKind().get(kind) ?? []
  const folded = once(
    () =>
      new Map(
        (['customer', 'contact', 'deal'] as const).map((kind) => [
          kind,
          Map.groupBy(of(kind), (path) => foldWord(slugInPath(path))),
        ]),
      ),
  )
  const around = once(() => {
    const paths = tree.paths()
    const { hasFolder, isCalled } = readNames(paths, [...new Set(paths.flatMap(foldersAbove))])
    return { has: tree.has, hasFolder, isCalled, source: { holds: tree.has } }
  })
  const names = once(() =>
    Map.groupBy(tree.paths(), (path) =>
      path
        .slice(path.lastIndexOf('/') + 1)
        .normalize('NFC')
        .toLowerCase(),
    ),
  )
  const read = <K extends KindName>(kind: K, path: string) => {
    const text = tree.text(path)
    return text === undefined ? undefined : readRecord(kind, path, text, given.team)
  }
  const people = once(() =>
    nameThem(of('person').map((path) => ({ slug: slugInPath(path), value: read('person', path)?.value }))),
  )
  const workflows = once(() => new Map(of('workflow').map((path) => [slugInPath(path), read('workflow', path)?.value])))
  const origins = once(() => new Map([...moved].map(([from, to]) => [to, from])))
  const contacts = new Map<string, ReadonlyMap<string, Contact>>()
  const countries = new Map<string, string | undefined>()
  return {
    ...given,
    has: tree.has,
    isPerson: (slug) => tree.has(`workspace-setup/people/${slug}.yaml`),
    personCalled: (name) => onlyOne(people().get(name.trim().toLowerCase().replace(/^@/, '')) ?? []),
    workflowFor: (about, workflow) =>
      chooseWorkflow(
        about,
        { workflow },
        {
          has: (slug) => workflows().has(slug),
          get: (slug) => workflows().get(slug),
          only: () => [...workflows().values()].find((one) => one?.about === about),
        },
      ),
    workflowCalled: (name) => onlyOne([...workflows().keys()].filter((slug) => foldWord(slug) === foldWord(name))),
    redirectOf: (path) => follow(path, (at) => redirectIn(at, tree.text(at))),
    contactsOf(customer) {
      const ready = contacts.get(customer) ?? new Map(of('contact').flatMap((path) => contactAt(customer, path)))
      contacts.set(customer, ready)
      return ready
    },
    alike: (target, slug) => folded().get(target)?.get(foldWord(slug)) ?? [],
    around,
    named: (name) => names().get(name.normalize('NFC').toLowerCase()) ?? [],
    movedTo: (path) => moved.get(path),
    movedFrom: (path) => origins().get(path),
    countryOf(path) {
      const customer = customerIn(path)
      if (customer === undefined) return given.country
      if (!countries.has(customer)) countries.set(customer, countryIn(customer))
      return countries.get(customer)
    },
  }

  function contactAt(customer: string, path: string): [string, Contact][] {
    if (customerIn(path) !== customer) return []
    const { value } = read('contact', path) ?? {}
    return value ? [[path, value]] : []
  }

  /** A location that names no country leaves it open which one it is. */
  function countryIn(customer: string): string | undefined {
    const path = `customers/${customer}/customer.md`
    const { location } = (tree.has(path) ? read('customer', path)?.value : undefined) ?? {}
    if (location === undefined) return given.country
    const [, code] = /,\s*([A-Z]{2})$/.exec(location.trim()) ?? []
    return code === 'UK' ? 'GB' : code
  }
}

const foldersAbove = (path: string): string[] =>
  path.includes('/') ? [path.slice(0, path.lastIndexOf('/')), ...foldersAbove(path.slice(0, path.lastIndexOf('/')))] : []

function nameThem(
  people: { slug: string; value?: { name: string; aliases?: string[] | undefined; emails?: string[] | undefined } | undefined }[],
) {
  const called = new Map<string, string[]>()
  for (const { slug, value } of people)
    for (const name of new Set([slug, value?.name ?? slug, ...(value?.aliases ?? []), ...(value?.emails ?? [])]))
      called.set(name.toLowerCase(), [...(called.get(name.toLowerCase()) ?? []), slug])
  return called
}

const redirectIn = (path: string, text: string | undefined) => {
  const kind = kindOf(path)
  if (!kind || !text || typeof readFrontMatter(path, text).data['redirect'] !== 'string') return undefined
  return readRecord(kind, path, text).redirect
}

function follow(path: string, next: (path: string) => string | undefined): string | undefined {
  const way = [path]
  for (let at = next(path); at !== undefined; at = next(at)) {
    if (way.includes(at)) return undefined
    way.push(at)
  }
  return way.length > 1 ? way.at(-1) : undefined
}

import { posix } from 'node:path'
import { referencePlaces } from '../../../records/kinds/reference-fields.ts'
import { type KindName, kindOf, recordPath } from '../../../records/kinds.ts'
import { linkTarget } from '../../../records/links/ways.ts'
import { readRecord } from '../../../records/schema/read-record.ts'
import { slugify } from '../../../records/slug.ts'
import type { Kept } from '../../../workspace/records.ts'
import { customerIn } from '../../../workspace/tree.ts'
import { chooseWorkflow } from '../../../workspace/workflows.ts'
import type { Spot } from '../text/find-spot.ts'
import type { Page } from '../text/open-page.ts'
import type { View } from '../view.ts'
import { type Meaning, meaningOf } from './field-meaning.ts'

/** Another file that is named here. `stage` is the stage of a workflow that is meant. */
export type Target = { path: string; kind: KindName | undefined; stage?: string }

/** The record that a spot names; undefined when it names none, or none that is there. */
export function targetOf(view: View, page: Page, spot: Spot): Target | undefined {
  const path = pathNamed(view, page, spot)
  if (path === undefined) return undefined
  const [at, stage] = typeof path === 'string' ? [path, undefined] : [path.path, path.stage]
  return { path: at, kind: kindOf(at), ...(stage !== undefined && { stage }) }
}

function pathNamed(view: View, page: Page, spot: Spot): string | { path: string; stage: string } | undefined {
  const name = spot.typed.trim()
  if (name === '') return undefined
  if (spot.in === 'link') return linked(view, page.path, name)
  if (spot.in === 'address') return addressed(view, page.path, name)
  if (spot.in === 'person') return person(view, name)
  if (spot.in !== 'value' || !page.kind || spot.quote === 'block') return undefined
  const meaning = meaningOf(page.kind, spot.path, view.team())
  return meaning && named(view, page, meaning, unquote(name, spot.quote))
}

const unquote = (name: string, quote: string | undefined) => (quote === "'" ? name.replaceAll("''", "'") : name)

function named(view: View, page: Page, meaning: Meaning, name: string): ReturnType<typeof pathNamed> {
  const here = customerIn(page.path) ?? '_unassigned'
  switch (meaning) {
    case 'person':
      return person(view, name)
    case 'workflow':
      return there(view, recordPath('workflow', { slug: name }))
    case 'stage':
      return stageAt(view, page, name)
    case 'participant':
      return (
        there(view, recordPath('contact', { slug: name, customer: here })) ?? contactBy(view, here, name) ?? person(view, name)
      )
    case 'redirect':
      return there(view, readRecord(page.kind!, page.path, page.text, view.team()).redirect)
    case 'record':
      return [name.replace(/#.*$|:\d+$/, ''), `customers/${here}/${name}`].find((path) => inTree(path) && view.has(path))
    case 'customer':
    case 'contact':
    case 'deal':
      return referencePlaces(here, name, meaning).find((path) => kindOf(path) === meaning && inTree(path) && view.has(path))
    default:
      return undefined
  }
}

const inTree = (path: string) => !/(?:^|\/)\.\.(?:\/|$)|^\/|\\/.test(path)

const there = (view: View, path: string | undefined) => (path && inTree(path) && view.has(path) ? path : undefined)

function person(view: View, name: string): string | undefined {
  const slug = view.persons().includes(name) ? name : view.people().find(name)
  return slug && there(view, recordPath('person', { slug }))
}

/** A contact of the customer by address; their files are read, and no others. */
function contactBy(view: View, customer: string, address: string): string | undefined {
  if (!address.includes('@')) return undefined
  const wanted = address.toLowerCase()
  return view
    .slugs('contact', customer)
    .map((slug) => `customers/${customer}/contacts/${slug}.md`)
    .find((path) => {
      const { email, emails = [] } = view.record('contact', path)?.value ?? {}
      return [email, ...emails].some((one) => one?.toLowerCase() === wanted)
    })
}

/** Where `[[acme]]`, `[[acme/jo-park]]`, `[[acme/deals/pilot]]` or a path leads; a bare name may be a record of the same customer, or a person. */
function linked(view: View, from: string, written: string): string | undefined {
  const name = written.replace(/#.*$/, '').replace(/\\$/, '').trim().replace(/^\//, '')
  if (name === '') return undefined
  const here = customerIn(from)
  const [owner = '', ...rest] = name.toLowerCase().replace(/\.md$/, '').split('/')
  const last = rest.at(-1) ?? owner
  const inFolders = (customer: string) =>
    ['contacts', 'deals', 'activities'].map((folder) => `customers/${customer}/${folder}/${last}`)
  const byName =
    rest.length === 0
      ? [
          ...[owner, slugify(name)].map((slug) => `customers/${slug}/customer`),
          ...(here ? inFolders(here) : []),
          ...[owner, slugify(name)].map((slug) => `workspace-setup/people/${slug}`),
        ]
      : inFolders(owner)
  const folders = ['', posix.dirname(from), ...(here ? [`customers/${here}`] : [])]
  const byPath = folders.map((folder) => posix.join(folder, name))
  const ways = [...byName, ...byPath, ...byPath.map((path) => `${path}/customer`)]
  return ways
    .flatMap((path) => [path, `${path}.md`, `${path}.yaml`])
    .find((path) => isText.test(path) && inTree(path) && view.has(path))
}

const isText = /\.(?:md|yaml)$/

/** Where `[words](../contacts/jo-park.md)` leads; undefined for addresses of other systems. */
function addressed(view: View, from: string, written: string): string | undefined {
  const [, target = ''] = /^<?([^#?>]*)/.exec(written) ?? []
  if (target === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return undefined
  const path = linkTarget(from, decoded(target))
  return path !== undefined && isText.test(path) ? there(view, path) : undefined
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** The workflow that has the stage a record names. */
function stageAt(view: View, page: Page, stage: string): { path: string; stage: string } | undefined {
  const workflow = workflowAt(view, page)
  return workflow?.value.stages.some(({ id }) => id === stage) ? { path: workflow.path, stage } : undefined
}

/** The workflow a record on a page follows, as far as its keys say it. */
export function workflowAt(view: View, page: Page): Kept<'workflow'> | undefined {
  const workflows = view.workflows()
  const about = page.kind === 'customer' ? 'customer' : 'deal'
  const by = (slug: string) => workflows.find((one) => one.slug === slug)
  return chooseWorkflow(
    about,
    { workflow: valueOf(page, 'workflow') },
    {
      has: (slug) => by(slug) !== undefined,
      get: by,
      only: () => workflows.find(({ value }) => value.about === about),
    },
  )
}

/** What stands behind a key of the record itself; absent where nothing does. */
export function valueOf(page: Page, key: string): string | undefined {
  const cell = page.cells().find((one) => one.is === 'value' && one.path.length === 1 && one.path[0] === key)
  return (cell?.is === 'value' && cell.text) || undefined
}

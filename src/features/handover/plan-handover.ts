import type { Alert } from '../../formulas/measures/book.ts'
import type { Task } from '../../records/kinds/task.ts'
import { lettersOf } from '../../records/slug.ts'
import { fieldPlace, readFrontMatter } from '../../records/text/front-matter.ts'
import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import { type Kept, listRecords } from '../../workspace/records.ts'
import { openTasks } from '../../workspace/tasks.ts'
import { inOrder, isThere } from '../../workspace/tree.ts'
import { type Draft, openDraft } from '../../workspace/write/open-draft.ts'
import { changeFields, changeTasks, type Heirs } from './change-owner.ts'
import { writeHandover } from './write-handover.ts'

/** Which parts of an account go over. */
type Parts = { customer: boolean; deals: boolean; tasks: boolean }

/** What goes over at one customer, and the document that says so. */
export type Handed = {
  customer: string
  from: string
  to: string
  fields: string[]
  contacts: string[]
  deals: { slug: string; stage: string | null; amount: number | null; currency: string | null }[]
  /** Open deals of others, which stay with them. */
  stays: { slug: string; owner: string }[]
  tasks: Pick<Task, 'text' | 'path' | 'line'>[]
  document: string | null
}

export type Asked = {
  to: string
  /** Whose it is now; absent, each customer's owner. */
  from: string | undefined
  parts: Parts
  people: Pick<People, 'find' | 'nameOf'>
  isOpen: (deal: Kept<'deal'>) => boolean
  alerts: readonly Alert[]
  because: string | undefined
  by: string | undefined
  day: string
  currency: string
}

/** How many of the last activities the document tells. */
const lately = 5

/** Decides the handover of one customer after the other, into one draft; those at which nothing changes are left out. */
export function planHandover(place: Place, customers: readonly string[], asked: Asked): { draft: Draft; handed: Handed[] } {
  const draft = openDraft(place)
  const handed = customers.flatMap((customer) => handOver(place, draft, customer, asked) ?? [])
  return { draft, handed }
}

function handOver(place: Place, draft: Draft, customer: string, asked: Asked): Handed | undefined {
  const { to, parts, people, isOpen } = asked
  const find = (name: string) => people.find(name)
  const [record] = customer === '_unassigned' ? [] : listRecords(place, 'customer', { customer }).records
  const owner = record?.value.owner
  const from = asked.from ?? (owner && (find(owner) ?? owner)) ?? ''
  if (from === to) return undefined
  const heirs: Heirs = { from, to, find: (name) => find(name) ?? name }
  const fields = record && parts.customer ? ownerFields(draft, record, from, heirs) : []
  const contacts = listRecords(place, 'contact', { customer }).records
  const theirs = parts.customer ? contacts.filter(({ path, value }) => change(draft, path, value, ['owner'], heirs)) : []
  const open = listRecords(place, 'deal', { customer }).records.filter((deal) => !deal.value.archived && isOpen(deal))
  const isTheirs = ({ value }: Kept<'deal'>) =>
    value.owner ? (find(value.owner) ?? value.owner) === from : owner !== undefined && heirs.find(owner) === from
  const deals = open.filter(isTheirs)
  if (parts.deals) for (const deal of deals) giveDeal(draft, deal, parts, heirs)
  const todo = openTasks(place, customer)
  const tasks = from && parts.tasks ? giveTasks(draft, todo, heirs) : []
  const given = parts.deals ? deals : []
  if (fields.length + theirs.length + tasks.length === 0 && !given.some((deal) => draft.text(deal.path) !== deal.text))
    return undefined
  const stays = open
    .filter((deal) => !given.includes(deal))
    .map(({ slug, value }) => ({ slug, owner: value.owner ?? owner ?? '' }))
  const document = record ? writeDocument(place, draft, record, { ...asked, from, open, contacts, stays, todo }) : null
  return {
    customer,
    from,
    to,
    fields,
    contacts: theirs.map(({ slug }) => slug),
    deals: given.map(({ slug, value: { stage = null, amount = null, currency = null } }) => ({ slug, stage, amount, currency })),
    stays,
    tasks: tasks.map(({ text, path, line }) => ({ text, path, line })),
    document,
  }
}

/** The fields of a customer that name the old person; an owner where there was none. */
function ownerFields(draft: Draft, { path, value }: Kept<'customer'>, from: string, heirs: Heirs): string[] {
  if (value.owner !== undefined || from !== '') return changedFields(draft, path, value, ['owner', 'csm'], heirs)
  return changedFields(draft, path, { ...value, owner: '' }, ['owner'], { ...heirs, find: () => '' })
}

function changedFields(draft: Draft, path: string, value: object, fields: readonly string[], heirs: Heirs): string[] {
  const { text, changed } = changeFields(path, draft.text(path), value as Record<string, unknown>, fields, heirs)
  if (changed.length > 0) draft.put(path, text)
  return changed
}

const change = (draft: Draft, path: string, value: object, fields: readonly string[], heirs: Heirs) =>
  changedFields(draft, path, value, fields, heirs).length > 0

/** A deal that names nobody goes with its customer; where that stays, it is named. */
function giveDeal(draft: Draft, { path, value }: Kept<'deal'>, parts: Parts, heirs: Heirs): void {
  if (value.owner) change(draft, path, value, ['owner'], heirs)
  else if (!parts.customer) change(draft, path, { owner: heirs.from }, ['owner'], heirs)
}

function giveTasks(draft: Draft, open: readonly Task[], heirs: Heirs): Task[] {
  const paths = open.flatMap(({ path, owner }) => (owner !== undefined && heirs.find(owner) === heirs.from ? [path] : []))
  return [...new Set(paths)].flatMap((path) => {
    const { text, tasks } = changeTasks(path, draft.text(path), heirs)
    draft.put(path, text)
    return tasks
  })
}

type Told = Asked & {
  from: string
  open: readonly Kept<'deal'>[]
  contacts: readonly Kept<'contact'>[]
  stays: Handed['stays']
  todo: readonly Task[]
}

function writeDocument(place: Place, draft: Draft, { slug, path, value }: Kept<'customer'>, told: Told): string {
  const { from, to, day, by, because, people, alerts, currency, open, contacts, stays, todo } = told
  const at = ({ path: file }: Kept, field: string, text = draft.text(file)) =>
    `${file}:${fieldPlace(readFrontMatter(file, text), [field]).line}`
  const touches = listRecords(place, 'activity', { customer: slug })
    .records.filter(
      (one) => one.value.type !== 'note' && (one.value.status ?? 'done') === 'done' && one.value.date.slice(0, 10) <= day,
    )
    .sort((a, b) => inOrder(b.value.date, a.value.date) || inOrder(b.path, a.path))
  const wanted = `customers/${slug}/documents/handover-${day}`
  const names = ['', `-${to}`, ...[4, 8, 16].map((n) => `-${to}-${lettersOf(`${path} ${from} ${to}`, n)}`)]
  const document = `${wanted}${names.find((ending) => !isThere(place, `${wanted}${ending}.md`)) ?? ''}.md`
  const text = writeHandover({
    name: value.name,
    from: from ? people.nameOf(from) : 'nobody',
    to: people.nameOf(to),
    by,
    because,
    day,
    currency,
    deals: open.map((deal) => ({
      slug: deal.slug,
      value: deal.value,
      source: at(deal, 'name'),
      stays: stays.find((one) => one.slug === deal.slug)?.owner,
    })),
    people: contacts
      .filter((one) => one.value.status !== 'left' && !one.value.archived)
      .map((one) => ({ slug: one.slug, value: one.value, source: at(one, 'name') })),
    tasks: tasksThen(draft, todo),
    touches: touches.slice(0, lately).map((one) => ({ slug: one.slug, value: one.value, source: at(one, 'subject') })),
    alerts: alerts.filter((one) => one.customer === slug && one.status !== 'resolved'),
  })
  draft.put(document, text)
  return document
}

/** Tasks with their lines as they will be: a new field above moves those below. */
const tasksThen = (draft: Draft, tasks: readonly Task[]): Task[] =>
  tasks.map((task) => {
    const grown = draft.text(task.path).split('\n').length - draft.before(task.path).split('\n').length
    return { ...task, line: task.line + grown }
  })

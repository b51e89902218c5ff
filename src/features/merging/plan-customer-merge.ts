import type { TeamFields } from '../../records/kinds/fields.ts'
import { kindOf } from '../../records/kinds.ts'
import type { Plan } from '../../records/plan.ts'
import type { FieldEdit } from '../../records/schema/field-values.ts'
import { setField } from '../../records/text/set-field.ts'
import { keptFiles } from '../../workspace/links/find-mentions.ts'
import { planRelinks, relinkFile } from '../../workspace/links/plan-relinks.ts'
import type { Named } from '../../workspace/open-named.ts'
import type { Place } from '../../workspace/place.ts'
import { listRecords, readAll } from '../../workspace/records.ts'
import { openDraft } from '../../workspace/write/open-draft.ts'
import { appendMerged } from './append-merged.ts'
import { chooseParent } from './choose-parent.ts'
import { matchContacts } from './match-contacts.ts'
import type { Differing } from './merge-fields.ts'
import { mergeInto } from './merge-into.ts'
import { placeFiles } from './place-files.ts'
import { stubText } from './stub-text.ts'

/** What merging one customer into another does, as people and programs are told. */
export type CustomerMerge = {
  into: string
  from: string
  taken: { field: string; value: unknown }[]
  differing: Differing[]
  moved: Record<'contacts' | 'deals' | 'activities' | 'documents' | 'others', number>
  merged: { from: string; into: string; differing: Differing[] }[]
  renamed: { from: string; to: string }[]
  same: string[]
  relinked: string[]
  stays: { path: string; because: string }[]
  /** Lines that still name the old record; its stub leads on from there. */
  left: string[]
  notes: string[]
}

type Asked = { day: string; team: TeamFields | undefined; parentOf: (slug: string) => string | undefined }

/** Decides everything that makes two customers one: fields, files, references and the stub. Throws a Failure where nothing could be kept. */
export async function planCustomerMerge(
  place: Place,
  into: Named<'customer'>,
  from: Named<'customer'>,
  { day, team, parentOf }: Asked,
): Promise<{ plan: Plan; answer: CustomerMerge }> {
  const [a, b] = [into.slug, from.slug]
  const contacts = (customer: string) => listRecords(place, 'contact', { customer, team }).records
  const merged = matchContacts(contacts(b), contacts(a))
  const files = await keptFiles(place, `customers/${b}`)
  const { moves, renamed, same, joined, behind, described, stays } = placeFiles(place, { from: b, into: a, files, merged })
  const ways = new Map([[`customers/${b}`, `customers/${a}`], [from.path, into.path], ...merged, ...moves, ...joined])
  for (const path of same) ways.set(path, path.replace(`customers/${b}/`, `customers/${a}/`))

  const draft = openDraft(place)
  const has = (path: string) => draft.has(path)
  const how = { ways, day, team, has }
  const left: string[] = []
  const relinked = (path: string, is: string) => {
    const made = relinkFile(ways, { was: path, is, has }, draft.text(path), team)
    left.push(...made.left.map((line) => `${is}:${line}`))
    return made.text
  }
  for (const [path, to] of moves) {
    const file = described.get(path)
    const text = relinked(path, to)
    draft.move(path, to, file === undefined ? text : setField(to, text, ['file'], file))
  }
  for (const path of same) draft.remove(path)
  for (const [path, to] of joined) {
    draft.put(
      to,
      appendMerged(to, relinked(to, to), { name: from.value.name, path, body: relinked(path, to), differing: [], day }),
    )
    draft.remove(path)
  }
  for (const path of behind) draft.put(path, relinked(path, path))
  for (const path of renamed)
    if (kindOf(path) === 'contact' || kindOf(path) === 'deal')
      draft.put(path, stubText(kindOf(path)!, path, moves.get(path)!, { merged: day }))
  const people = [...merged].map(([path, to]) => ({ from: path, into: to, differing: mergeInto(draft, to, path, how).differing }))

  const { parent, cut } = chooseParent(a, b, parentOf)
  const own = into.value.parent
  const group = (): FieldEdit[] =>
    own === parent
      ? []
      : [parent === undefined ? { do: 'remove', field: ['parent'] } : { do: 'set', field: ['parent'], value: parent }]
  const { taken, differing } = mergeInto(draft, into.path, from.path, { ...how, more: group })
  const others = await planRelinks(place, ways, [b], { team, except: new Set(draft.paths()) })

  const answer: CustomerMerge = {
    into: a,
    from: b,
    taken: [...taken, ...(own !== parent && parent ? [{ field: 'parent', value: parent }] : [])],
    differing: [...differing, ...parentNote(a, b, parent, from.value.parent)],
    moved: countMoves([...moves.keys()]),
    merged: people,
    renamed: renamed.map((path) => ({ from: path, to: moves.get(path)! })),
    same,
    relinked: others.paths,
    stays,
    left: [...left, ...others.left],
    notes: notesOf(place, { a, b, own, parent, cut, team }),
  }
  const plan = {
    subject: `${a}: ${b} merged into it`,
    edits: [...draft.edits(), ...others.edits],
    because: `${b} and ${a} are one customer`,
  }
  return { plan, answer }
}

/** A parent that was not kept and is neither of the two is a difference like any other. */
const parentNote = (a: string, b: string, kept: string | undefined, was: string | undefined): Differing[] =>
  was !== undefined && was !== kept && was !== a && was !== b ? [{ field: 'parent', kept: kept ?? null, was }] : []

function countMoves(paths: readonly string[]): CustomerMerge['moved'] {
  const count = (folder: string) => paths.filter((path) => path.split('/')[2] === folder).length
  const [contacts, deals, activities, documents] = ['contacts', 'deals', 'activities', 'documents'].map(count) as [
    number,
    number,
    number,
    number,
  ]
  return { contacts, deals, activities, documents, others: paths.length - contacts - deals - activities - documents }
}

type Noted = {
  a: string
  b: string
  own: string | undefined
  parent: string | undefined
  cut: boolean
  team: TeamFields | undefined
}

function notesOf(place: Place, { a, b, own, parent, cut, team }: Noted): string[] {
  const notes: string[] = []
  if (own === b) notes.push(`${a} was a subsidiary of ${b}; ${parent ? `its parent is now ${parent}` : 'it has no parent now'}.`)
  else if (cut) notes.push(`${a} has no parent now: its group would have been a circle.`)
  const deals = [a, b].flatMap((customer) => listRecords(place, 'deal', { customer, team }).records)
  const seen = new Map<string, string>()
  for (const { slug, customer, value } of deals)
    for (const [system, id] of Object.entries(value.external ?? {})) {
      const key = `${system}:${id}`
      const other = seen.get(key)
      if (other) notes.push(`Both have the deal ${key}: ${other} and ${customer}/${slug}; both stay.`)
      else seen.set(key, `${customer}/${slug}`)
    }
  return notes
}

/** Reads whose subsidiary a customer is; undefined for one that is not there. */
export const readParents = (place: Place) => (slug: string) =>
  readAll(place, 'customer', [`customers/${slug}/customer.md`]).records[0]?.value.parent

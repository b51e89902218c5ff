import type { MemberKind } from '../run.ts'
import { idKey } from './id-key.ts'
import { nameKey } from './member-index.ts'
import { numberTexts } from './number-texts.ts'
import { shelveTexts } from './shelve-texts.ts'

/** What a row of a list of contacts or deals is known by. */
export type KnownBy = { ids: readonly [system: string, id: string][]; emails: readonly string[] }

/** Where a row went, and in which systems it has ids. */
type Placed = { path: string; systems: readonly string[] }

export type PlacedRows = {
  /** Where this run put the row that has one of these ids, or one of these addresses and no other id in the same system. */
  find(kind: MemberKind, by: KnownBy): string | undefined
  /** The contacts this run put at a customer under this name: none, the one, or `several`. */
  called(customer: string, name: string): Placed | 'several' | undefined
  put(kind: MemberKind, path: string, by: KnownBy & { name?: string }): void
}

/** Remembers where rows went, a million of them in 150 megabytes. */
export function placeRows(): PlacedRows {
  const numbers = numberTexts()
  const rows = shelveTexts()
  const idKeys = (kind: MemberKind, { ids }: KnownBy) => ids.map(([system, id]) => `${kind} ${idKey(system, id)}`)
  const mailKeys = (kind: MemberKind, { emails }: KnownBy) => emails.map((email) => `${kind} mail ${email.toLowerCase()}`)
  const several = rows.add('several')
  const calledKey = (customer: string, name: string) => `called ${nameKey(customer, name)}`
  const at = (kind: MemberKind, key: string): Placed | undefined => {
    const number = numbers.get(key)
    if (number === undefined || number === several) return undefined
    const [customer, slug, ...systems] = rows.at(number).split('\0')
    return { path: `customers/${customer}/${kind}s/${slug}.md`, systems }
  }
  return {
    find(kind, by) {
      for (const key of idKeys(kind, by)) {
        const row = at(kind, key)
        if (row) return row.path
      }
      for (const key of mailKeys(kind, by)) {
        const row = at(kind, key)
        if (row && !by.ids.some(([system]) => row.systems.includes(system))) return row.path
      }
      return undefined
    },
    called: (customer, name) => {
      const key = calledKey(customer, name)
      return numbers.get(key) === several ? 'several' : at('contact', key)
    },
    put(kind, path, by) {
      const [, customer = '', , file = ''] = path.split('/')
      const number = rows.add([customer, file.slice(0, -'.md'.length), ...by.ids.map(([system]) => system)].join('\0'))
      for (const key of [...idKeys(kind, by), ...mailKeys(kind, by)]) numbers.set(key, number)
      if (kind !== 'contact' || by.name === undefined) return
      const key = calledKey(customer, by.name)
      const before = at(kind, key)
      const isTaken = numbers.get(key) === several || (before !== undefined && before.path !== path)
      numbers.set(key, isTaken ? several : number)
    },
  }
}

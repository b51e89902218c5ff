import type { MemberKind } from '../run.ts'
import { idKey } from './id-key.ts'
import { numberTexts } from './number-texts.ts'
import { shelveTexts } from './shelve-texts.ts'

/** What a row of a list of contacts or deals is known by. */
export type KnownBy = { ids: readonly [system: string, id: string][]; emails: readonly string[] }

export type PlacedRows = {
  /** Where this run put the row that has one of these ids, or one of these addresses and no other id in the same system. */
  find(kind: MemberKind, by: KnownBy): string | undefined
  put(kind: MemberKind, path: string, by: KnownBy): void
}

/** Remembers where rows went, a million of them in 150 megabytes. */
export function placeRows(): PlacedRows {
  const numbers = numberTexts()
  const rows = shelveTexts()
  const idKeys = (kind: MemberKind, { ids }: KnownBy) => ids.map(([system, id]) => `${kind} ${idKey(system, id)}`)
  const mailKeys = (kind: MemberKind, { emails }: KnownBy) => emails.map((email) => `${kind} mail ${email.toLowerCase()}`)
  const at = (kind: MemberKind, key: string) => {
    const number = numbers.get(key)
    if (number === undefined) return undefined
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
    put(kind, path, by) {
      const [, customer = '', , file = ''] = path.split('/')
      const number = rows.add([customer, file.slice(0, -'.md'.length), ...by.ids.map(([system]) => system)].join('\0'))
      for (const key of [...idKeys(kind, by), ...mailKeys(kind, by)]) numbers.set(key, number)
    },
  }
}

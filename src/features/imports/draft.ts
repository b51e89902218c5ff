import type { RowKind } from '../../records/kinds/import-map.ts'

/** A company, person or record as a row of a file names it, before anybody looked for it in the tree. */
export type Named = { id?: string; name?: string; domain?: string; email?: string }

/** What a row of a file says, in our own words and types, before anybody looked at the tree. */
export type Draft = {
  kind: RowKind
  file: string
  line: number
  /** The id the source system gave the row. */
  id?: string
  /** Values of fields of the record's schema, read and typed, in the schema's order; none that the file leaves empty. */
  fields: Record<string, unknown>
  /** Running text for the record's body. */
  body?: string
  /** Columns without a field of ours, as they were written, by heading. */
  imported: Record<string, string>
  /** The customer a contact, lead or deal belongs to. */
  company?: Named
  /** The lead a deal grew from, by its id. */
  lead?: string
  /** The parent of a customer; the manager of a person. */
  above?: Named
  owner?: Named
  csm?: Named
  /** The main contact of a deal. */
  contact?: Named
  products?: string[]
  /** What keeps mail from the person: told by the file, with the heading that told it. */
  suppress?: { reason: 'opt-out' | 'bounce'; on?: string; said: string }[]
}

/** Something to tell about a file, at a line; `count` says how many further lines it is true of. */
export type Note = { file: string; line: number; column?: string; message: string; count?: number }

/** Something only a person can answer before anything is written. */
export type Question = Note & { hint: string }

/** Where a column went: `to` is a field (`amount`, `company.name`, `owner.id`, `external`, `body`, `imported`) or `left out`. */
export type ColumnUse = { file: string; column: string; to: string; reading?: string }

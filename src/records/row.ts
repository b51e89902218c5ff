import type { KindName, RecordOf } from './kinds.ts'

type Placed<K extends KindName> = { kind: K; slug: string; path: string; customer?: string; value: RecordOf[K] }

/** A record as lists and `--json` give it: where it is, then what it says. */
export type Row<K extends KindName> = { slug: string; customer?: string; path: string } & RecordOf[K]

export const rowOf = <K extends KindName>({ slug, path, customer, value }: Placed<K>): Row<K> => ({
  slug,
  ...(customer && customer !== slug && { customer }),
  path,
  ...value,
})

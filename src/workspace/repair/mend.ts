import type { Edit, FieldPath } from '../../records/plan.ts'
import type { ProblemCode } from '../../records/problem-codes.ts'
import { sayFound, sayPath } from '../../records/schema/say-issue.ts'
import { placeOf } from '../../records/text/front-matter.ts'
import { blobId } from '../sheet.ts'

/** A change of a text: what stands between two of its offsets gives way. */
export type Change = { from: number; to: number; put: string }

/** The kind of problem a mend is for; some are none for `check`, and only mended. */
export type MendCode = ProblemCode | 'folder-missing' | 'name-accents' | 'phone-form' | 'reference-moved'

/** Something wrong that can be put right safely. `changes` are absent where a file is moved; `edits` carry it out by themselves. */
export type Mend = { code: MendCode; path: string; line: number; said: string; edits: Edit[]; changes?: readonly Change[] }

/** A mend of one text before it is bound to its file. */
export type Fix = { code: MendCode; said: string; changes: readonly Change[] }

/** The text with all the changes made; they must not overlap. */
export function withChanges(text: string, changes: readonly Change[]): string {
  const sorted = changes.toSorted((a, b) => b.from - a.from || b.to - a.to)
  return sorted.reduce((made, { from, to, put }) => made.slice(0, from) + put + made.slice(to), text)
}

/** Binds a fix to the text it was found in. */
export const bindFix = (path: string, text: string, { code, said, changes }: Fix): Mend => ({
  code,
  path,
  line: placeOf(text, Math.min(...changes.map(({ from }) => from))).line,
  said,
  edits: [{ do: 'replace', path, from: blobId(text), text: withChanges(text, changes) }],
  changes,
})

const touch = (a: Change, b: Change) => a.from <= b.to && b.from <= a.to

/** The mends of one text that can be made together, first come first: what meets another waits for the next look. */
export function chooseDisjoint(mends: readonly Mend[]): Mend[] {
  const chosen: Mend[] = []
  for (const mend of mends) {
    const taken = chosen.flatMap(({ changes = [] }) => changes)
    if (!(mend.changes ?? []).some((change) => taken.some((other) => touch(change, other)))) chosen.push(mend)
  }
  return chosen
}

/** What a field becomes, in words: `stage: "Closed Won" → closed-won`. */
export const sayMend = (field: FieldPath, old: unknown, now: string) => `${sayPath(field)}: ${sayFound(old)} → ${now}`

import type { TeamFields } from '../../records/kinds/fields.ts'
import { type KindName, kindOf } from '../../records/kinds.ts'
import type { ReadRecord } from '../../records/schema/read-record.ts'
import { readSoundly } from '../../records/schema/read-sound.ts'
import { spaced } from '../../records/search/words-of.ts'
import type { Place } from '../place.ts'
import { readSheet, type Sheet } from '../sheet.ts'
import { lookAt, settledStat } from './look.ts'
import { readingOf } from './reading-of.ts'

/** What goes into the index of a file: plain data, so that it may come from another thread. `words` are searched. */
export type TextRead = {
  path: string
  kind: KindName | 'text'
  /** Absent for the text of a commit. */
  stat?: string
  blob: string
  parsed?: Parsed
  words?: { title: string; body: string }
}

/** What a text says when it is read in a certain way; `path` is empty where it says so wherever it lies. */
export type Parsed = { reading: string; path: string; value: string | null; problems: string | null }

/** How files are read for the index: with the team's own fields, and by what the disk's clock said before. */
export type Manner = { team: TeamFields | undefined; clock: bigint }

/** Above so many bytes a text is no note: it is not searched. */
const largest = 2_000_000

/** Reads a file of the disk for the index; undefined where it is no text that can be read. */
export function readText(place: Place, path: string, { team, clock }: Manner): TextRead | undefined {
  const look = lookAt(place, path)
  const read = look && readSheet(place, path, { isPlain: true })
  if (!read || 'problem' in read) return undefined
  return { ...takeApart(read.sheet, team), stat: settledStat(look, clock) }
}

/** What goes into the index of a text, wherever it was read. */
export function takeApart(
  { path, text, sha: blob }: Pick<Sheet, 'path' | 'text' | 'sha'>,
  team: TeamFields | undefined,
): TextRead {
  const body = text.length > largest ? '' : spaced(text)
  const kind = kindOf(path)
  if (!kind) return { path, kind: 'text', blob, words: { title: headingOf(text), body } }
  const record = readSoundly(kind, path, text, team)
  const title = spaced(titleOf(kind, record.value ?? {}) || headingOf(text))
  const parsed = parsedOf(record, team)
  return { path, kind, blob, ...(parsed && { parsed }), words: { title, body } }
}

/** What the index keeps of a record; nothing of a stub, which is read anew each time. */
export function parsedOf(
  { kind, path, value, problems, redirect }: ReadRecord,
  team: TeamFields | undefined,
): Parsed | undefined {
  if (redirect !== undefined) return undefined
  const said = value === undefined ? null : JSON.stringify(value)
  const isSound = said !== null && problems.length === 0
  return {
    reading: readingOf(kind, team),
    path: isSound ? '' : path,
    value: said,
    problems: isSound ? null : JSON.stringify(problems),
  }
}

/** What a record is called, for searching: a hit in its name counts more. */
function titleOf(kind: KindName, value: Record<string, unknown>): string {
  const names = kind === 'activity' ? ['subject'] : ['name', 'title']
  return names.map((name) => value[name]).find((one) => typeof one === 'string') ?? ''
}

const headingOf = (text: string) => /^#{1,6} +(.+)$/m.exec(text.slice(0, 4_000))?.[1] ?? ''

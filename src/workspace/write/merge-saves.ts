import { mergeLines } from '../../records/text/merge-lines.ts'
import { isBegun } from './hold.ts'

type Saves = { before: string | null; ours: string | null; theirs: string | null }

/** Both saves of one text; undefined when they touch the same lines, or when theirs has only begun. */
export function mergeSaves({ before, ours, theirs }: Saves): string | undefined {
  if (before === null || ours === null || theirs === null) return undefined
  if (isBegun(theirs, before) || (theirs !== before && isBegun(theirs, ours))) return undefined
  const merged = mergeLines({ base: before, ours, theirs })
  return merged.clean ? merged.text : undefined
}

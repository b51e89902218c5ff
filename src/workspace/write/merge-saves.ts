import { mergeRecords } from '../../records/text/merge-records.ts'
import { isBegun } from './hold.ts'

type Saves = { path: string; before: string | null; ours: string | null; theirs: string | null }

/** Both saves of one text; undefined when they touch the same lines, or when theirs has only begun. */
export function mergeSaves({ path, before, ours, theirs }: Saves): string | undefined {
  if (before === null || ours === null || theirs === null) return undefined
  if (isBegun(theirs, before) || (theirs !== before && isBegun(theirs, ours))) return undefined
  const merged = mergeRecords(path, { base: before, ours, theirs })
  return merged.clean ? merged.text : undefined
}

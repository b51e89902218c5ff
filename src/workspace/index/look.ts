import { lstatSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../place.ts'

/** What a look at a file tells: its stat key, and when it was changed last (ns). */
export type Look = { stat: string; changed: bigint }

/** Looks at a file; undefined for what is no plain file of the tree (nothing, a folder, a link), which is never answered from the index. */
export function lookAt(place: Place, path: string): Look | undefined {
  try {
    const found = lstatSync(join(place.root, path), { bigint: true, throwIfNoEntry: false })
    if (!found?.isFile()) return undefined
    const { size, mtimeNs, ctimeNs, ino } = found
    return { stat: `${size} ${mtimeNs} ${ctimeNs} ${ino}`, changed: mtimeNs > ctimeNs ? mtimeNs : ctimeNs }
  } catch {
    return undefined
  }
}

/**
 * What the disk's own clock says now (ns), by a file that is touched; 0 where none can be. It is asked before files are read: one that
 * was changed at that tick or later may change again without its stat key telling. This is right on disks with coarse times, and on
 * those whose clock is another machine's.
 */
export function diskClock(place: Place): bigint {
  const file = join(place.root, '.dossier', 'clock')
  try {
    writeFileSync(file, '.')
    return statSync(file, { bigint: true }).mtimeNs
  } catch {
    return 0n
  }
}

/** The stat key by which a file that was read may be known from now on; empty when it must be looked at again, as git does. */
export const settledStat = ({ stat, changed }: Look, clock: bigint): string => (changed < clock ? stat : '')

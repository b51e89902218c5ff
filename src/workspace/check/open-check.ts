import { setImmediate as breathe } from 'node:timers/promises'
import { kindOf } from '../../records/kinds.ts'
import type { Problem } from '../../records/problem.ts'
import { readSoundly } from '../../records/schema/read-sound.ts'
import type { Place } from '../place.ts'
import type { Kept } from '../records.ts'
import { byPlace } from './check-tree.ts'
import { groupOf } from './groups.ts'
import { isJudged, judgeGroup, keptOf } from './judge-group.ts'
import { type Asked, isSetUp, lookAround, type Surroundings } from './look-around.ts'
import { onDisk } from './source/disk.ts'
import { weigh } from './team/severities.ts'

/** A check that stays open, for editors: it knows the tree's names and set-up, and judges one file after the other. */
export type OpenCheck = {
  /** What the check says of one file; `text` is what an editor holds of it and has not saved yet. */
  judge(path: string, text?: string): Promise<Problem[]>
  /** Reads everything once; until then `judge` does not tell what two records of different customers both claim. Call it when idle. */
  learn(progress?: (done: number, total: number) => void): Promise<void>
  /** Files have changed on the disk: these, or nobody knows which. `asked` is what has changed besides (people, team, today). */
  refresh(paths?: readonly string[], asked?: Partial<Asked>): Promise<void>
}

/** Opens a check that stays open. Reads names and the set-up; with 10,000 customers that takes about a second. */
export async function openCheck(place: Place, asked: Asked): Promise<OpenCheck> {
  let now = asked
  const drafts = new Map<string, string>()
  let around = await open()
  let groups = new Map<string, Kept[]>()
  let learned = false

  async function open(): Promise<Surroundings> {
    const disk = now.source ?? onDisk(place)
    const read = (path: string) => (drafts.has(path) ? { text: drafts.get(path)! } : disk.read(path))
    const next = lookAround(place, { ...now, source: { ...disk, read } })
    await judgeGroup(
      next.files.filter((path) => isSetUp(path) && isJudged(path)),
      next.known,
    )
    return next
  }

  /** The records of a customer, as they lie on the disk; the last few customers are kept. */
  function beside(group: string): Kept[] {
    const known = groups.get(group)
    if (known) return known
    const paths = around.files.filter((path) => kindOf(path) && groupOf(path) === group)
    const read = paths.flatMap((path) => readKept(path) ?? [])
    if (groups.size >= 8) groups.delete(groups.keys().next().value!)
    groups.set(group, read)
    return read
  }

  function readKept(path: string): Kept | undefined {
    const { text } = around.known.source.read(path)
    return text === undefined ? undefined : keptOf(readSoundly(kindOf(path)!, path, text, now.team), text)
  }

  return {
    async judge(path, text) {
      const { known, problems } = around
      if (text !== undefined) drafts.set(path, text)
      known.looks.left = 200
      known.twins.forget(path)
      try {
        const group = groupOf(path)
        const own = isJudged(path) ? await judgeGroup([path], known, () => (group === '' ? [] : beside(group))) : []
        const said = [...problems.filter((problem) => problem.path === path), ...own]
        return weigh(said, known.checks).sort(byPlace)
      } finally {
        drafts.delete(path)
        if (text !== undefined) reclaim(path)
      }
    },
    learn,
    async refresh(paths, more = {}) {
      now = { ...now, ...more }
      groups = new Map()
      const { has, source } = around.known
      const isKnown = (path: string) => has(path) && source.holds(path) && !isSetUp(path)
      if (!paths?.every(isKnown) || Object.keys(more).length > 0) {
        const { twins } = around.known
        around = await open()
        twins.order(around.position)
        if (learned) around.known.twins = twins
      }
      for (const path of paths ?? []) reclaim(path)
      if (!paths && learned) await learn()
    },
  }

  function reclaim(path: string): void {
    around.known.twins.forget(path)
    const kept = kindOf(path) && readKept(path)
    if (kept) around.known.twins.claim(kept)
  }

  async function learn(progress?: (done: number, total: number) => void): Promise<void> {
    const paths = around.files.filter((path) => kindOf(path) && !isSetUp(path))
    for (const [n, path] of paths.entries()) {
      reclaim(path)
      if (n % 50 !== 49) continue
      progress?.(n + 1, paths.length)
      await breathe()
    }
    learned = true
  }
}

import type { View } from '../../features/editor/view.ts'
import type { Problem } from '../../records/problem.ts'
import { isSetUp } from '../../workspace/check/look-around.ts'
import { type OpenCheck, openCheck } from '../../workspace/check/open-check.ts'
import { onDisk } from '../../workspace/check/source/disk.ts'
import { isThere } from '../../workspace/tree.ts'

/** The check that stays open for one workspace. Questions are answered one after the other. */
export type Judge = {
  judge: (path: string, text: string) => Promise<readonly Problem[]>
  /** Reads the whole tree once, so that what two records claim is told; false when it had been read before. */
  learn: () => Promise<boolean>
  /** These files have come, gone or changed on the disk. */
  changed: (paths: readonly string[]) => void
  /** Files may have come, gone or changed on the disk, and nobody says which: the names are looked at again. */
  lookAgain: () => void
  /** The text of a file has changed in the editor. */
  typed: (path: string) => void
}

/** No file is called so, therefore it makes the check look at all names. */
const anyPath = 'workspace-setup/\0'

/** Opens the check of a workspace when it is first asked; texts that are open in the editor are judged as they stand there. */
export function openJudge(view: () => Promise<View>): Judge {
  let open: Promise<OpenCheck> | undefined
  let today = ''
  let learned = false
  const waiting = new Set<string>()
  const typed = new Set<string>()
  let turn: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }
  const asked = async () => {
    const now = await view()
    const disk = onDisk(now.place)
    const read = (path: string) => {
      const text = now.openText(path)
      return text === undefined ? disk.read(path) : { text }
    }
    today = now.today
    return { people: now.people(), team: now.team(), today, zone: now.zone, now: now.now, source: { ...disk, read } }
  }
  const begin = async () => openCheck((await view()).place, await asked())
  const check = async () => {
    const ready = await (open ??= begin())
    const now = await view()
    // A file that is nowhere yet is no reason to look at all names again.
    const paths = [...waiting, ...[...typed].filter((path) => isThere(now.place, path))]
    waiting.clear()
    typed.clear()
    const isOld = paths.some(isSetUp) || now.today !== today
    if (paths.length > 0 || isOld) await ready.refresh(paths, isOld ? await asked() : {})
    return ready
  }
  const careful = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      ;[open, learned] = [undefined, false]
      throw error
    }
  }
  return {
    judge: (path, text) => inTurn(() => careful(async () => (await check()).judge(path, text))),
    changed: (paths) => {
      for (const path of paths) waiting.add(path)
    },
    lookAgain: () => void waiting.add(anyPath),
    typed: (path) => void typed.add(path),
    async learn() {
      if (learned) return false
      learned = true
      await careful(async () => (await inTurn(check)).learn())
      return true
    },
  }
}

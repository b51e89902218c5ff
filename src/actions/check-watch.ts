import type { Session } from '../session/open.ts'
import type { Checked } from '../workspace/check/check-tree.ts'
import { watchTree } from '../workspace/check/source/watch-tree.ts'
import { ask } from './ask.ts'
import check from './check.ts'

type Watching = {
  signal: AbortSignal
  /** What the check says, at once and after each burst of changes; `paths` are the files that changed. */
  told: (checked: Checked, paths: readonly string[]) => void
}

/** Checks, and again whenever files change, until the signal ends it. Every check has a session of its own, for nothing a session knew need hold. */
export const watchCheck = (open: () => Session, input: unknown, { signal, told }: Watching): Promise<void> =>
  watchTree(open().here(), {
    signal,
    changed: async (paths) => told(await ask(check, input, open()), paths),
  })

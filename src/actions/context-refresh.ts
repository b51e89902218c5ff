import * as z from 'zod'
import { isSavedFile } from '../features/context/saved/is-touched.ts'
import type { Session } from '../session/open.ts'
import { watchTree } from '../workspace/check/source/watch-tree.ts'
import { asking } from './action.ts'
import { ask } from './ask.ts'
import { customersMeant, whosePacks } from './context-stale.ts'
import { refreshContexts } from './refresh-contexts.ts'

type Answer = Awaited<ReturnType<typeof refreshContexts>>

const contextRefresh = asking({
  name: 'context refresh',
  summary: 'Make saved contexts anew that are not true any more, with the size, budget and task they had.',
  effect: 'read',
  input: z.object({
    ...whosePacks,
    'dry-run': z.boolean().default(false).describe('Show which would be made anew, write nothing.'),
    changed: z.array(z.string()).optional().describe('Files that changed: only contexts that may tell of them are looked at.'),
  }),
  async run({ 'dry-run': dryRun, changed, ...asked }, session): Promise<Answer> {
    return refreshContexts(session, { customers: await customersMeant(session, asked), changed, dryRun })
  },
})

export default contextRefresh

type Watching = {
  signal: AbortSignal
  /** What was made anew, at once and after each burst of changes that touched any; `paths` are the files that changed. */
  told: (answer: Answer, paths: readonly string[]) => void
}

/** Refreshes, and again whenever files change, until the signal ends it: then only packs that may tell of those files. */
export const watchContexts = (open: () => Session, input: object, { signal, told }: Watching): Promise<void> =>
  watchTree(open().here(), {
    signal,
    async changed(paths) {
      const others = paths.filter((path) => !isSavedFile(path))
      if (others.length === 0 && paths.length > 0) return
      const answer = await ask(contextRefresh, { ...input, ...(others.length > 0 && { changed: others }) }, open())
      if (others.length === 0 || answer.refreshed.length > 0) told(answer, others)
    },
  })

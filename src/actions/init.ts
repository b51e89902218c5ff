import { basename } from 'node:path'
import * as z from 'zod'
import { Failure } from '../failure.ts'
import type { Amount } from '../features/setup/choose-shipped.ts'
import { planStart } from '../features/setup/plan-start.ts'
import { readAuthor } from '../features/setup/read-author.ts'
import { workspaceNow } from '../session/open.ts'
import { headOf } from '../workspace/git/run.ts'
import { gitOf } from '../workspace/place.ts'
import { openSheet } from '../workspace/sheet.ts'
import { judgeTarget, needFolders } from '../workspace/start/judge-target.ts'
import { readShipped } from '../workspace/start/shipped.ts'
import { startIn } from '../workspace/start/start-in.ts'
import { isThere } from '../workspace/tree.ts'
import { apply } from '../workspace/write/apply.ts'
import { asking } from './action.ts'

export default asking({
  name: 'init',
  summary: 'Make a folder a workspace, under git, with the usual stages, schemas and folders.',
  effect: 'write',
  input: z.object({
    dir: z.string().describe('The folder that becomes a workspace; made when it is not there. What lies in it stays as it is.'),
    empty: z.boolean().default(false).describe('Only what a workspace cannot do without.'),
    sample: z.boolean().default(false).describe('With the customers, people and papers of a sample company.'),
    as: z.string().optional().describe('Who you are, for this repository only: "Ada Lovelace <ada@example.com>".'),
  }),
  async run({ dir, as, ...flags }, session) {
    const amount = amountOf(flags)
    const wanted = as === undefined ? undefined : readAuthor(as)
    const target = await judgeTarget(session.cwd, dir, session.env)
    return startIn(target, wanted, async (place, author) => {
      const machine = session.machine()
      const { plan, settings, me, kept, unignored } = planStart({
        amount,
        author,
        zone: machine.zone,
        shipped: readShipped(),
        folder: basename(place.root),
        isThere: (path) => isThere(place, path),
        textOf: (path) => openSheet(place, path).text,
      })
      const paths = plan.edits.map(({ path }) => path)
      needFolders(place.root, paths)
      const now = (machine.clock === 'system' && workspaceNow(settings)) || machine.now
      const by = { id: session.newId(), action: 'init', actor: me, because: `asked by ${me}`, now }
      const written = await apply(place, plan, by)
      // Nothing left to write means that an earlier start was cut short, and has just been finished.
      const {
        commit,
        paths: files,
        pending,
      } = written.unchanged ? { ...written, paths: kept, commit: await headOf(place) } : written
      const others = target.others.filter((name) => !paths.some((path) => path === name || path.startsWith(`${name}/`)))
      const repository = gitOf(place).top
      return {
        path: place.root,
        commit,
        files,
        me,
        author,
        amount,
        kept,
        others,
        unignored,
        currency: settings.currency,
        timezone: settings.timezone,
        repository,
        ...(settings.now && { now: settings.now }),
        ...(pending && { pending }),
      }
    })
  },
})

function amountOf({ empty, sample }: { empty: boolean; sample: boolean }): Amount {
  if (!(empty && sample)) return empty ? 'empty' : sample ? 'sample' : 'usual'
  throw new Failure('--empty and --sample exclude each other; nothing was written.', {
    hint: 'take one of them, or none',
    exitCode: 2,
  })
}

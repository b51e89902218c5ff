import { basename } from 'node:path'
import * as z from 'zod'
import { bringHistory } from '../features/setup/bring-history.ts'
import { lookAt, moveSample } from '../features/setup/move-sample.ts'
import { planStart } from '../features/setup/plan-start.ts'
import { readAmount } from '../features/setup/read-amount.ts'
import { readAuthor } from '../features/setup/read-author.ts'
import { headOf } from '../workspace/git/run.ts'
import { gitOf } from '../workspace/place.ts'
import { openSheet } from '../workspace/sheet.ts'
import { judgeTarget, needFolders } from '../workspace/start/judge-target.ts'
import { readSampleHistory, readShipped } from '../workspace/start/shipped.ts'
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
    const amount = readAmount(flags)
    const wanted = as === undefined ? undefined : readAuthor(as)
    const target = await judgeTarget(session.cwd, dir, session.env)
    const machine = session.machine()
    return startIn(target, wanted, async (place, author) => {
      const moved = amount === 'sample' ? moveSample(readShipped(), readSampleHistory(), machine) : undefined
      const start = planStart({
        amount,
        author,
        zone: machine.zone,
        shipped: moved?.files ?? readShipped(),
        folder: basename(place.root),
        isThere: (path) => isThere(place, path),
        textOf: (path) => openSheet(place, path).text,
      })
      const { plan, settings, me, kept, unignored } = start
      const paths = plan.edits.map(({ path }) => path)
      needFolders(place.root, paths)
      const seed = session.env['DOSSIER_SEED'] ?? 'sample'
      const history = moved && (await bringHistory(place, { moved, start, now: machine.now, seed }))
      const by = { id: session.newId(), action: 'init', actor: me, because: `asked by ${me}`, now: machine.now }
      const written = await apply(place, plan, by)
      // Nothing left to write means that an earlier start was cut short, and has just been finished.
      const { commit, pending, ...done } = written.unchanged ? { ...written, commit: await headOf(place) } : written
      return {
        path: place.root,
        commit,
        files: written.unchanged ? kept : done.paths,
        me,
        author,
        amount,
        kept,
        others: target.others.filter((name) => !paths.some((path) => path === name || path.startsWith(`${name}/`))),
        unignored,
        currency: settings.currency,
        timezone: settings.timezone,
        repository: gitOf(place).top,
        ...(moved && { sample: { days: moved.days, today: moved.now, look: lookAt(moved, me) } }),
        ...(history && { history }),
        ...(pending && { pending }),
      }
    })
  },
})

import * as z from 'zod'
import { chooseSteps } from '../features/migrations/choose-steps.ts'
import { type Migration, migrations as shipped } from '../features/migrations/migration.ts'
import { planMigration } from '../features/migrations/plan-migration.ts'
import { sayCount } from '../formulas/say-figure.ts'
import { openSheet } from '../workspace/sheet.ts'
import { formatOf } from '../workspace/start/format.ts'
import { filesBelow } from '../workspace/tree.ts'
import { changing } from './action.ts'

const folders = ['customers', 'personal', 'reporting', 'sales-toolkit', 'workspace-setup']

/** The migration by these steps; those that are shipped unless a test brings others. */
export const migrating = (migrations: readonly Migration[]) =>
  changing({
    name: 'migrate',
    summary: 'Move the workspace to another version of its format, forward or back.',
    effect: 'write',
    input: z.object({
      to: z.coerce.number().int().optional().describe('The format to move to; absent, the newest this program knows.'),
      apply: z.boolean().default(false).describe('Write it, as one commit; without it, only the plan is shown.'),
    }),
    async decide({ to: asked }, session) {
      const place = session.place()
      const from = formatOf(place).format
      const to = asked ?? Math.max(1, ...migrations.map((one) => one.to))
      const steps = chooseSteps(migrations, from, to)
      const open = (path: string) => {
        const { text, sha } = openSheet(place, path)
        return { path, text, sha }
      }
      const paths = steps.length > 0 ? folders.flatMap((folder) => filesBelow(place, folder)) : []
      const { edits, files } = planMigration(paths, open, steps)
      const said = from === to ? `the workspace has format ${to}` : `format ${from} → ${to}, ${sayCount(files, 'file')}`
      const told = steps.map((step) => ({ from: step.from, to: step.to, about: step.about }))
      return { plan: { subject: `migrate: ${said}`, edits }, answer: { from, to, steps: told, files, said } }
    },
  })

export default migrating(shipped)

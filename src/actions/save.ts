import * as z from 'zod'
import { planSave } from '../features/history/plan-save.ts'
import type { Problem } from '../records/problem.ts'
import type { Session } from '../session/open.ts'
import { checkTree } from '../workspace/check/check-tree.ts'
import { readUserChanges, type UserChange } from '../workspace/git/user-changes.ts'
import { toRecordPath } from '../workspace/place.ts'
import { readTeam } from '../workspace/records.ts'
import { pathNamed } from '../workspace/resolve.ts'
import { changing } from './action.ts'

/** The commit of edits made by hand, under the name of what led to it: undo takes back an `edit`, but leaves what was only saved. */
export const saving = (name: 'save' | 'edit') =>
  changing({
    name,
    summary: 'Commit the edits you made by hand, as yours.',
    effect: 'write',
    input: z.object({
      paths: z.array(z.string()).default([]).describe('Only these files, folders or records; without any, all your edits.'),
    }),
    async decide({ paths }, session) {
      const place = session.place()
      const within = await Promise.all(paths.map(async (path) => toRecordPath(place, await pathNamed(place, path, session.cwd))))
      const found = await readUserChanges(place, within)
      const changes = found.filter(({ path }) => !path.endsWith('/'))
      const left = found.flatMap(({ path }) => (path.endsWith('/') ? [`; ${path} is a git repository of its own, left out`] : []))
      if (changes.length === 0)
        return {
          plan: { subject: '', edits: [] },
          answer: { said: `Nothing is waiting to be saved${left.join('')}`, path: within[0] ?? '', files: [] as string[] },
        }
      const { plan, said } = planSave(changes, await checkChanged(session, changes))
      return { plan, answer: { said: `${said}${left.join('')}`, path: changes[0]!.path, files: changes.map(({ path }) => path) } }
    },
  })

export default saving('save')

/** What the check says of the files that are to be saved. */
async function checkChanged(session: Session, changes: readonly UserChange[]): Promise<Problem[]> {
  const place = session.place()
  const [today, zone] = [await session.today(), await session.zone()]
  const only = changes.map(({ path }) => path)
  return (await checkTree(place, { today, zone, people: session.people(), team: readTeam(place), only })).problems
}

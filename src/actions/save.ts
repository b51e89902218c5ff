import * as z from 'zod'
import { planSave } from '../features/history/plan-save.ts'
import { readUserChanges } from '../workspace/git/user-changes.ts'
import { toRecordPath } from '../workspace/place.ts'
import { pathNamed } from '../workspace/resolve.ts'
import { changing } from './action.ts'

export default changing({
  name: 'save',
  summary: 'Commit the edits you made by hand, as yours.',
  effect: 'write',
  input: z.object({
    paths: z.array(z.string()).default([]).describe('Only these files, folders or records; without any, all your edits.'),
  }),
  async decide({ paths }, session) {
    const place = session.place()
    const within = await Promise.all(paths.map(async (path) => toRecordPath(place, await pathNamed(place, path, session.cwd))))
    const changes = await readUserChanges(place, within)
    if (changes.length === 0)
      return {
        plan: { subject: '', edits: [] },
        answer: { said: 'Nothing is waiting to be saved', path: within[0] ?? '', files: [] as string[] },
      }
    const { plan, said } = planSave(changes)
    return { plan, answer: { said, path: changes[0]!.path, files: changes.map(({ path }) => path) } }
  },
})

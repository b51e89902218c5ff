import * as z from 'zod'
import { Failure } from '../failure.ts'
import { planUndo } from '../features/history/plan-undo.ts'
import { findLastAction } from '../workspace/git/last-action.ts'
import { findObstacle } from '../workspace/git/obstacle.ts'
import { textNow } from '../workspace/sheet.ts'
import { changing } from './action.ts'

export default changing({
  name: 'undo',
  summary: 'Take back the last thing you did in this clone.',
  effect: 'write',
  input: z.object({}),
  async decide(_, session) {
    const place = session.place()
    const obstacle = findObstacle(place)
    if (obstacle) throw new Failure(`Nothing was undone: ${obstacle}.`, { hint: 'then run dossier undo again', exitCode: 1 })
    const actor = (await session.me()) ?? (await session.gitName())
    const last = await findLastAction(place, actor)
    if (!last)
      throw new Failure(`There is nothing of yours to undo in this clone (you are ${actor}).`, {
        hint: 'git log shows what was done',
        exitCode: 3,
      })
    if ('lost' in last)
      throw new Failure(
        `Your last action, "${last.lost}", is not in this branch as dossier made it (amended, squashed, or on another branch).`,
        {
          hint: 'git log shows what became of it; git revert takes a commit back',
        },
      )
    if ('commit' in last && last.action === 'init' && !last.isTip)
      throw new Failure(
        'The last thing of yours that dossier knows is making this workspace; others built on it, so it is not undone.',
        {
          hint: 'git log shows what was done since; git revert takes a commit back',
          exitCode: 2,
        },
      )
    const { plan, said } = planUndo(last, (path) => textNow(place, path))
    const subject = 'pending' in last ? last.pending.subject : last.subject
    return { plan, answer: { said, undone: { subject, ...('commit' in last && { commit: last.commit }) } } }
  },
})

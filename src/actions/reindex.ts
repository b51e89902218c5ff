import * as z from 'zod'
import { Failure } from '../failure.ts'
import { describeIndex } from '../workspace/index/describe-index.ts'
import { openIndex, renewIndex } from '../workspace/index/open-index.ts'
import { updateIndex } from '../workspace/index/update-index.ts'
import { presentOf } from '../workspace/place.ts'
import { readTeam } from '../workspace/records.ts'
import { asking } from './action.ts'

/** Bringing the index up to date, with an ear for how far it has come. */
export const indexing = (progress?: (done: number, total: number) => void) =>
  asking({
    name: 'reindex',
    summary: 'Bring the index up to date: what lists and searches are answered from. It may be deleted at any time.',
    effect: 'read',
    input: z.object({
      afresh: z.boolean().default(false).describe('Throw it away and make it anew.'),
    }),
    async run({ afresh }, session) {
      const place = presentOf(session.place())
      const index = afresh ? renewIndex(place) : openIndex(place)
      const updated = index && (await updateIndex(place, index, { team: readTeam(place), progress }))
      if (!index || !updated)
        throw new Failure('The index cannot be kept in .dossier/; lists are read from the files themselves.', {
          hint: 'make room on the disk, give yourself permission for that folder, or wait for another dossier to end',
          exitCode: 2,
        })
      return { ...updated, ...describeIndex(place, index) }
    },
  })

export default indexing()

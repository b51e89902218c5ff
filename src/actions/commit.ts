import * as z from 'zod'
import { readConfig } from '../workspace/git/identity.ts'
import { commitPending } from '../workspace/git/pending.ts'
import { headOf } from '../workspace/git/run.ts'
import { exclusively } from '../workspace/lock.ts'
import { readEntries } from '../workspace/write/journal.ts'
import { recover } from '../workspace/write/recover.ts'
import { asking } from './action.ts'

export default asking({
  name: 'commit',
  summary: 'Commit what earlier commands saved but could not commit.',
  effect: 'write',
  input: z.object({}),
  run: (_, session) => {
    const place = session.place()
    return exclusively(place, async () => {
      await recover(place)
      const entries = readEntries(place, 'pending')
      const pending = await commitPending(place, await readConfig(place))
      const left = readEntries(place, 'pending').length
      const commit = left < entries.length ? await headOf(place) : null
      return {
        path: entries[0]?.changes[0]?.path ?? '',
        commit,
        committed: entries.length - left,
        subjects: entries.map(({ subject }) => subject),
        pending,
      }
    })
  },
})

import * as z from 'zod'
import { Failure } from '../failure.ts'
import { compareStates } from '../features/history/compare-states.ts'
import { dayIn } from '../records/days/calendar.ts'
import { readActivityName } from '../records/file-name.ts'
import { openNamed } from '../workspace/open-named.ts'
import { findAsOf } from '../workspace/past/find-as-of.ts'
import { followLog } from '../workspace/past/follow-log.ts'
import { openPast } from '../workspace/past/open-past.ts'
import { commitsAfter } from '../workspace/past/read-log.ts'
import { asking } from './action.ts'

export default asking({
  name: 'customer diff',
  summary: 'Show what is different about a customer since a day: fields, records that came and went, activities.',
  effect: 'read',
  input: z.object({
    customer: z.string().describe('Slug, domain, external id, name or path of the customer.'),
    since: z.string().describe('The day (as it ended), instant or commit to compare with: 2026-10-01, "last monday", a1b2c3d.'),
  }),
  async run({ customer: name, since }, session) {
    const now = session.place()
    const { slug, called } = await openNamed(now, name, ['customer'])
    const zone = session.settings().timezone
    const begin = findAsOf(session.here(), since, { now: session.now(), zone })
    if (begin.isAhead || begin.committed > session.now()) throw stillAhead(since)
    const then = { ...session.here(), past: openPast(session.here(), begin) }
    const newer = commitsAfter(now, begin.commit)
    const between = followLog(now, `customers/${slug}`).filter(({ commit }) => newer.has(commit))
    const changes = compareStates({ before: then, after: now }, `customers/${slug}`, between)
    const activities = changes.filter(({ kind }) => kind === 'activity')
    return {
      customer: slug,
      called,
      since: {
        commit: begin.commit,
        committed: dayIn(zone, begin.committed),
        ...(begin.said !== undefined && { said: begin.said }),
      },
      records: changes.filter(({ kind }) => kind !== 'activity'),
      activities: activities.map(({ what, path, name: subject }) => ({
        what,
        path,
        ...readActivityName(path),
        ...(subject && { subject }),
      })),
      today: dayIn(zone, session.now()),
    }
  },
})

const stillAhead = (since: string) =>
  new Failure(`"${since}" comes after what it is to be compared with.`, {
    hint: 'an earlier day or commit, such as "last monday"',
    exitCode: 2,
  })

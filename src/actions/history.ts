import * as z from 'zod'
import { Failure } from '../failure.ts'
import { tellHistory } from '../features/history/tell-history.ts'
import { dayIn } from '../records/days/calendar.ts'
import { needDayBack } from '../records/days/day-back.ts'
import { nearest } from '../records/nearest.ts'
import { fieldsOf } from '../records/schema/schema-of.ts'
import { readHistoryStart } from '../workspace/git/added-files.ts'
import { openNamed } from '../workspace/open-named.ts'
import { followLog } from '../workspace/past/follow-log.ts'
import { isHistoryCut } from '../workspace/past/is-history-cut.ts'
import { readTeam } from '../workspace/records.ts'
import { asking } from './action.ts'
import { limit } from './limit.ts'

const input = z.object({
  record: z.string().describe('Slug, domain, e-mail, external id, name or path.'),
  field: z.string().optional().describe('Only this field, such as stage or meddpicc.champion.'),
  since: z.string().optional().describe('Only from this day on: 2026-10-01 or "last monday".'),
  until: z.string().optional().describe('Only up to this day.'),
  limit: limit.default(20).describe('At most so many commits.'),
  all: z.boolean().default(false).describe('Activities one by one as well, not only how many.'),
})

/** An action that tells how a record came to be what it is: what changed when, by whom, because of what. */
export const historyOf = (kind: 'customer' | 'contact' | 'deal', summary: string) =>
  asking({
    name: `${kind} history`,
    summary,
    effect: 'read',
    input,
    async run({ record: name, field, limit: most, all, ...range }, session) {
      const place = session.place()
      const { slug, path, called } = await openNamed(place, name, [kind])
      const { timezone: zone } = session.settings()
      const here = { now: session.now(), zone }
      const since = range.since === undefined ? undefined : needDayBack(range.since, here)
      const until = range.until === undefined ? undefined : needDayBack(range.until, here)
      if (!place.git)
        throw new Failure(`There is no history: ${place.root} is not under git.`, {
          hint: 'git init, then dossier save',
          exitCode: 2,
        })
      const log = followLog(place, kind === 'customer' ? `customers/${slug}` : path)
      const isCut = isHistoryCut(place)
      const { events, days } = tellHistory(place, log, { zone, since, until, field, all, isCut })
      if (field !== undefined && events.length === 0) refuseUnknown(field, readTeam(place))
      const start = readHistoryStart(place)
      const shown = events.slice(0, most)
      const oldest = shown.length < events.length ? shown.at(-1)!.day : ''
      return {
        [kind]: slug,
        path,
        called,
        ...(field !== undefined && { field }),
        events: shown,
        total: events.length,
        activities: days.filter(({ day }) => day >= oldest),
        historyBegins: start && dayIn(zone, start),
        isCut,
        today: dayIn(zone, session.now()),
      }
    },
  })

/** A field that never changed is an answer; one that no record can have is a slip. */
function refuseUnknown(field: string, team: ReturnType<typeof readTeam>): void {
  const known = (['customer', 'contact', 'deal', 'activity'] as const).flatMap((kind) => Object.keys(fieldsOf(kind, team)))
  if (known.includes(field.split('.')[0]!)) return
  const like = nearest(field, [...new Set(known)])
  throw new Failure(`Nothing here ever had a field "${field}".`, {
    hint: like.length > 0 ? `did you mean ${like.join(', ')}?` : 'a field such as stage, owner or amount',
    exitCode: 2,
  })
}

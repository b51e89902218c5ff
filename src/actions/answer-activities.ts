import { Failure } from '../failure.ts'
import { listActivities } from '../features/activities/list-activities.ts'
import { dayIn } from '../records/days/calendar.ts'
import { readDayBack } from '../records/days/day-back.ts'
import { type Here, readMoment } from '../records/days/moment-words.ts'
import { rowOf } from '../records/row.ts'
import type { Session } from '../session/open.ts'
import { folderNamed } from '../workspace/open-named.ts'
import { answerList, type Typed } from './listing.ts'

type Narrowed = { customer?: string | undefined; type?: string | undefined; since?: string | undefined }

/** Answers a list of activities. Where nothing but the names of files decides, no more files are read than are shown. */
export async function answerActivities({ customer: typed, type, since, ...words }: Typed & Narrowed, session: Session) {
  const place = session.place()
  const customer = typed ? await folderNamed(place, typed) : undefined
  const from = since ? await readSince(since, { now: session.now(), zone: await session.zone() }) : undefined
  if (since && !from)
    throw new Failure(`"${since}" is no day that can be read for certain.`, {
      hint: '--since 2026-11-01, yesterday or "last monday"',
      exitCode: 2,
    })
  const answer = await answerList('activity', words, session, ({ condition, orders }) => {
    const most = condition || orders.length > 0 ? undefined : (words.limit ?? words.preset?.limit)
    const { records, total, problems } = listActivities(place, { customer, type, since: from, limit: most })
    const isAll = most === undefined && !type && !from
    return {
      lines: records.map((record) => ({ row: rowOf(record), record })),
      ...(isAll && { read: { activity: records } }),
      problems,
      more: { counted: most === undefined ? undefined : total },
    }
  })
  const { counted, ...list } = answer
  return { ...list, total: counted ?? list.total }
}

/** The day a person counts from: one gone by, or that of an hour (`2 hours ago`). */
const readSince = async (words: string, here: Here): Promise<string | undefined> =>
  readDayBack(words.trim(), dayIn(here.zone, here.now)) ?? (await readMoment(words, here))?.slice(0, 10)

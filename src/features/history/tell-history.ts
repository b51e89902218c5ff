import { dayIn, stampIn } from '../../records/days/calendar.ts'
import { kindOf } from '../../records/kinds.ts'
import type { FileStep, LoggedCommit } from '../../workspace/past/read-log.ts'
import { readObjects } from '../../workspace/past/read-objects.ts'
import type { Place } from '../../workspace/place.ts'
import { textOf } from '../../workspace/sheet.ts'
import { compareRecords, type RecordChange } from './compare-records.ts'

/** A commit in words of records: when, by whom, because of what, and what changed. */
export type Event = {
  commit: string
  at: string
  day: string
  /** The person of the team who did it, else the author git names. */
  by: string
  author: string
  action: string | null
  because: string | null
  subject: string
  changes: RecordChange[]
}

/** The activities that came in, changed or went on one day. */
export type DayOfActivities = { day: string; added: number; changed: number; removed: number }

type Asked = {
  zone: string
  /** Days, both included. */
  since?: string | undefined
  until?: string | undefined
  field?: string | undefined
  /** Activities are told one by one as well. */
  all?: boolean
  /** The first commit that is known is not the first there was. */
  isCut: boolean
}

/** Tells commits by what they changed in records, newest first. Only contents that are told of are read. */
export function tellHistory(
  place: Place,
  log: readonly LoggedCommit[],
  { zone, since, until, field, all = false, isCut }: Asked,
) {
  const wanted = log
    .map((commit) => ({ ...commit, day: dayIn(zone, commit.at), steps: stepsOf(commit, isCut) }))
    .filter(({ day }) => (since === undefined || day >= since) && (until === undefined || day <= until))
  const isToldApart = ({ path }: FileStep) => !all && kindOf(path) === 'activity'
  const told = wanted.map((commit) => ({ ...commit, steps: commit.steps.filter((step) => !isToldApart(step)) }))
  const ids = told.flatMap(({ steps }) => steps.filter(isText).flatMap(({ was, is }) => [was, is].filter((id) => id !== null)))
  const contents = readObjects(place, [...new Set(ids)])
  const textIn = (step: FileStep, id: string | null) => {
    const bytes = id === null || !isText(step) ? undefined : contents.get(id)
    return id === null ? null : bytes && (textOf(bytes) ?? undefined)
  }
  const events = told.flatMap(({ steps, ...commit }): Event[] => {
    const changes = steps.map((step) => compareRecords({ ...step, before: textIn(step, step.was), after: textIn(step, step.is) }))
    const kept = field === undefined ? changes : onlyField(changes, field)
    return kept.length > 0 ? [eventOf(commit, kept, zone)] : []
  })
  const days = field === undefined && !all ? countDays(wanted, isToldApart) : []
  return { events, days }
}

const isText = ({ path }: FileStep) => /\.(?:md|ya?ml)$/.test(path)

/** What is generated is nobody's doing; and where history was cut short, its first commit only holds what was there already. */
const stepsOf = ({ isFirst, steps }: LoggedCommit, isCut: boolean) =>
  isFirst && isCut ? [] : steps.filter(({ path }) => !path.includes('/documents/context/'))

function eventOf(
  { commit, at, author, subject, action, actor, because }: Omit<LoggedCommit, 'steps'>,
  changes: RecordChange[],
  zone: string,
): Event {
  return {
    commit,
    at: stampIn(zone, at),
    day: dayIn(zone, at),
    by: actor || author,
    author,
    action: action || null,
    because: because || null,
    subject,
    changes,
  }
}

/** Of changes, those of one field, or of the parts below it. */
const onlyField = (changes: readonly RecordChange[], wanted: string): RecordChange[] =>
  changes.flatMap((change) => {
    const fields = change.fields.filter(({ field }) => field === wanted || field.startsWith(`${wanted}.`))
    return fields.length > 0 ? [{ ...change, fields, notes: undefined }] : []
  })

function countDays(
  commits: readonly (LoggedCommit & { day: string })[],
  isCounted: (step: FileStep) => boolean,
): DayOfActivities[] {
  const days = new Map<string, DayOfActivities>()
  for (const { day, steps } of commits)
    for (const { was, is } of steps.filter(isCounted)) {
      const own = days.get(day) ?? { day, added: 0, changed: 0, removed: 0 }
      own[was === null ? 'added' : is === null ? 'removed' : 'changed'] += 1
      days.set(day, own)
    }
  return [...days.values()]
}

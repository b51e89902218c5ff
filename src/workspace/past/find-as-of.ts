import { Failure } from '../../failure.ts'
import { addDays, dayIn, instantOf } from '../../records/days/calendar.ts'
import { readDayBack } from '../../records/days/day-back.ts'
import { isCalendarDay } from '../../records/kinds/field-types.ts'
import { readHistoryStart } from '../git/added-files.ts'
import { gitAtOnce, gitPath } from '../git/run.ts'
import { type Place, settingsPath } from '../place.ts'
import { isHistoryCut } from './is-history-cut.ts'

/** What `--as-of` came to. */
export type AsOf = {
  commit: string
  committed: Date
  /** The hour it is then: the end of a day, an instant, the hour of a commit; never later than now. */
  at: Date
  /** The day that was named, where it was a day. */
  day?: string
  /** The day or instant as it was understood; absent when a commit was named. */
  said?: string
  /** What was named is still to come. */
  isAhead: boolean
  /** Whose days were counted: those of the workspace as it is now. */
  zone: string
}

type Here = { now: Date; zone: string }

/** Finds the commit that a day, an instant or a commit-ish means (model.md, Money and time). Throws a Failure (exit 2) when there is none. */
export function findAsOf(place: Place, words: string, here: Here): AsOf {
  const typed = words.trim()
  if (!place.git) return refuse(`There is no history to look at as of ${typed}: ${place.root} is not under git.`)
  const moment = readMoment(place, typed, here)
  if (!moment) return atCommit(place, typed, here)
  const { until, said, day } = moment
  const commit = gitAtOnce(place, [
    'rev-list',
    '--first-parent',
    `--min-age=${Math.floor(until.getTime() / 1000)}`,
    '-n1',
    'HEAD',
  ])
  if (!commit) throw beforeHistory(place, said === typed ? typed : `${typed} (${said})`, here)
  const isAhead = day === undefined ? until > here.now : day > dayIn(here.zone, here.now)
  return needWorkspace(
    place,
    {
      commit: commit.trim(),
      committed: dateOf(place, commit.trim()),
      at: until > here.now ? here.now : until,
      ...(day !== undefined && { day: isAhead ? dayIn(here.zone, here.now) : day }),
      said,
      isAhead,
    },
    here,
  )
}

type Moment = { until: Date; said: string; day?: string }

/** A day, up to its last moment, or an instant; undefined when the words name neither. */
function readMoment(place: Place, typed: string, { now, zone }: Here): Moment | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) {
    if (!isCalendarDay(typed)) return refuse(`There is no day ${typed}.`)
    return wholeDay(typed, zone)
  }
  if (/^\d{4}-\d{2}-\d{2}[T ]\d/.test(typed)) return instant(typed, zone)
  if (/^now$/i.test(typed)) return { until: now, said: 'now' }
  if (/^[0-9a-f]{4,64}$/i.test(typed) && isCommit(place, typed)) return undefined
  const day = readDayBack(typed, dayIn(zone, now))
  return day ? wholeDay(day, zone) : undefined
}

const wholeDay = (day: string, zone: string): Moment => ({
  until: new Date(instantOf(addDays(day, 1), zone).getTime() - 1),
  said: day,
  day,
})

function instant(typed: string, zone: string): Moment {
  try {
    const until = instantOf(typed.replace(/([T ])(\d):/, '$10$2:'), zone)
    if (!Number.isNaN(until.getTime())) return { until, said: typed }
  } catch {
    // What cannot be read is refused below.
  }
  return refuse(`"${typed}" is no instant.`)
}

/** A commit is itself, at the hour it was made. */
function atCommit(place: Place, typed: string, here: Here): AsOf {
  if (/^[0-9a-f]{4,64}$/i.test(typed)) {
    const fits = gitAtOnce(place, ['rev-parse', `--disambiguate=${typed}`])
      .split('\n')
      .filter(Boolean)
    const commits = fits.filter((id) => isCommit(place, id))
    if (commits.length > 1)
      return refuse(`"${typed}" fits ${commits.length} commits: ${commits.map((id) => id.slice(0, 12)).join(', ')}.`)
  }
  if (typed === '' || typed.startsWith('-') || !isCommit(place, typed))
    return refuse(`"${typed}" is no day, no instant and no commit of this history.`)
  const commit = gitAtOnce(place, ['rev-parse', '-q', '--verify', `${typed}^{commit}`]).trim()
  const committed = dateOf(place, commit)
  return needWorkspace(place, { commit, committed, at: committed, isAhead: false }, here)
}

const isCommit = (place: Place, typed: string) =>
  !typed.startsWith('-') && gitAtOnce(place, ['rev-parse', '-q', '--verify', `${typed}^{commit}`]) !== ''

const dateOf = (place: Place, commit: string) => new Date(Number(gitAtOnce(place, ['show', '-s', '--format=%ct', commit])) * 1000)

/** A history may be older than the workspace in it. */
function needWorkspace(place: Place, found: Omit<AsOf, 'zone'>, here: Here): AsOf {
  const has = gitAtOnce(place, ['cat-file', '-t', `${found.commit}:${gitPath(place, settingsPath)}`]) !== ''
  if (!has) throw beforeHistory(place, found.said ?? `commit ${found.commit.slice(0, 7)}`, here, settingsPath)
  return { ...found, zone: here.zone }
}

function beforeHistory(place: Place, typed: string, { zone }: Here, path?: string): Failure {
  const begun = path ? firstOf(place, path) : readHistoryStart(place)
  if (!begun) return new Failure(`There is no history yet: nothing is committed.`, { hint: 'dossier save', exitCode: 2 })
  const day = dayIn(zone, begun)
  const whole = isHistoryCut(place) ? '; git fetch --unshallow brings what lies before' : ''
  return new Failure(`History begins ${day}; there is nothing as of ${typed}.`, {
    hint: `a day from ${day} on${whole}`,
    exitCode: 2,
  })
}

/** The instant a file was first committed. */
function firstOf(place: Place, path: string): Date | undefined {
  const dates = gitAtOnce(place, ['log', '--first-parent', '--diff-filter=A', '--format=%cI', '--', gitPath(place, path)])
  const first = dates.trim().split('\n').at(-1)
  return first ? new Date(first) : undefined
}

function refuse(message: string): never {
  throw new Failure(message, {
    hint: '2026-10-01, "last monday", 2026-10-01T12:00 or a commit (a1b2c3d, HEAD~3)',
    exitCode: 2,
  })
}

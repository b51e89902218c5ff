import { Failure } from '../../../failure.ts'
import { addDays, dayIn } from '../../../records/days/calendar.ts'
import type { TeamFields } from '../../../records/kinds/fields.ts'
import { readHistoryStart } from '../../../workspace/git/added-files.ts'
import { type AsOf, findAsOf } from '../../../workspace/past/find-as-of.ts'
import { openPast } from '../../../workspace/past/open-past.ts'
import type { Past, Place } from '../../../workspace/place.ts'
import type { Manifest } from './manifest.ts'
import { openInputs } from './open-inputs.ts'
import { openThen } from './open-then.ts'

/** What a state is compared with: the files of then, and how they were chosen. */
export type Base = { chosen: 'since' | 'saved' | 'week'; past: Past; found: AsOf; unsure: string[] }

type Asked = {
  since?: string | undefined
  /** Of the last saved pack; absent, the last seven days are meant. */
  saved?: Manifest | undefined
  now: Date
  zone: string
  team: TeamFields | undefined
}

/** Finds what is compared with: the time that was asked for, else the last saved pack, else a week ago. `here` is the tree on the disk. */
export function findBase(here: Place, asked: Asked): Base {
  const { since, saved, now, zone } = asked
  if (since !== undefined) return openBase(here, 'since', findAsOf(here, since, { now, zone }), asked)
  const found = saved && findCommit(here, saved, { now, zone })
  return found ? openSaved(here, saved, found, asked) : openBase(here, 'week', findWeekAgo(here, { now, zone }), asked)
}

function openBase(here: Place, chosen: Base['chosen'], found: AsOf, { since, now, zone }: Asked): Base {
  if (found.isAhead || found.committed > now)
    throw new Failure(
      since === undefined
        ? `Nothing was committed up to ${dayIn(zone, now)}, so there is nothing to compare with.`
        : `"${since}" comes after what it is to be compared with.`,
      { hint: 'an earlier day or commit, such as --since "last monday"', exitCode: 2 },
    )
  return { chosen, past: openPast(here, found), found, unsure: [] }
}

/** Looks at the files as a saved pack was made from them. */
function openSaved(here: Place, saved: Manifest, found: AsOf, { team }: Asked): Base {
  const past = openPast(here, found)
  const committed = openInputs({ ...here, past }, team)(saved.customer)
  const sides = { noted: new Map(Object.entries(saved.inputs)), committed, now: openInputs(here, team)(saved.customer) }
  const then = openThen(here, past, sides)
  return { chosen: 'saved', past: then.past, found, unsure: then.unsure }
}

type Clock = { now: Date; zone: string }

/** The commit a pack was made at; undefined where this clone does not have it (any more). */
function findCommit(here: Place, { commit }: Manifest, clock: Clock): AsOf | undefined {
  if (commit === null || !here.git) return undefined
  try {
    return findAsOf(here, commit, clock)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** A week ago, or the beginning of a history that is younger. */
function findWeekAgo(here: Place, clock: Clock): AsOf {
  const day = addDays(dayIn(clock.zone, clock.now), -7)
  const begun = here.git && readHistoryStart(here)
  const isYounger = begun && dayIn(clock.zone, begun) > day
  return findAsOf(here, isYounger ? begun.toISOString() : day, clock)
}

import { addDays, dayIn } from '../../records/days/calendar.ts'
import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import type { Problem } from '../../records/problem.ts'
import { findWhose } from '../../workspace/book/find-whose.ts'
import { readBook } from '../../workspace/book/read-book.ts'
import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import type { Brief } from './brief.ts'
import { horizon, isEmptyBrief, planBrief } from './plan-brief.ts'
import { sayNothing } from './say-nothing.ts'

type Asked = { people: People; settings: WorkspaceSettings; now: Date; user: string }

/** Makes the brief of a person, on their own clock: reads their book, and says what to do where there is nothing in it. */
export async function makeBrief(
  place: Place,
  { people, settings, now, user }: Asked,
): Promise<{ brief: Brief; problems: Problem[] }> {
  const zone = people.zoneOf(user) ?? settings.timezone
  const whose = findWhose(place, people, user)
  const since = addDays(dayIn(zone, now), -horizon.moved)
  const read = await readBook(place, { people, settings, now, zone, since, whose: whose.slugs })
  const brief = planBrief(read.book, whose)
  const nothing = isEmptyBrief(brief) && sayNothing(read, whose, people)
  return { brief: { ...brief, ...(nothing && { nothing }) }, problems: read.problems }
}

import { type AsOf, findAsOf } from '../workspace/past/find-as-of.ts'
import { openPast } from '../workspace/past/open-past.ts'
import type { Past, Place } from '../workspace/place.ts'

/** How a session looks at a time gone by. A door loads this only when it is asked for: every command would start later otherwise. */
export type LookBack = {
  find(here: Place, clock: { now: Date; zone: string }): AsOf
  open(here: Place, asOf: AsOf): Past
}

/** Looks back at a day, an instant or a commit, as a person says it. */
export const lookBack = (words: string): LookBack => ({
  find: (here, clock) => findAsOf(here, words, clock),
  open: openPast,
})

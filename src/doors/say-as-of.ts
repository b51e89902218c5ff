import { dayIn } from '../records/days/calendar.ts'
import type { AsOf } from '../workspace/past/find-as-of.ts'

/** What an answer of the past is an answer of; days are the workspace's. */
export function sayAsOf({ commit, committed, said, isAhead, zone }: AsOf): string {
  const which = `commit ${commit.slice(0, 7)} of ${dayIn(zone, committed)}`
  if (said === undefined) return `As of ${which}.`
  return isAhead ? `${said} is still to come; as of now: ${which}.` : `As of ${said}: ${which}.`
}

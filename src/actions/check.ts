import * as z from 'zod'
import { Failure } from '../failure.ts'
import { dayIn, isZone } from '../records/days/calendar.ts'
import type { Session } from '../session/open.ts'
import { checkTree } from '../workspace/check/check-tree.ts'
import { settingsPath, toRecordPath } from '../workspace/place.ts'
import { readAll, readTeam } from '../workspace/records.ts'
import { pathNamed } from '../workspace/resolve.ts'
import { asking } from './action.ts'

const input = z.object({
  path: z
    .array(z.string())
    .default([])
    .describe('Files, folders or customers; absent, everything. What two customers both claim is looked for only in everything.'),
})

/** The check, with an ear for how far it has come. */
export const checking = (progress?: (done: number, total: number) => void) =>
  asking({
    name: 'check',
    summary: 'Check every file: what is wrong, where, and what would be right.',
    effect: 'read',
    input,
    run: async ({ path: named }, session) => {
      const place = session.place()
      const only = named.length > 0 ? await Promise.all(named.map((name) => partNamed(session, name))) : undefined
      return checkTree(place, { ...standing(session), people: session.people(), team: readTeam(place), only, progress })
    },
  })

export default checking()

/** The file or folder a person named; a customer named as such is its whole folder. */
async function partNamed(session: Session, name: string): Promise<string> {
  const place = session.place()
  const path = toRecordPath(place, await pathNamed(place, name, session.cwd))
  return name.endsWith('.md') ? path : path.replace(/^(customers\/[^/]+)\/customer\.md$/, '$1')
}

/** The day and zone by which the tree is judged. A workspace.yaml that cannot be used is itself a problem and must not stop the check. */
function standing(session: Session): { today: string | undefined; zone: string } {
  const { timezone = 'UTC' } = readAll(session.place(), 'workspace', [settingsPath]).records[0]?.value ?? {}
  const zone = isZone(timezone) ? timezone : 'UTC'
  try {
    return { zone, today: dayIn(zone, session.now()) }
  } catch (error) {
    if (error instanceof Failure) return { zone, today: undefined }
    throw error
  }
}

import * as z from 'zod'
import { Failure } from '../failure.ts'
import { dayIn, isZone } from '../records/days/calendar.ts'
import type { Session } from '../session/open.ts'
import { type Checked, checkTree } from '../workspace/check/check-tree.ts'
import type { Asked } from '../workspace/check/look-around.ts'
import { changedSince } from '../workspace/check/source/changed-since.ts'
import { openStaged } from '../workspace/check/source/staged.ts'
import { readPeople } from '../workspace/people.ts'
import { type Place, settingsPath, toRecordPath } from '../workspace/place.ts'
import { readAll, readTeam } from '../workspace/records.ts'
import { pathNamed } from '../workspace/resolve.ts'
import { asking } from './action.ts'

const input = z.object({
  path: z
    .array(z.string())
    .default([])
    .describe('Files, folders or customers; absent, everything. What two customers both claim is looked for only in everything.'),
  'changed-since': z
    .string()
    .optional()
    .describe(
      'Only files that differ from this commit, branch or tag, those not committed yet and new ones included, and what names a file that is gone.',
    ),
  staged: z
    .boolean()
    .default(false)
    .describe('Only files that are staged, as the commit will hold them, and what names a file that it removes.'),
})

/** The check, with an ear for how far it has come. */
export const checking = (progress?: (done: number, total: number) => void) =>
  asking({
    name: 'check',
    summary: 'Check every file: what is wrong, where, and what would be right.',
    effect: 'read',
    input,
    run: async (asked, session): Promise<Checked> => {
      const only = asked.path.length > 0 ? await Promise.all(asked.path.map((name) => partNamed(session, name))) : undefined
      const { place, changed } = await chosen(session, asked)
      return checkTree(place, { ...standing(session, place), only, changed, progress })
    },
  })

export default checking()

/** What is judged, and of it only what changed, where that is asked. */
async function chosen(session: Session, asked: z.infer<typeof input>): Promise<{ place: Place; changed?: string[] }> {
  const { 'changed-since': ref, staged } = asked
  if (staged && ref !== undefined)
    throw new Failure('--staged and --changed-since are two questions.', { hint: 'ask one of them', exitCode: 2 })
  if (staged && session.asOf())
    throw new Failure('What is staged now was not staged then.', { hint: 'leave --as-of out, or --staged', exitCode: 2 })
  if (staged) return openStaged(session.place(), session.now())
  return ref === undefined
    ? { place: session.place() }
    : { place: session.place(), changed: await changedSince(session.place(), ref) }
}

/** The file or folder a person named; a customer named as such is its whole folder. */
async function partNamed(session: Session, name: string): Promise<string> {
  const place = session.place()
  const path = toRecordPath(place, await pathNamed(place, name, session.cwd))
  return name.endsWith('.md') ? path : path.replace(/^(customers\/[^/]+)\/customer\.md$/, '$1')
}

/** What the tree is judged by. A workspace.yaml that cannot be used is itself a problem and must not stop the check. */
export function standing(session: Session, place = session.place()): Asked {
  const { timezone = 'UTC' } = readAll(place, 'workspace', [settingsPath]).records[0]?.value ?? {}
  const zone = isZone(timezone) ? timezone : 'UTC'
  const people = place === session.place() ? session.people() : readPeople(place)
  const known = { zone, people, team: readTeam(place) }
  try {
    return { ...known, today: dayIn(zone, session.now()), now: session.now() }
  } catch (error) {
    if (error instanceof Failure) return { ...known, today: undefined }
    throw error
  }
}

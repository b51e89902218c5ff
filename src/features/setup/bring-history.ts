import type { Place } from '../../workspace/place.ts'
import { countHistory, refuseHistory, writeHistory } from '../../workspace/start/write-history.ts'
import { beginning, planHistory } from './history/plan-history.ts'
import type { Moved } from './move-sample.ts'
import type { Start } from './plan-start.ts'

/** What came of the sample's past: how many commits tell of it, or why none does. */
export type Brought = { commits: number; because?: string }

type How = { moved: Moved; start: Start; now: Date; seed: string }

/** Gives a new repository the sample's past: all that the start will write is then there already, but for what is its maker's own. */
export async function bringHistory(place: Place, { moved, start, now, seed }: How): Promise<Brought> {
  const there = await countHistory(place, beginning)
  if (there) return { commits: there }
  const because = await refuseHistory(place, start.kept)
  if (because) return { commits: 0, because }
  const { me, plan, settings } = start
  const files = plan.edits.flatMap((edit) => (edit.do === 'create' ? [[edit.path, edit.text] as const] : []))
  const own = new Set(['.gitattributes', ...(moved.files.has(personPath(me)) ? [] : [personPath(me)])])
  const commits = planHistory({
    files: new Map(files.filter(([path]) => !own.has(path))),
    changes: moved.changes,
    today: moved.now,
    now,
    zone: settings.timezone,
    seed,
  })
  await writeHistory(place, commits)
  return { commits: commits.length }
}

const personPath = (slug: string) => `workspace-setup/people/${slug}.yaml`

import { Failure } from '../failure.ts'
import { packCustomer } from '../features/context/pack-customer.ts'
import { findPacks, type SavedPack } from '../features/context/saved/find-packs.ts'
import { isTouched } from '../features/context/saved/is-touched.ts'
import type { Cause } from '../features/context/saved/judge-pack.ts'
import { judgePacks } from '../features/context/saved/judge-packs.ts'
import { noteInputs, savePack } from '../features/context/saved/save-pack.ts'
import { formats } from '../features/context/tell/open-form.ts'
import { dayIn } from '../records/days/calendar.ts'
import type { Session } from '../session/open.ts'
import { refusePast } from '../workspace/place.ts'
import { openRecord, readTeam } from '../workspace/records.ts'
import { blobId } from '../workspace/sheet.ts'
import { packingOf } from './packing.ts'

/** What became of a saved pack that was not true any more: made anew, with another text or the same; or why it could not be. */
export type Refreshed = {
  customer: string
  tier: string
  path: string
  causes: Cause[]
  became: 'new text' | 'same text' | 'not made' | 'to be made'
  because?: string
  tokens?: number
}

type Asked = {
  /** Slugs of the customers whose packs are looked at; absent, all. */
  customers?: readonly string[] | undefined
  /** Files that changed: only packs that may have been made from them are looked at. Absent, any may have. */
  changed?: readonly string[] | undefined
  dryRun?: boolean
}

/** Makes those saved packs anew that are not true any more, with the tier, budget and task they had. For `context refresh`, and for whatever watches the tree. */
export async function refreshContexts(session: Session, { customers, changed, dryRun = false }: Asked = {}) {
  const place = session.place()
  refusePast(place)
  const packs = findPacks(place, customers).filter((pack) => !changed || isTouched(pack, changed))
  const today = dayIn(session.settings().timezone, session.now())
  const stale = judgePacks(place, packs, { today, team: readTeam(place) }).filter(({ causes }) => causes.length > 0)
  const refreshed: Refreshed[] = []
  for (const { pack, causes } of stale) {
    const { customer, tier, path } = pack
    const became = dryRun ? { became: 'to be made' as const } : await makeAnew(session, pack)
    refreshed.push({ customer, tier, path, causes, ...became })
  }
  return { refreshed, fresh: packs.length - stale.length }
}

/** What a pack is written as, by the end of its name. */
const formatOf = (path: string) => formats.find((format) => path.endsWith(`.${format}`))

async function makeAnew(
  session: Session,
  { customer: slug, tier, path, sha, manifest }: SavedPack,
): Promise<Pick<Refreshed, 'became' | 'because' | 'tokens'>> {
  const place = session.place()
  const { budget, task = '', format } = manifest ?? {}
  const asked = { ...packingOf(session, { tier, budget: budget ?? undefined, task }), format: format ?? formatOf(path) }
  try {
    const record = `customers/${slug}/customer.md`
    const customer = openRecord(place, 'customer', record, asked.team)
    if (customer.path !== record) return { became: 'not made', because: `${slug} is ${customer.slug} now` }
    const noted = await noteInputs(place, { ...asked, customer: slug })
    const { text, tokens } = (await packCustomer(place, customer, asked)).context
    savePack(place, noted, { path, text }, () => session.newId())
    return { became: blobId(text) === sha ? 'same text' : 'new text', tokens }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { became: 'not made', because: error.message }
  }
}

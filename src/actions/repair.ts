import * as z from 'zod'
import { chooseShipped } from '../features/setup/choose-shipped.ts'
import { sayCount } from '../formulas/say-figure.ts'
import type { Session } from '../session/open.ts'
import { settingsPath, toRecordPath } from '../workspace/place.ts'
import { readAll, readTeam } from '../workspace/records.ts'
import { findMends } from '../workspace/repair/find-mends.ts'
import type { Mend } from '../workspace/repair/mend.ts'
import { planMends } from '../workspace/repair/plan-mends.ts'
import { openPhones } from '../workspace/repair/values/open-phones.ts'
import { pathNamed } from '../workspace/resolve.ts'
import { readShipped } from '../workspace/start/shipped.ts'
import { changing } from './action.ts'

const input = z.object({
  path: z.array(z.string()).default([]).describe('Files, folders or customers; absent, everything.'),
  apply: z.boolean().default(false).describe('Write it, as one commit; without it, only the plan is shown.'),
})

/** The repair, with an ear for how far it has come. */
export const repairing = (progress?: (done: number, total: number) => void) =>
  changing({
    name: 'repair',
    summary: 'Mend what can be mended safely: slips in keys and values, names, links, misplaced files.',
    effect: 'write',
    input,
    async decide({ path: named }, session) {
      const place = session.place()
      const { value } = readAll(place, 'workspace', [settingsPath]).records[0] ?? {}
      const shipped = readShipped()
      const only = named.length > 0 ? await Promise.all(named.map((name) => partNamed(session, name))) : undefined
      const mends = await findMends(place, {
        team: readTeam(place),
        country: value?.phone_country,
        currency: value?.currency,
        phone: await openPhones(),
        only,
        shipped: new Map(chooseShipped([...shipped.keys()], 'empty').map((path) => [path, shipped.get(path)!])),
        progress,
      })
      const files = new Set(mends.map(({ path, edits: [edit] }) => (edit?.do === 'move' ? edit.to : path))).size
      const said = mends.length > 0 ? `${sayCount(mends.length, 'mend')} in ${sayCount(files, 'file')}` : 'nothing to mend'
      const listed = mends.map(tell)
      return { plan: { subject: `repair: ${said}`, edits: planMends(mends) }, answer: { said, mends: listed, only } }
    },
  })

export default repairing()

const tell = ({ code, path, line, said, edits: [edit] }: Mend) => ({
  code,
  path,
  line,
  said,
  ...(edit?.do === 'move' && { to: edit.to }),
})

/** The file or folder a person named; a customer named as such is its whole folder. */
async function partNamed(session: Session, name: string): Promise<string> {
  const place = session.place()
  const path = toRecordPath(place, await pathNamed(place, name, session.cwd))
  return name.endsWith('.md') ? path : path.replace(/^(customers\/[^/]+)\/customer\.md$/, '$1')
}

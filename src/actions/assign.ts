import * as z from 'zod'
import { Failure } from '../failure.ts'
import type { Edit } from '../records/plan.ts'
import { openNamed } from '../workspace/open-named.ts'
import type { Kept } from '../workspace/records.ts'
import { resolveRecord } from '../workspace/resolve.ts'
import { changing } from './action.ts'

export default changing({
  name: 'assign',
  summary: 'Give a contact, deal or activity that belongs to nobody yet to a customer.',
  effect: 'write',
  input: z.object({
    record: z.string().describe('What lies in customers/_unassigned: slug, e-mail, external id, name or path.'),
    customer: z.string().describe('The customer it belongs to.'),
  }),
  async decide({ record: name, customer }, session) {
    const place = session.place()
    const record = await openNamed(place, name, ['contact', 'deal', 'activity'])
    const { slug } = await resolveRecord(place, customer, ['customer'])
    if (record.customer !== '_unassigned')
      throw new Failure(`${record.called} belongs to ${record.customer} already.`, {
        hint: 'assign is for what lies in customers/_unassigned',
        exitCode: 2,
      })
    const to = record.path.replace('customers/_unassigned/', `customers/${slug}/`)
    const said = `${slug}/${record.slug}: assigned to ${slug}`
    return {
      plan: { subject: said, edits: [...leaveBehind(record), { do: 'move', path: record.path, from: record.sha, to }] },
      answer: { said, path: to },
    }
  },
})

/** What an import noted of the company is answered now. */
const leaveBehind = ({ path, sha, value }: Kept): Edit[] =>
  'belongs_to' in value ? [{ do: 'remove', path, from: sha, field: ['belongs_to'] }] : []

import * as z from 'zod'
import { planSet } from '../features/accounts/plan-set.ts'
import { openNamed } from '../workspace/open-named.ts'
import { changing } from './action.ts'

export default changing({
  name: 'archive',
  summary: 'Put a customer, contact or deal away: it leaves the lists, its history stays.',
  effect: 'write',
  input: z.object({ record: z.string().describe('Slug, customer/slug, e-mail, domain, external id, name or path.') }),
  async decide({ record: name }, session) {
    const record = await openNamed(session.place(), name, ['customer', 'contact', 'deal'])
    if (record.value.archived)
      return { plan: { subject: '', edits: [] }, answer: { said: `${record.called} is archived already`, path: record.path } }
    const { plan } = planSet(record, record.called, [{ do: 'set', field: ['archived'], value: await session.today() }])
    const said = `${record.called}: archived`
    return {
      plan: { ...plan, subject: said },
      answer: { said: `${said} (bring it back with dossier set ${record.called} archived=)`, path: record.path },
    }
  },
})

import * as z from 'zod'
import { planRemove } from '../features/accounts/plan-remove.ts'
import { readUserChanges } from '../workspace/git/user-changes.ts'
import { nameOf, resolveRecord } from '../workspace/resolve.ts'
import { readSheet } from '../workspace/sheet.ts'
import { filesBelow } from '../workspace/tree.ts'
import { changing } from './action.ts'

export default changing({
  name: 'rm',
  summary: 'Remove a record, a customer with all that belongs to it; undo brings it back.',
  effect: 'write',
  input: z.object({ record: z.string().describe('Slug, customer/slug, e-mail, domain, external id, name or path.') }),
  async decide({ record: name }, session) {
    const place = session.place()
    const found = await resolveRecord(place, name, ['customer', 'contact', 'deal', 'activity', 'person'], { stubs: true })
    const folder = found.path.replace(/\/customer\.md$/, '')
    const paths = found.kind === 'customer' ? filesBelow(place, folder) : [found.path]
    const unsaved = (await readUserChanges(place, [folder])).map(({ path }) => path)
    const files = paths.map((path) => {
      const read = readSheet(place, path)
      return { path, sha: 'sheet' in read ? read.sheet.sha : undefined }
    })
    const { plan, said } = planRemove(nameOf(found), found.kind, files, unsaved)
    return { plan, answer: { said, path: found.path } }
  },
})

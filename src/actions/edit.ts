import { join } from 'node:path'
import * as z from 'zod'
import { kindOf } from '../records/kinds.ts'
import { readRecord } from '../records/schema/read-record.ts'
import { runEditor } from '../workspace/editor.ts'
import { toRecordPath } from '../workspace/place.ts'
import { readTeam } from '../workspace/records.ts'
import { pathNamed } from '../workspace/resolve.ts'
import { openSheet } from '../workspace/sheet.ts'
import { asking } from './action.ts'

export default asking({
  name: 'edit',
  summary: 'Open a record in your editor; on close it is checked, and committed if it is sound.',
  effect: 'write',
  input: z.object({ record: z.string().describe('Slug, customer/slug, e-mail, domain, external id, name or path.') }),
  async run({ record: name }, session) {
    const place = session.place()
    const path = toRecordPath(place, await pathNamed(place, name, session.cwd))
    const before = openSheet(place, path).text
    runEditor(session.editor(), [join(place.root, path)], session.env)
    const { text } = openSheet(place, path)
    const kind = kindOf(path)
    return { path, changed: text !== before, problems: kind ? readRecord(kind, path, text, readTeam(place)).problems : [] }
  },
})

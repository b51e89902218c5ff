import * as z from 'zod'
import { kindNames } from '../records/kinds.ts'
import type { Edit } from '../records/plan.ts'
import { printEditorSchema } from '../records/schema/editor-schema.ts'
import { needTeam } from '../workspace/records.ts'
import { textNow } from '../workspace/sheet.ts'
import { changing } from './action.ts'

export default changing({
  name: 'schemas',
  summary: "Write the schemas by which editors complete and check, with the team's own fields.",
  effect: 'write',
  input: z.object({}),
  async decide(_, session) {
    const place = session.place()
    const team = needTeam(place)
    const edits = kindNames.flatMap((kind): Edit[] => {
      const path = `workspace-setup/schemas/${kind}.json`
      const text = printEditorSchema(kind, team)
      const now = textNow(place, path)
      if (now.text === text) return []
      return [now.text === null ? { do: 'create', path, text } : { do: 'replace', path, from: now.sha, text }]
    })
    const said = edits.length > 0 ? `Editor schemas brought up to date: ${edits.length}` : 'The editor schemas are up to date'
    return { plan: { subject: said, edits }, answer: { said, path: edits[0]?.path ?? 'workspace-setup/schemas' } }
  },
})

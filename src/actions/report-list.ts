import * as z from 'zod'
import { listTemplates } from '../features/reports/list-templates.ts'
import { asking } from './action.ts'

export default asking({
  name: 'report list',
  summary: 'List the reports that can be run, and when each was written last.',
  effect: 'read',
  input: z.object({}),
  async run(_, session) {
    const { reports, problems } = listTemplates(session.place())
    return { reports, today: await session.today(), problems }
  },
})

import * as z from 'zod'
import { meetingsOf } from '../features/exports/meetings-of.ts'
import { writeEvents } from '../records/calendar/write-events.ts'
import { folderNamed } from '../workspace/open-named.ts'
import { listRecords } from '../workspace/records.ts'
import { writeOut } from '../workspace/write/write-out.ts'
import { asking } from './action.ts'

export default asking({
  name: 'activity export',
  summary: 'Write planned meetings and calls as a calendar, for other programs.',
  effect: 'read',
  input: z.object({
    customer: z.string().optional().describe('Only those of this customer.'),
    all: z.boolean().default(false).describe('Also those that were held or cancelled.'),
    format: z.enum(['ics']).default('ics').describe('As an iCalendar file.'),
    out: z.string().optional().describe('Write it to this new file instead of printing it.'),
  }),
  async run({ customer: named, all, format, out }, session) {
    const place = session.place()
    const customer = named ? await folderNamed(place, named) : undefined
    const emails = new Map(listRecords(place, 'person').records.map(({ slug, value }) => [slug, value.emails?.[0]]))
    const emailOf = (slug: string) => emails.get(slug)
    const { meetings, problems } = meetingsOf(place, { customer, all, people: session.people(), emailOf })
    const text = await writeEvents(meetings, { now: session.now(), zone: session.settings().timezone })
    const file = out === undefined ? undefined : writeOut(out, text, session.cwd)
    return { exported: meetings.length, format, ...(file === undefined ? { text } : { file }), problems }
  },
})

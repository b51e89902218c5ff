import * as z from 'zod'
import { cardsOf, rowsOf } from '../features/exports/cards-of.ts'
import { listRecords, readTeam } from '../workspace/records.ts'
import { writeOut } from '../workspace/write/write-out.ts'
import { asking } from './action.ts'
import { answerRecords, listWords } from './listing.ts'

export default asking({
  name: 'contact export',
  summary: 'Write contacts as vCards or as CSV, for other programs.',
  effect: 'read',
  input: z.object({
    customer: z.string().optional().describe('Only those of this customer.'),
    where: listWords.where,
    format: z.enum(['vcf', 'csv']).default('vcf').describe('As vCards 4.0, or as CSV.'),
    out: z.string().optional().describe('Write it to this new file instead of printing it.'),
  }),
  async run({ customer, where, format, out }, session) {
    const place = session.place()
    const { rows, problems } = await answerRecords('contact', { customer, where, archived: false }, session)
    const customers = listRecords(place, 'customer', { team: readTeam(place) }).records
    const names = new Map(customers.map(({ slug, value }) => [slug, value.name]))
    const nameOf = (slug: string) => names.get(slug)
    const text = format === 'csv' ? rowsOf(rows, nameOf) : await cardsOf(rows, nameOf)
    const file = out === undefined ? undefined : writeOut(out, text, session.cwd)
    return { exported: rows.length, format, ...(file === undefined ? { text } : { file }), problems }
  },
})

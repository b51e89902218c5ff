import * as z from 'zod'
import { type Row, rowOf } from '../records/row.ts'
import { folderNamed } from '../workspace/open-named.ts'
import { listRecords, readTeam } from '../workspace/records.ts'
import { asking } from './action.ts'

/** An action that lists all records of a kind, or one customer's. A file that cannot be used is a problem, and hides no other. */
export const listing = <const K extends 'customer' | 'contact' | 'deal'>(kind: K, summary: string) =>
  asking({
    name: `${kind} list`,
    summary,
    effect: 'read',
    input: z.object({
      customer: z.string().optional().describe('Only those of this customer.'),
      archived: z.boolean().default(false).describe('Only what was put away.'),
    }),
    async run({ customer: typed, archived }, session) {
      const place = session.place()
      const customer = typed ? await folderNamed(place, typed) : undefined
      const { records, problems } = listRecords(place, kind, { ...(customer && { customer }), team: readTeam(place) })
      const rows: Row<K>[] = records
        .filter(({ value }) => Boolean((value as { archived?: string }).archived) === archived)
        .map(rowOf)
      return { rows, today: await session.today(), problems }
    },
  })

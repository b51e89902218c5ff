import * as z from 'zod'
import type { KindName } from '../records/kinds.ts'
import { rowOf } from '../records/row.ts'
import { openNamed } from '../workspace/open-named.ts'
import { asking } from './action.ts'

/** An action that shows one record: its fields, its running text, and what is wrong with it. */
export const showing = <const K extends KindName>(kind: K, summary: string) =>
  asking({
    name: `${kind} show`,
    summary,
    effect: 'read',
    input: z.object({ record: z.string().describe('Slug, customer/slug, e-mail, external id, name or path.') }),
    async run({ record: name }, session) {
      const record = await openNamed(session.place(), name, [kind])
      return {
        row: rowOf(record),
        body: record.body.trim(),
        called: record.called,
        today: await session.today(),
        problems: record.read.problems,
      }
    },
  })

import * as z from 'zod'
import { Failure } from '../failure.ts'
import type { Question } from '../features/imports/draft.ts'
import { openSources } from '../features/imports/open-sources.ts'
import { type Imported, runImport } from '../features/imports/run-import.ts'
import { openMap } from '../workspace/open-map.ts'
import { needTeam } from '../workspace/records.ts'
import { changing } from './action.ts'

const input = z.object({
  files: z.array(z.string()).min(1, 'a file to import').describe('CSV files, as a CRM exports them; any number of them.'),
  map: z
    .string()
    .optional()
    .describe('How columns and values are read: a file, or a name in workspace-setup/integrations/imports.'),
  dates: z.enum(['dmy', 'mdy', 'ymd']).optional().describe('How days are written when they could be two.'),
  decimal: z.enum(['.', ',']).optional().describe('The decimal sign of numbers that could be two.'),
  'new-customers': z.boolean().default(false).describe('Make a customer of each company that fits none.'),
  apply: z.boolean().default(false).describe('Write it, as one commit; without it, only the plan is shown.'),
})

/** How many texts a plan keeps in memory: beyond, it tells by their hashes what a repeated row would change. */
const mostTexts = 50_000

/** The import of CSV files, with an ear for how far it has come. */
export const importing = (progress?: (done: number, total: number) => void) =>
  changing({
    name: 'import csv',
    summary: "Bring a CRM's export in: customers, contacts, leads, deals, people and products.",
    effect: 'write',
    input,
    async decide({ files, map: named, dates, decimal, 'new-customers': makesCustomers, apply }, session) {
      const place = session.place()
      const team = needTeam(place)
      const map = named === undefined ? undefined : openMap(place, named, session.cwd)
      const asked = {
        cwd: session.cwd,
        map,
        said: { ...(dates && { dates }), ...(decimal && { decimal }) },
        team,
        settings: session.settings(),
        zone: await session.zone(),
        today: await session.today(),
      }
      const { sources, shapes, skipped, columns, notes, readNotes, questions } = await openSources(place, files, asked)
      const [first] = questions
      if (apply && first) throw unanswered(first, questions.length)
      const total = shapes.reduce((sum, { rows }) => sum + rows, 0)
      const imported = await runImport(place, sources, {
        team,
        makesCustomers,
        keepTexts: apply || total <= mostTexts,
        progress: progress && ((done) => progress(done, total)),
      })
      const answer = answerOf(imported, {
        shapes,
        skipped,
        columns,
        questions,
        notes: [...(map?.doubts ?? []), ...notes, ...readNotes.flat(), ...imported.notes],
      })
      const { created, changed } = answer
      const subject = `import csv: ${created} created, ${changed} changed (${files.map((file) => file.replace(/^.*[/\\]/, '')).join(', ')})`
      return { plan: { subject, edits: apply ? imported.edits : [] }, answer: { import: answer } }
    },
  })

export default importing()

/** The question that keeps an import from being written. */
function unanswered({ file, line, column, message, hint }: Question, all: number): Failure {
  const more = all > 1 ? ` The plan has ${all - 1} more to answer.` : ''
  return new Failure(`${file}:${line}: ${column ? `${column}: ` : ''}${message}. Nothing was written.${more}`, {
    hint,
    exitCode: 2,
    path: file,
    line,
  })
}

type Learnt = Pick<Awaited<ReturnType<typeof openSources>>, 'shapes' | 'skipped' | 'columns' | 'notes' | 'questions'>

/** What an import answers: counts are rows, so that each row of each file is in exactly one of them. */
function answerOf({ files, rejected, people, workflows, suppressed, said }: Imported, learnt: Learnt) {
  const sum = (count: 'created' | 'changed' | 'unchanged') => files.reduce((total, file) => total + file[count], 0)
  const { shapes, skipped, columns, notes, questions } = learnt
  return {
    created: sum('created'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    rejected: rejected.map(({ file, line, reason }) => ({ file, line, reason })),
    skipped,
    columns,
    files: files.map((file) => ({ ...file, ...shapes.find((shape) => shape.file === file.file) })),
    questions,
    notes,
    people,
    customers: said.customers,
    workflows,
    suppressed,
    assigned: said.assigned,
    changes: said.changes,
    products: {
      matched: [...said.products].map(([written, { product, rows }]) => ({ written, product, rows })),
      unknown: [...said.newProducts].map(([written, rows]) => ({ written, rows })),
    },
    unassigned: [...said.unplaced].map(([company, { kind, rows, several }]) => ({ company, kind, rows, fits: several })),
  }
}

/** What `import csv` answers. */
export type ImportAnswer = ReturnType<typeof answerOf>

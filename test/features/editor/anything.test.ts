import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRemedies } from '../../../src/features/editor/change/find-remedies.ts'
import { findRenamable } from '../../../src/features/editor/change/plan-rename.ts'
import { toggleTask } from '../../../src/features/editor/change/toggle-task.ts'
import { complete } from '../../../src/features/editor/complete/complete.ts'
import { findDefinition } from '../../../src/features/editor/find/find-definition.ts'
import { mentionsIn, recordAt } from '../../../src/features/editor/find/find-references.ts'
import { outline, type Part } from '../../../src/features/editor/find/outline.ts'
import { hover } from '../../../src/features/editor/hover/hover.ts'
import { placeProblem } from '../../../src/features/editor/place-problem.ts'
import { findSpot } from '../../../src/features/editor/text/find-spot.ts'
import { openPage } from '../../../src/features/editor/text/open-page.ts'
import { readRecord } from '../../../src/records/schema/read-record.ts'
import { viewAt } from './pointed.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const files = ['customers', 'workspace-setup', 'personal', 'sales-toolkit'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll(sep, '/')}`)
    .filter((path) => /\.(?:md|yaml)$/.test(path)),
)

/** What hands do to a text: letters put in, pieces taken out, lines doubled, line ends changed. */
const edit = fc.record({
  at: fc.nat(),
  cut: fc.oneof(fc.constant(0), fc.nat(40)),
  put: fc.oneof(
    fc.constantFrom(
      '',
      '\n',
      '\r\n',
      '  ',
      ': ',
      '- ',
      '[',
      '{',
      ']',
      '}',
      '"',
      "'",
      '|\n',
      '[[',
      ']]',
      '@',
      'due:',
      '---\n',
      '🦄',
      '中',
      '\uD83E',
      '\u0000',
      '#',
      '&a ',
      '*a',
      '\t',
    ),
    fc.string({ maxLength: 8 }),
  ),
})
const documents = fc.record({
  path: fc.constantFrom(...files),
  edits: fc.array(edit, { maxLength: 6 }),
  at: fc.nat(),
  crlf: fc.boolean(),
})

const lies = (part: Part, within: { from: number; to: number }): boolean =>
  within.from <= part.from &&
  part.from <= part.at.from &&
  part.at.to <= part.to &&
  part.to <= within.to &&
  part.parts.every((inner) => lies(inner, part))

test('anywhere in any text, nothing is thrown, and every place that is told lies within the text', {
  timeout: 120_000,
}, async () => {
  const view = viewAt(root)
  await fc.assert(
    fc.asyncProperty(documents, async ({ path, edits, at: place, crlf }) => {
      const original = readFileSync(join(root, path), 'utf8')
      const changed = edits.reduce((text, { at, cut, put }) => {
        const from = at % (text.length + 1)
        return text.slice(0, from) + put + text.slice(from + cut)
      }, original)
      const text = crlf ? changed.replace(/\r?\n/g, '\r\n') : changed
      const page = openPage(path, text)
      const at = place % (text.length + 1)
      const isWithin = ({ from, to }: { from: number; to: number }) =>
        expect(0 <= from && from <= to && to <= text.length).toBe(true)

      for (const cell of page.cells()) isWithin(cell)
      const spot = findSpot(page, at)
      if (spot) {
        isWithin(spot)
        expect(spot.from <= at && at <= spot.to).toBe(true)
      }
      const { suggestions } = await complete(view, page, at)
      for (const one of suggestions) {
        isWithin(one)
        expect(one.from <= at && at <= one.to && !text.slice(one.from, one.to).includes('\n')).toBe(true)
      }
      const told = hover(view, page, at)
      if (told) isWithin(told)
      findDefinition(view, page, at)
      recordAt(view, page, at)
      for (const mention of mentionsIn(view, page, 'customers/acme/contacts/jo-park.md')) isWithin(mention)
      for (const part of outline(page)) expect(lies(part, { from: 0, to: text.length })).toBe(true)
      const renamable = findRenamable(view, page, at)
      if (renamable) isWithin(renamable)
      toggleTask(page, at)
      const problems = page.kind ? readRecord(page.kind, path, text, view.team()).problems : []
      for (const problem of problems) isWithin(placeProblem(page, problem))
      await findRemedies(page, {
        from: at,
        to: at,
        problems,
        mends: () => [],
        judge: (now) => readRecord(page.kind!, path, now).problems,
      })
    }),
    { numRuns: 400 },
  )
})

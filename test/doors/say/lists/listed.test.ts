import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayAs } from '../../../../src/doors/say/lists/formats.ts'
import { sheetOf } from '../../../../src/doors/say/lists/listed.ts'
import { table } from '../../../../src/doors/terminal/table.ts'

const text = 'Walk Willem through the three-year price before the board of the group meets'
const task = { path: 'customers/acme/customer.md', line: 9, text, done: false, customer: 'acme' }
const listed = { total: 2, today: '2026-11-20', zone: 'UTC' }

test('Markdown shortens no task and says which are done; a table is shortened', () => {
  const sheet = sheetOf('task', { ...listed, rows: [task, { ...task, text: 'Ring Jo', done: true }] })
  const lines = sayAs('md', sheet).split('\n')
  expect(lines[0]).toBe('| task | done | customer | where |')
  expect(lines.slice(2)).toEqual([
    `| ${text} |  | acme | customers/acme/customer.md:9 |`,
    '| Ring Jo | done | acme | customers/acme/customer.md:9 |',
  ])
  expect(sayAs('table', sheet)).toContain('Walk Willem through the three-year price before t…')
})

test('in a terminal of 80 columns a deal keeps its whole name, for commands take it', () => {
  const deal = { stage: 'technical-validation', amount: 720_000, currency: 'NOK', close_date: '2026-12-31', owner: 'jonas-weber' }
  const rows = ['acme/pipeline-watch', 'veldhuis-belgie/belgium-start'].map((name) => {
    const [customer, slug] = name.split('/') as [string, string]
    return { ...deal, customer, slug, next_step: text }
  })
  const { columns } = sheetOf('deal', { ...listed, rows })
  const headings = (width: number) =>
    stripVTControlCharacters(
      table(
        rows.map((row) => ({ row })),
        columns,
        width,
      ),
    ).split('\n')
  expect(headings(80)[0]!.trim().split(/ {2,}/)).toEqual(['deal', 'stage', 'amount', 'close'])
  expect(headings(80)[2]).toMatch(/^veldhuis-belgie\/belgium-start /)
  expect(headings(110)[0]).toContain('next step')
  expect(headings(140)[0]).toContain('owner')
})

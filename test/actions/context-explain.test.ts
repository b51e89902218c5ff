import { expect, test, vi } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import contextExplain from '../../src/actions/context-explain.ts'
import customerContext from '../../src/actions/customer-context.ts'
import { accounts, call, deal, read, sessionAt, sheet } from '../helpers/saved.ts'

vi.setConfig({ testTimeout: 60_000 }) // every question asks git many others

const notes = Object.fromEntries(
  Array.from({ length: 50 }, (_, n) => [
    `customers/acme/activities/2026-10-${String(1 + (n % 28)).padStart(2, '0')}-1000-note-n${n}-aaaa.md`,
    sheet(
      `type: note\ndate: 2026-10-${String(1 + (n % 28)).padStart(2, '0')}\nsubject: Subject ${n}`,
      `They spoke of matter ${n} for a while.\n`,
    ),
  ]),
)
const explain = (root: string, input: object = {}) => ask(contextExplain, { customer: 'acme', ...input }, sessionAt(root))
const build = (root: string, input: object = {}) => ask(customerContext, { customer: 'acme', ...input }, sessionAt(root))

test('what is said to be told is told, what is not is not, and the tokens are those of the context', async () => {
  const root = accounts(notes)
  const { items, total, all, tokens } = await explain(root, { budget: 900, limit: 1000 })
  const context = await build(root, { budget: 900 })
  expect([items.length, total, tokens]).toEqual([all, all, context.tokens])
  const cited = new Set(context.sources.map(({ path, line }) => `${path}:${line}`))
  for (const { path, line, detail, tokens: cost, left, why } of items) {
    if (detail !== 'none') expect(cited).toContain(`${path}:${line}`)
    expect([cost > 0, left > 0]).toEqual([detail !== 'none', detail !== 'whole'])
    expect(why).not.toBe('')
    expect(read(root, path).split('\n').length).toBeGreaterThanOrEqual(line)
  }
  for (const { name, shown } of context.sections)
    expect(items.filter(({ section, detail }) => section === name && detail !== 'none')).toHaveLength(shown)
})

test('with another budget the reason is another one', async () => {
  const root = accounts(notes)
  const about = { item: 'matter 7 ' }
  const small = await explain(root, { budget: 600, ...about })
  const large = await explain(root, { budget: 20_000, ...about })
  expect([small.total, large.total]).toEqual([1, 1])
  expect(small.items[0]).toMatchObject({
    detail: 'none',
    tokens: 0,
    why: expect.stringMatching(/needs \d+ tokens|past the maximum/),
  })
  expect(large.items[0]).toMatchObject({ detail: 'whole', left: 0 })
  expect(large.items[0]!.why).not.toContain('needs')
})

test('the first forty, what is worth most first, and how many there are', async () => {
  const { items, total } = await explain(accounts(notes))
  expect(items).toHaveLength(40)
  expect(total).toBeGreaterThan(50)
  const worths = items.map(({ worth }) => worth)
  expect(worths).toEqual([...worths].sort((a, b) => b - a))
})

test.each([
  ['a file', deal, (path: string) => path === deal],
  ['a file and a line', `${deal}:2`, (path: string, line: number) => path === deal && line === 2],
  ['a folder', 'customers/acme/contacts/', (path: string) => path.startsWith('customers/acme/contacts/')],
  ['words', 'PILOT: open', (path: string) => path === deal],
  ['words of a later sentence', 'weather is', (path: string) => path === call],
])('asked about %s', async (_, item, fits) => {
  const { items, total } = await explain(accounts(), { item })
  expect(total).toBeGreaterThan(0)
  for (const { path, line } of items) expect(fits(path, line)).toBe(true)
})

test('asked about what is not there, or with a budget that is too small', async () => {
  const root = accounts()
  expect(await explain(root, { item: 'nothing of the kind' })).toMatchObject({ items: [], total: 0 })
  expect((await explain(root, { item: call })).total).toBeGreaterThan(0)
  await expect(explain(root, { budget: 1 })).rejects.toMatchObject({ exitCode: 2 })
  await expect(explain(root, { tier: 'huge' })).rejects.toMatchObject({ exitCode: 2 })
})

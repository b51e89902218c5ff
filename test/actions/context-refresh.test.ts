import { expect, test, vi } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import contextRefresh, { watchContexts } from '../../src/actions/context-refresh.ts'
import type { Refreshed } from '../../src/actions/refresh-contexts.ts'
import { lookBack } from '../../src/session/look-back.ts'
import { openSession } from '../../src/session/open.ts'
import {
  accounts,
  change,
  deal,
  lying,
  packOf,
  read,
  remove,
  saveContext,
  sessionAt,
  sheet,
  today,
  write,
} from '../helpers/saved.ts'
import { git, gitEnv } from '../helpers/workspace.ts'

vi.setConfig({ testTimeout: 60_000 }) // every question asks git many others

const refresh = (root: string, input: object = {}, now = today) => ask(contextRefresh, input, sessionAt(root, now))
const told = ({ refreshed }: { refreshed: readonly Refreshed[] }) => refreshed.map(({ path, became }) => [path, became])

test('saved twice without a change: the same bytes, and neither file is written again', async () => {
  const root = accounts()
  await saveContext(root, 'acme', { budget: 700, task: 'prepare the renewal' })
  const before = lying(root)
  expect(Object.keys(before)).toEqual(['acme/compact.manifest.json', 'acme/compact.md'])
  await saveContext(root, 'acme', { budget: 700, task: 'prepare the renewal' })
  expect(await refresh(root)).toEqual({ refreshed: [], fresh: 1 })
  expect(lying(root)).toEqual(before)
})

test('only what is stale is made anew, with the size, budget and task it had; the others are not touched', async () => {
  const root = accounts()
  await saveContext(root, 'acme', { budget: 700, task: 'prepare the renewal' })
  await saveContext(root, 'acme', { tier: 'standard' })
  await saveContext(root, 'globex')
  const before = lying(root)
  change(root, deal, 'amount: 100', 'amount: 250')

  expect(told(await refresh(root, { 'dry-run': true }))).toEqual([
    [packOf('acme'), 'to be made'],
    [packOf('acme', 'standard'), 'to be made'],
  ])
  expect(lying(root)).toEqual(before)

  const answer = await refresh(root)
  expect(told(answer)).toEqual([
    [packOf('acme'), 'new text'],
    [packOf('acme', 'standard'), 'new text'],
  ])
  expect(answer.fresh).toBe(1)
  expect(answer.refreshed[0]!.causes).toEqual([{ cause: 'changed', said: `1 deal changed: ${deal}`, paths: [deal] }])
  expect(answer.refreshed[0]!.tokens).toBeLessThanOrEqual(700)
  const after = lying(root)
  for (const name of ['globex/compact.md', 'globex/compact.manifest.json']) expect(after[name]).toBe(before[name])
  expect(read(root, packOf('acme'))).toContain('250 EUR')
  expect(JSON.parse(read(root, 'customers/acme/documents/context/compact.manifest.json'))).toMatchObject({
    budget: 700,
    task: 'prepare the renewal',
  })
  const anew = read(root, packOf('acme'))
  await saveContext(root, 'acme', { budget: 700, task: 'prepare the renewal' })
  expect(read(root, packOf('acme'))).toBe(anew)
  expect(git(root, 'status', '--porcelain')).toBe(` M ${deal}\n`)
  expect(await refresh(root)).toEqual({ refreshed: [], fresh: 3 })
})

test('what reads as before keeps its file, and is true again', async () => {
  const root = accounts()
  await saveContext(root, 'globex')
  const before = lying(root)
  write(root, 'sales-toolkit/battlecards/new.md', '# New\n')
  expect(told(await refresh(root))).toEqual([[packOf('globex'), 'same text']])
  expect(lying(root)['globex/compact.md']).toBe(before['globex/compact.md'])
  expect(await refresh(root)).toEqual({ refreshed: [], fresh: 1 })
})

test('one without a manifest, and one with half of it, are made by their size alone', async () => {
  const root = accounts()
  for (const tier of ['compact', 'standard']) await saveContext(root, 'acme', { tier })
  const before = read(root, packOf('acme'))
  remove(root, 'customers/acme/documents/context/compact.manifest.json')
  write(root, 'customers/acme/documents/context/standard.manifest.json', '{"version": 1, "inputs": {"../../etc/passwd": "x"}}')
  expect(told(await refresh(root))).toEqual([
    [packOf('acme'), 'same text'],
    [packOf('acme', 'standard'), 'same text'],
  ])
  expect(read(root, packOf('acme'))).toBe(before)
  expect(await refresh(root)).toEqual({ refreshed: [], fresh: 2 })
})

test('what cannot be made anew says why, stays as it is, and hinders no other', async () => {
  const root = accounts()
  await saveContext(root, 'acme')
  await saveContext(root, 'globex')
  write(root, 'customers/acme/customer.md', sheet('redirect: ../globex/customer.md'))
  change(root, 'customers/globex/customer.md', 'Globex', 'Globex AG')
  const before = lying(root)
  const { refreshed } = await refresh(root)
  expect(refreshed).toMatchObject([
    { path: packOf('acme'), became: 'not made', because: 'acme is globex now' },
    { path: packOf('globex'), became: 'new text' },
  ])
  expect(lying(root)['acme/compact.md']).toBe(before['acme/compact.md'])
})

test('a file that is saved while a context is made makes it stale', async () => {
  const root = accounts()
  await saveContext(root, 'acme')
  change(root, deal, 'lead', 'won')
  const session = sessionAt(root)
  const people = () => ({
    ...session.people(),
    // Names are looked up while the context is made.
    nameOf(slug: string) {
      change(root, deal, 'won', 'lead')
      return session.people().nameOf(slug)
    },
  })
  await ask(contextRefresh, {}, { ...session, people })
  expect((await refresh(root)).refreshed[0]?.causes[0]?.said).toBe(`1 deal changed: ${deal}`)
})

test('the past is refused, whether something is stale or not', async () => {
  const root = accounts()
  const past = openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: today }, asOf: lookBack('HEAD') })
  await expect(ask(contextRefresh, {}, past)).rejects.toMatchObject({ exitCode: 2 })
})

test('watching: all that is stale at first, then the contexts of the customer whose files changed, and no others', async () => {
  const root = accounts()
  for (const customer of ['acme', 'globex']) await saveContext(root, customer, {}, '2026-11-19T10:00:00Z')
  const end = new AbortController()
  const answers: { made: string[]; paths: readonly string[] }[] = []
  let now = today
  await watchContexts(
    () => sessionAt(root, now),
    {},
    {
      signal: end.signal,
      told(answer, paths) {
        answers.push({ made: answer.refreshed.map(({ path }) => path), paths })
        // A day later both are stale, but only one was touched.
        now = '2026-11-21T10:00:00Z'
        if (answers.length === 1) change(root, deal, 'lead', 'won')
        else end.abort()
      },
    },
  )
  expect(answers).toEqual([
    { made: [packOf('acme'), packOf('globex')], paths: [] },
    { made: [packOf('acme')], paths: [deal] },
  ])
  const dayOf = (customer: string) =>
    JSON.parse(read(root, `customers/${customer}/documents/context/compact.manifest.json`)) as { asOf: string }
  expect([dayOf('acme').asOf, dayOf('globex').asOf]).toEqual(['2026-11-21', '2026-11-20'])
})

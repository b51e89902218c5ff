import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import contextDiff from '../../src/actions/context-diff.ts'
import { lookBack } from '../../src/session/look-back.ts'
import { openSession } from '../../src/session/open.ts'
import { commitAt, head } from '../helpers/history.ts'
import { accounts, call, change, deal, read, remove, saveContext, sessionAt, sheet, today, write } from '../helpers/saved.ts'
import { folder, git, gitEnv, workspace } from '../helpers/workspace.ts'

vi.setConfig({ testTimeout: 60_000 }) // every question asks git many others

const diff = (root: string, input: object = {}, now = today) =>
  ask(contextDiff, { customer: 'acme', ...input }, sessionAt(root, now))
/** What is told of deals, people, notes and activities: what is computed of them is left out. */
const said = ({ changes }: Awaited<ReturnType<typeof diff>>, ...sections: string[]) =>
  changes
    .filter(({ section }) =>
      (sections.length > 0 ? sections : ['facts', 'people', 'notes', 'deals', 'activities']).includes(section),
    )
    .map(({ what, before, after, path, line }) => [
      what,
      ...[before, after].filter((one) => one !== undefined),
      `${path}:${line}`,
    ])

const later = 'customers/acme/activities/2026-11-19-1000-note-later-aaaa.md'

test('since the saved context: nothing at first, then what is new, changed and gone, each with its place', async () => {
  const root = accounts()
  await saveContext(root, 'acme')
  expect(await diff(root)).toMatchObject({ since: { chosen: 'saved', made: '2026-11-20' }, changes: [], unsure: [] })

  change(root, deal, 'amount: 100', 'amount: 250')
  write(root, later, sheet('type: note\ndate: 2026-11-19\nsubject: Later', 'Legal reads the contract first.\n'))
  remove(root, 'customers/acme/contacts/jo.md')
  const answer = await diff(root)
  expect(said(answer, 'people', 'deals')).toEqual([
    ['gone', 'Jo Park, CFO', 'customers/acme/contacts/jo.md:2'],
    ['changed', 'Pilot: open, stage lead, 100 EUR', 'Pilot: open, stage lead, 250 EUR', `${deal}:2`],
  ])
  // Which of its sentences names an activity is no matter here.
  const told = said(answer, 'activities').map((cells) => cells.join(' ').replace('2026-11-19 note: ', ''))
  expect(told.sort()).toEqual([`new Later ${later}:4`, `new Legal reads the contract first. ${later}:6`])
  for (const { after, path, line } of answer.changes.filter(({ section }) => section === 'activities' || section === 'deals'))
    if (after) expect(read(root, path).split('\n').length).toBeGreaterThanOrEqual(line)
  await saveContext(root, 'acme')
  expect((await diff(root)).changes).toEqual([])
})

test('what was not committed when it was saved is known all the same, and what was gone then is not gone since', async () => {
  const root = accounts()
  write(root, later, sheet('type: note\ndate: 2026-11-19\nsubject: Later', 'Legal reads it first.\n'))
  change(root, deal, 'amount: 100', 'amount: 250')
  remove(root, 'customers/acme/contacts/jo.md')
  mkdirSync(join(root, 'customers/acme/documents/plans'), { recursive: true })
  write(root, 'customers/acme/documents/plans/plan.md', 'The plan is simple.\n')
  await saveContext(root, 'acme')
  expect(await diff(root)).toMatchObject({ changes: [], unsure: [] })
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', '--message=More')
  expect(await diff(root)).toMatchObject({ changes: [], unsure: [] })

  change(root, later, 'Legal reads it first.', 'Legal reads it last.')
  const answer = await diff(root)
  expect(answer.unsure).toEqual([])
  expect(
    said(answer).map(([what, before, after]) => [what, before?.replace(/^.* note: /, ''), after?.replace(/^.* note: /, '')]),
  ).toEqual([['changed', 'Legal reads it first.', 'Legal reads it last.']])
})

test('an edit that was never committed and changed again is compared with what was committed, which is said', async () => {
  const root = accounts()
  change(root, deal, 'amount: 100', 'amount: 250')
  await saveContext(root, 'acme')
  change(root, deal, 'amount: 250', 'amount: 300')
  const answer = await diff(root)
  expect(answer.unsure).toEqual([deal])
  expect(said(answer, 'deals')).toEqual([
    ['changed', 'Pilot: open, stage lead, 100 EUR', 'Pilot: open, stage lead, 300 EUR', `${deal}:2`],
  ])
})

test('the day that passes is no news, but what is said of that day is told as of now on both sides', async () => {
  const root = accounts()
  await saveContext(root, 'acme')
  expect((await diff(root, {}, '2026-11-28T09:00:00Z')).changes).toEqual([])
})

test('each size is compared with its own, and a size nobody saved with the last week', async () => {
  const root = accounts()
  await saveContext(root, 'acme')
  change(root, deal, 'amount: 100', 'amount: 250')
  await saveContext(root, 'acme', { tier: 'standard' })
  expect(said(await diff(root), 'deals')).toHaveLength(1)
  expect(await diff(root, { tier: 'standard' })).toMatchObject({ since: { chosen: 'saved' }, changes: [] })
  expect(await diff(root, { tier: 'extended' })).toMatchObject({ since: { chosen: 'week' } })
  await expect(diff(root, { tier: 'huge' })).rejects.toMatchObject({ exitCode: 2 })
})

function withHistory() {
  const root = accounts()
  return { root, begin: head(root) }
}

test('since a day, an instant and a commit: what the saved context says does not matter', async () => {
  const { root, begin } = withHistory()
  write(root, deal, read(root, deal).replace('stage: lead', 'stage: won'))
  const middle = commitAt(root, '2026-11-10T10:00:00Z')
  change(root, deal, 'amount: 100', 'amount: 250')
  commitAt(root, '2026-11-12T10:00:00Z')
  const now = '2026-11-15T10:00:00Z'
  await saveContext(root, 'acme', {}, now)
  const both = ['changed', 'Pilot: open, stage lead, 100 EUR', 'Pilot: won, stage won, 250 EUR', `${deal}:2`]
  const one = ['changed', 'Pilot: won, stage won, 100 EUR', 'Pilot: won, stage won, 250 EUR', `${deal}:2`]
  for (const [since, told] of [
    [begin, both],
    ['2026-11-09', both],
    ['2026-11-10', one],
    ['2026-11-10T09:00Z', both],
    ['2026-11-11T12:00Z', one],
    [middle, one],
  ] as const) {
    const answer = await diff(root, { since }, now)
    expect(answer.since.chosen).toBe('since')
    expect(said(answer, 'deals')).toContainEqual(told)
  }
  await expect(diff(root, { since: '2026-12-01' }, now)).rejects.toMatchObject({ exitCode: 2 })
  const past = openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: now }, asOf: lookBack('2026-11-11') })
  const then = await ask(contextDiff, { customer: 'acme', since: begin }, past)
  expect(said(then, 'deals')).toContainEqual([
    'changed',
    'Pilot: open, stage lead, 100 EUR',
    'Pilot: won, stage won, 100 EUR',
    `${deal}:2`,
  ])
})

test('neither a saved context nor a day: the last week, or as much of it as there is history', async () => {
  const { root } = withHistory()
  change(root, deal, 'amount: 100', 'amount: 250')
  commitAt(root, '2026-11-10T10:00:00Z')
  expect(said(await diff(root, {}, '2026-11-12T10:00:00Z'), 'deals')).toHaveLength(1)
  const week = await diff(root, {}, '2026-11-19T10:00:00Z')
  expect(said(week, 'deals')).toHaveLength(0)
  expect(week.since).toMatchObject({ chosen: 'week', said: '2026-11-12' })
  const young = accounts({}, '2026-11-18T10:00:00Z')
  change(young, deal, 'amount: 100', 'amount: 250')
  const answer = await diff(young)
  expect(answer.since.chosen).toBe('week')
  expect(answer.since.said).toBeUndefined()
  expect(said(answer, 'deals')).toHaveLength(1)
  await expect(diff(young, {}, '2026-11-17T10:00:00Z')).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining('up to 2026-11-17'),
  })
})

test('a customer who was not there then is new as a whole', async () => {
  const { root, begin } = withHistory()
  mkdirSync(join(root, 'customers/newco'))
  write(root, 'customers/newco/customer.md', sheet('name: Newco\nindustry: Toys'))
  const { changes } = await ask(contextDiff, { customer: 'newco', since: begin }, sessionAt(root))
  expect(changes.map(({ what, after }) => [what, after])).toEqual(
    expect.arrayContaining([
      ['new', 'name: Newco'],
      ['new', 'industry: Toys'],
    ]),
  )
  expect(new Set(changes.map(({ what }) => what))).toEqual(new Set(['new']))
})

test('a manifest that names what is not its own shows nothing of it', async () => {
  const root = accounts()
  await saveContext(root, 'acme')
  const manifest = 'customers/acme/documents/context/compact.manifest.json'
  const secret = 'customers/globex/activities/2026-11-18-1000-note-secret-aaaa.md'
  mkdirSync(join(root, 'customers/globex/activities'))
  write(root, secret, sheet('type: note\ndate: 2026-11-18\nsubject: Secret', 'Globex pays double.\n'))
  const blob = git(root, 'hash-object', '-w', secret).trim()
  const noted = JSON.parse(read(root, manifest)) as { inputs: Record<string, string> }
  noted.inputs[call] = blob
  noted.inputs[secret] = blob
  write(root, manifest, JSON.stringify(noted))
  const answer = await diff(root)
  expect(JSON.stringify(answer.changes)).not.toContain('double')
  expect(answer.unsure).toEqual([call, secret])
})

test('without a history there is nothing to compare with', async () => {
  const root = folder()
  mkdirSync(join(root, 'workspace-setup'))
  mkdirSync(join(root, 'customers/acme'), { recursive: true })
  write(root, 'workspace-setup/workspace.yaml', 'name: Orbit\n')
  write(root, 'customers/acme/customer.md', sheet('name: Acme'))
  await expect(diff(root)).rejects.toMatchObject({ exitCode: 2 })
  const empty = workspace(
    { 'workspace-setup/workspace.yaml': 'name: Orbit\n', 'customers/acme/customer.md': sheet('name: Acme') },
    { commit: false },
  )
  await saveContext(empty, 'acme')
  await expect(diff(empty)).rejects.toMatchObject({ exitCode: 2 })
})

import { execFileSync } from 'node:child_process'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import contactHistory from '../../src/actions/contact-history.ts'
import customerDiff from '../../src/actions/customer-diff.ts'
import customerHistory from '../../src/actions/customer-history.ts'
import dealHistory from '../../src/actions/deal-history.ts'
import { sayDiff, sayHistory, sayUntold } from '../../src/doors/say/history.ts'
import { lookBack } from '../../src/session/look-back.ts'
import { openSession } from '../../src/session/open.ts'
import { beganAt, commitAt } from '../helpers/history.ts'
import { folder, git, gitEnv } from '../helpers/workspace.ts'

const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const acme = 'customers/acme/customer.md'
const pilot = 'customers/acme/deals/pilot.md'
const call = (day: string, letters: string) => ({
  [`customers/acme/activities/${day}-1000-call-hello-${letters}.md`]: sheet(`type: call\ndate: ${day}T10:00Z\nsubject: Hello`),
})
const trailers = (action: string, because: string) =>
  `\n\nDossier-Action: ${action}\nDossier-Actor: ada\nDossier-Because: ${because}\n`

/** Days are New Zealand's: what is done there in the morning is the day before in UTC. */
function tree(): string {
  const root = beganAt('2026-10-01T10:00:00Z', { [acme]: sheet('name: Acme\nstage: lead\nowner: ada') }, 'Pacific/Auckland')
  commitAt(
    root,
    '2026-10-01T20:00:00Z',
    { [pilot]: sheet('name: Pilot\nstage: lead\namount: 100\nowner: ada') },
    `acme: new deal Pilot${trailers('deal new', 'asked by ada')}`,
  )
  commitAt(
    root,
    '2026-10-05T02:00:00Z',
    { ...call('2026-10-04', 'aaaa'), ...call('2026-10-05', 'bbbb') },
    `Calls${trailers('log', 'asked by ada')}`,
  )
  commitAt(
    root,
    '2026-10-05T03:00:00Z',
    {
      [pilot]: sheet('name: Pilot\nstage: proposal\namount: 100\nowner: ada\nmeddpicc:\n  champion: jo', 'Said yes.\n'),
      ...call('2026-10-06', 'cccc'),
    },
    `acme: stage${trailers('deal move', 'the budget is approved')}`,
  )
  commitAt(
    root,
    '2026-10-07T03:00:00Z',
    {
      [pilot]: sheet('name: Pilot\nstage: proposal\namount: 90\nowner: ben\nmeddpicc:\n  champion: bo', 'Said yes.\n'),
      [acme]: sheet('name: Acme\nstage: lead\nowner: ben'),
    },
    'Ben takes over',
    'Ben',
  )
  return root
}

type Asked = { asOf?: string; [flag: string]: unknown }
const open = (root: string, asOf?: string) =>
  openSession({
    cwd: root,
    env: { ...gitEnv, DOSSIER_NOW: '2026-10-10T00:00:00Z' },
    ...(asOf !== undefined && { asOf: lookBack(asOf) }),
  })
const history = (root: string, { asOf, ...input }: Asked = {}) =>
  ask(customerHistory, { record: 'acme', ...input }, open(root, asOf))

test('which field changed when, by whom, because of what; newest first', async () => {
  const told = await history(tree())
  expect(
    told.events.map(({ day, by, action, because, changes }) => [
      day,
      by,
      action,
      because,
      changes.map(({ slug, what, owner }) => `${slug} ${what} ${owner}`),
    ]),
  ).toEqual([
    ['2026-10-07', 'Ben', null, null, ['acme changed ada', 'pilot changed ada']],
    ['2026-10-05', 'ada', 'deal move', 'the budget is approved', ['pilot changed ada']],
    ['2026-10-02', 'ada', 'deal new', 'asked by ada', ['pilot added ada']],
    ['2026-10-01', 'Ada', null, null, ['acme added ada']],
  ])
  expect(told.events[0]!.changes[1]!.fields).toEqual([
    { field: 'amount', from: 100, to: 90 },
    { field: 'owner', from: 'ada', to: 'ben' },
    { field: 'meddpicc.champion', from: 'jo', to: 'bo' },
  ])
  expect(told.events[1]!.changes[0]).toMatchObject({ notes: { added: 1, removed: 0 } })
  expect(told.activities).toEqual([{ day: '2026-10-05', added: 3, changed: 0, removed: 0 }])
  expect(told).toMatchObject({ customer: 'acme', total: 4, historyBegins: '2026-10-01', isCut: false })
})

test('one field, some days, so many commits, every activity', async () => {
  const root = tree()
  const days = async (asked: Asked) => (await history(root, asked)).events.map(({ day }) => day)
  expect(await days({ field: 'stage' })).toEqual(['2026-10-05', '2026-10-02', '2026-10-01'])
  expect(await days({ field: 'meddpicc' })).toEqual(['2026-10-07', '2026-10-05'])
  expect(await days({ field: 'meddpicc.champion', until: '2026-10-05' })).toEqual(['2026-10-05'])
  expect(await days({ since: '2026-10-05' })).toEqual(['2026-10-07', '2026-10-05'])
  expect(await days({ since: '8 days ago', until: 'last tuesday' })).toEqual(['2026-10-05', '2026-10-02'])
  expect(await days({ asOf: '2026-10-02' })).toEqual(['2026-10-02', '2026-10-01'])
  const two = await history(root, { limit: 1 })
  expect([two.events.length, two.total, two.activities]).toEqual([1, 4, []])
  expect(sayUntold(two)).toBe('3 older commits: --limit 4 tells all.')
  const all = await history(root, { all: true })
  expect(all.events.map(({ changes }) => changes.length)).toEqual([2, 2, 2, 1, 1])
  expect(all.activities).toEqual([])
})

test('what cannot be asked', async () => {
  const root = tree()
  await expect(history(root, { field: 'stag' })).rejects.toMatchObject({
    exitCode: 2,
    suggestions: [expect.stringContaining('stage')],
  })
  expect((await history(root, { field: 'health' })).events).toEqual([])
  await expect(history(root, { since: 'soonish' })).rejects.toMatchObject({ exitCode: 2 })
  await expect(history(root, { limit: 0 })).rejects.toMatchObject({ exitCode: 2 })
  await expect(history(root, { record: 'acne' })).rejects.toMatchObject({ exitCode: 3 })
})

test('of a deal and a contact alone', async () => {
  const root = tree()
  commitAt(root, '2026-10-08T03:00:00Z', { 'customers/acme/contacts/jo.md': sheet('name: Jo Park\nemail: jo@acme.test') }, 'Jo')
  expect((await ask(dealHistory, { record: 'pilot' }, open(root))).events.map(({ subject }) => subject)).toEqual([
    'Ben takes over',
    'acme: stage',
    'acme: new deal Pilot',
  ])
  expect(await ask(contactHistory, { record: 'jo@acme.test' }, open(root))).toMatchObject({ contact: 'jo', total: 1 })
})

test('in words', async () => {
  const said = stripVTControlCharacters(sayHistory(await history(tree()))).replaceAll(/  [0-9a-f]{7}$/gm, '')
  expect(said).toBe(`Wed 7 Oct 16:00  Ben  Ben takes over
  customer acme  owner ada → ben
  deal pilot  amount 100 → 90
              owner ada → ben
              meddpicc.champion jo → bo
Mon 5 Oct 16:00  ada  deal move: the budget is approved
  deal pilot  stage lead → proposal
              meddpicc.champion jo
              notes: +1 line
Mon 5 Oct  3 activities logged
Fri 2 Oct 09:00  ada  deal new
  new deal pilot: stage lead, amount 100, owner ada
Thu 1 Oct 23:00  Ada  Begin
  new customer acme: stage lead, owner ada`)
})

test('in a clone that was cut short, what was there already is no event', async () => {
  const clone = join(folder(), 'clone')
  execFileSync('git', ['clone', '--quiet', '--depth=2', `file://${tree()}`, clone], { env: gitEnv })
  const told = await history(clone)
  expect(told.events.map(({ day }) => day)).toEqual(['2026-10-07'])
  expect(sayUntold(told)).toContain('History begins 2026-10-05 in this clone')
})

const diff = (root: string, since: string, asOf?: string) => ask(customerDiff, { customer: 'acme', since }, open(root, asOf))

test('the net difference since a day, edits that are not committed included', async () => {
  const root = tree()
  writeFileSync(
    join(root, pilot),
    sheet('name: Pilot\nstage: lead\namount: 90\nowner: ben\nmeddpicc:\n  champion: bo', 'Said yes.\n'),
  )
  writeFileSync(join(root, 'customers/acme/contacts.md'), 'Who is who\n')
  const told = await diff(root, '2026-10-02')
  expect(told.records.map(({ what, kind, slug, fields }) => [what, kind, slug, fields.map(({ field }) => field)])).toEqual([
    ['changed', 'customer', 'acme', ['owner']],
    ['changed', 'deal', 'pilot', ['amount', 'owner', 'meddpicc.champion']],
    ['added', 'file', 'contacts', []],
  ])
  expect(told.activities.map(({ what, type }) => `${what} ${type}`)).toEqual(['added call', 'added call', 'added call'])
  expect(told.since).toMatchObject({ committed: '2026-10-02', said: '2026-10-02' })
  expect(sayDiff({ ...told, called: 'acme' })).toContain('3 activities logged: 3 calls')
})

test('between two times, and with a commit', async () => {
  const root = tree()
  const told = await diff(root, '2026-10-02', '2026-10-05')
  expect(told.records.map(({ slug, fields }) => [slug, fields.map(({ field, from, to }) => [field, from, to])])).toEqual([
    [
      'pilot',
      [
        ['stage', 'lead', 'proposal'],
        ['meddpicc.champion', null, 'jo'],
      ],
    ],
  ])
  expect((await diff(root, 'HEAD')).records).toEqual([])
  expect(sayDiff({ ...(await diff(root, 'HEAD')), called: 'acme' })).toContain('Nothing is different.')
  await expect(diff(root, '2026-09-01')).rejects.toThrow('History begins 2026-10-01')
})

test.each([
  ['2099-01-01', undefined],
  ['2026-10-05', '2026-10-02'],
  ['HEAD', '2026-10-02'],
])('since %s, as of %s: nothing is compared with what comes after it', async (since, asOf) =>
  expect(diff(tree(), since, asOf)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining(`"${since}" comes after`),
  }),
)

test('what was renamed, came from elsewhere and went', async () => {
  const root = tree()
  const begin = git(root, 'rev-parse', 'HEAD').trim()
  git(root, 'mv', pilot, 'customers/acme/deals/pilot-2.md')
  commitAt(
    root,
    '2026-10-08T03:00:00Z',
    { 'customers/globex/deals/x.md': sheet('name: Xylophone\nstage: lead\namount: 5\nowner: ada') },
    'Rename',
  )
  git(root, 'mv', 'customers/globex/deals/x.md', 'customers/acme/deals/x.md')
  commitAt(root, '2026-10-08T04:00:00Z', { [acme]: sheet('name: Acme\nstage: lead\nowner: ben\ntags: [x]') }, 'Move')
  const told = await diff(root, begin)
  expect(told.records.map(({ what, path, moved }) => [what, path, moved])).toEqual([
    ['changed', acme, undefined],
    ['moved', 'customers/acme/deals/pilot-2.md', { from: pilot }],
    ['added', 'customers/acme/deals/x.md', undefined],
  ])
  const later = await diff(root, 'HEAD~1')
  expect(later.records.map(({ what, moved }) => [what, moved])).toEqual([
    ['changed', undefined],
    ['moved', { from: 'customers/globex/deals/x.md' }],
  ])
})

test('what was moved by hand and is not committed is known by what it says', async () => {
  const root = tree()
  const twin = 'customers/acme/deals/twin.md'
  commitAt(root, '2026-10-08T03:00:00Z', { [twin]: readFileSync(join(root, pilot), 'utf8') }, 'Twin')
  for (const path of [pilot, twin]) renameSync(join(root, path), join(root, path.replace('.md', '-2.md')))
  const { records } = await diff(root, 'HEAD')
  expect(records.map(({ what, path, moved }) => [what, path, moved])).toEqual([
    ['moved', 'customers/acme/deals/pilot-2.md', { from: pilot }],
    ['moved', 'customers/acme/deals/twin-2.md', { from: twin }],
  ])
})

test('what was renamed twice is one file all along', async () => {
  const root = tree()
  for (const [from, to] of [
    ['pilot', 'pilot-2'],
    ['pilot-2', 'pilot-3'],
  ]) {
    git(root, 'mv', `customers/acme/deals/${from}.md`, `customers/acme/deals/${to}.md`)
    commitAt(root, '2026-10-08T03:00:00Z', {}, `Call it ${to}`)
  }
  writeFileSync(join(root, 'customers/acme/deals/pilot-3.md'), sheet('name: Pilot\nstage: lead'))
  const { records } = await diff(root, 'HEAD~2')
  expect(records.map(({ what, path, moved, fields }) => [what, path, moved, fields.length])).toEqual([
    ['moved', 'customers/acme/deals/pilot-3.md', { from: pilot }, 4],
  ])
})

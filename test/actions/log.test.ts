import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import accept from '../../src/actions/accept.ts'
import activityList from '../../src/actions/activity-list.ts'
import { ask } from '../../src/actions/ask.ts'
import log from '../../src/actions/log.ts'
import { type How, perform } from '../../src/actions/perform.ts'
import { openSession } from '../../src/session/open.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'

const tree = {
  'workspace-setup/workspace.yaml': 'name: Ours\ntimezone: Europe/Berlin\n',
  'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
  'customers/workflows/lead-to-close.yaml': 'about: deal\nstages:\n  - id: lead\n  - id: won\n    outcome: won\n',
  'customers/acme/customer.md': '---\r\nname: Acme\r\ndomain: acme.com\r\n---\r\n',
  'customers/acme/contacts/jo-park.md': '---\nname: Jo Park\nemail: jo@acme.com\n---\n',
  'customers/acme/deals/pilot.md': '---\nname: Pilot # ours\nstage: lead\n---\n',
  'customers/acme/deals/old.md': '---\nname: Old\nstage: won\n---\n',
  'customers/globex/customer.md': '---\nname: Globex\n---\n',
}

const start = (files: Record<string, string> = {}) => workspace({ ...tree, ...files })
const session = (root: string, now = '2026-11-21T10:00:00Z', more = {}) =>
  openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: now, ...more } })
const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const said = 'Budget ok, legal next. Send MSA Fri'
const call = (root: string, input: object = {}, { now, how }: { now?: string; how?: How } = {}) =>
  perform(log, { type: 'call', who: 'jo@acme.com', text: said, ...input }, session(root, now), how)

const take = (root: string, activity?: string) => perform(accept, activity ? { activity } : {}, session(root))
const file = (date: string) => `---\ntype: call\ndate: ${date}\nsubject: S\n---\n`

describe('a log', () => {
  test('is one file in one commit, with its facts', async () => {
    const root = start()
    const { path, commit, proposals } = await call(root)
    expect(path).toMatch(/^customers\/acme\/activities\/2026-11-21-1100-call-budget-ok-legal-next-[a-z0-9]{4}\.md$/)
    expect(read(root, path)).toBe(
      `---\ntype: call\ndate: 2026-11-21T11:00+01:00\nstatus: done\nsubject: Budget ok, legal next\nby: ada\nparticipants: [jo-park]\ndeal: pilot\n---\n\n${said}\n`,
    )
    expect(proposals.map((one) => [one.path, one.said])).toEqual([
      ['customers/acme/deals/pilot.md', 'next_step → Send MSA (Fri 27 Nov)'],
      ['customers/acme/deals/pilot.md', 'next_step_date → Fri 27 Nov'],
    ])
    expect(git(root, 'show', '--format=%s', '--name-only', commit!)).toBe(`acme: call, Budget ok, legal next\n\n${path}\n`)
    expect(git(root, 'status', '--short')).toBe('')
  })

  test('with yes carries its changes in the same commit', async () => {
    const root = start()
    const { path, commit, applied } = await call(root, { yes: true }, { how: { yes: true } })
    expect(applied).toBe(true)
    expect(git(root, 'show', '--format=', '--name-only', commit!).trim().split('\n')).toEqual([
      path,
      'customers/acme/deals/pilot.md',
    ])
    expect(read(root, 'customers/acme/deals/pilot.md')).toBe(
      '---\nname: Pilot # ours\nstage: lead\nnext_step: Send MSA\nnext_step_date: 2026-11-27\n---\n',
    )
  })

  test.each([
    ['yesterday 15:00', '2026-11-20T15:00+01:00', 'done', '2026-11-20-1500'],
    ['yesterday', '2026-11-20', 'done', '2026-11-20-0000'],
    ['today', '2026-11-21', 'done', '2026-11-21-0000'],
    ['next tuesday 10:00', '2026-11-24T10:00+01:00', 'planned', '2026-11-24-1000'],
    ['tomorrow', '2026-11-22', 'planned', '2026-11-22-0000'],
  ])('of %s', async (at, date, status, name) => {
    const root = start()
    const logged = await call(root, { at })
    expect(logged.date).toBe(date)
    expect(read(root, logged.path)).toContain(`date: ${date}\nstatus: ${status}\n`)
    expect(logged.path).toContain(`/${name}-`)
  })

  test.each([
    ['acme', 'by: ada\ndeal: pilot\n'],
    ['acme.com', 'by: ada\ndeal: pilot\n'],
    ['acme/old', 'by: ada\ndeal: old\n'],
    ['globex', 'by: ada\n---\n'],
  ])('with %s', async (who, facts) => {
    const root = start()
    expect(read(root, (await call(root, { who })).path)).toContain(facts)
  })

  test('with others who took part', async () => {
    const root = start({ 'customers/acme/contacts/bo.md': '---\nname: Bo\nemail: bo@acme.com\n---\n' })
    expect(read(root, (await call(root, { with: 'bo@acme.com, new@acme.com' })).path)).toContain(
      'participants: [jo-park, bo, new@acme.com]',
    )
    await expect(call(root, { with: 'nobody' })).rejects.toMatchObject({ exitCode: 3 })
  })

  test('has no deal when several are open', async () => {
    const root = start({ 'customers/acme/deals/second.md': '---\nname: Second\nstage: lead\n---\n' })
    const { path, proposals } = await call(root)
    expect(read(root, path)).not.toContain('deal:')
    expect(proposals).toMatchObject([{ path: 'customers/acme/customer.md', field: 'task' }])
  })

  test('appends tasks with the line ends of the file', async () => {
    const root = start({ 'customers/acme/deals/pilot.md': '---\nname: Pilot\nstage: won\n---\n' })
    await call(root, { yes: true }, { how: { yes: true } })
    expect(read(root, 'customers/acme/customer.md')).toBe(
      `${tree['customers/acme/customer.md']}\r\n- [ ] Send MSA @ada due:2026-11-27\r\n`,
    )
  })
})

describe('a second identical log', () => {
  const later = '2026-11-21T10:01:59Z'

  test('is refused where nobody can be asked', async () => {
    const root = start()
    await call(root)
    await expect(call(root, {}, { now: later })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('The same call'),
    })
    expect(readdirSync(join(root, 'customers/acme/activities'))).toHaveLength(1)
  })

  test('is written when a person says yes, and only then', async () => {
    const root = start()
    await call(root)
    await expect(call(root, {}, { now: later, how: { confirm: async () => false } })).rejects.toMatchObject({ exitCode: 2 })
    await call(root, {}, { now: later, how: { confirm: async () => true } })
    expect(readdirSync(join(root, 'customers/acme/activities'))).toHaveLength(2)
  })

  test.each<[string, object, string]>([
    ['after two minutes', {}, '2026-11-21T10:03:00Z'],
    ['of another type', { type: 'email' }, later],
    ['with another text', { text: `${said}!` }, later],
    ['with another customer', { who: 'globex' }, later],
    ['of another day', { at: 'yesterday' }, later],
  ])('is none %s', async (_, input, now) => {
    const root = start()
    await call(root)
    await expect(call(root, input, { now })).resolves.toMatchObject({ commit: expect.any(String) })
  })

  test('is seen across midnight', async () => {
    const root = start()
    await call(root, {}, { now: '2026-11-21T22:59:30Z' })
    await expect(call(root, {}, { now: '2026-11-21T23:00:30Z' })).rejects.toMatchObject({ exitCode: 2 })
  })

  test('takes another name where the ending is the same', async () => {
    const root = start()
    const input = { type: 'call', who: 'acme', text: 'Hi' }
    const seeded = () => session(root, undefined, { DOSSIER_SEED: 'x' })
    const first = await perform(log, input, seeded())
    const second = await perform(log, input, seeded(), { yes: true })
    expect(second.path).not.toBe(first.path)
  })
})

describe('what is wrong is said, and nothing is written', () => {
  test.each<[string, object, number, string]>([
    ['unknown who', { who: 'zo@acme.com' }, 3, 'no contact "zo@acme.com"'],
    ['unknown type', { type: 'fax' }, 2, 'type'],
    ['no text', { text: '  ' }, 2, 'say what it was about'],
    ['no text at all', { text: 'a\0b' }, 2, 'no text'],
    ['no time', { at: 'whenever' }, 2, 'whenever'],
  ])('%s', async (_, input, exitCode, message) => {
    const root = start()
    const head = git(root, 'rev-parse', 'HEAD')
    await expect(call(root, input)).rejects.toMatchObject({ exitCode, message: expect.stringContaining(message) })
    expect(git(root, 'status', '--short') + git(root, 'rev-parse', 'HEAD')).toBe(head)
  })

  test('nobody known', async () => {
    const root = start({ 'workspace-setup/people/ada.yaml': 'name: Ada\n' })
    await expect(call(root)).rejects.toMatchObject({ exitCode: 2, suggestions: [expect.stringContaining('dossier me ada')] })
  })
})

describe('accept', () => {
  test('applies what the last log proposed, once', async () => {
    const root = start()
    const { path } = await call(root, { at: 'yesterday' })
    const accepted = await take(root)
    expect(accepted).toMatchObject({ activity: path, path: 'customers/acme/deals/pilot.md' })
    expect(read(root, 'customers/acme/deals/pilot.md')).toContain('next_step: Send MSA\nnext_step_date: 2026-11-27\n')
    expect(await take(root)).toMatchObject({ unchanged: true, proposals: [] })
  })

  test('takes the last one logged, not the latest one dated', async () => {
    const root = start()
    await call(root)
    const { path } = await call(root, { who: 'globex', text: 'Call Bo tomorrow', at: '2 days ago' })
    expect(await take(root)).toMatchObject({ activity: path, proposals: [{ value: '- [ ] Call Bo @ada due:2026-11-20' }] })
  })

  test('knows a log that waits to be committed', async () => {
    const root = start()
    await call(root)
    mkdirSync(join(root, '.git/hooks'), { recursive: true })
    writeFileSync(join(root, '.git/hooks/pre-commit'), '#!/bin/sh\nexit 1\n')
    chmodSync(join(root, '.git/hooks/pre-commit'), 0o755)
    const { path, commit } = await call(root, { who: 'globex', text: 'Call Bo' })
    expect(commit).toBeNull()
    expect(await take(root)).toMatchObject({ activity: path })
  })

  test('a named activity, a colleague’s too, and nothing where there is none', async () => {
    const root = start({
      'customers/globex/activities/2026-11-01-1000-call-hi-abcd.md':
        '---\ntype: call\ndate: 2026-11-01T10:00+01:00\nsubject: Hi\nby: ben\n---\nSend deck Mon\n',
    })
    await expect(take(root)).rejects.toMatchObject({ exitCode: 3 })
    expect(await take(root, '2026-11-01-1000-call-hi-abcd')).toMatchObject({
      proposals: [{ value: '- [ ] Send deck @ada due:2026-11-02' }],
    })
  })
})

describe('the list', () => {
  const files = {
    'customers/acme/activities/2026-11-01-1000-call-a-aaaa.md': file('2026-11-01T10:00+01:00'),
    'customers/globex/activities/2026-11-03-1000-email-b-bbbb.md': file('2026-11-03T10:00+01:00'),
    'customers/acme/activities/by-hand.md': file('2026-11-02'),
    'customers/_unassigned/activities/2026-11-04-0000-note-c-cccc.md': '---\ndate: [\n---\n',
  }
  const list = async (input: object) => ask(activityList, input, session(start(files)))

  test('is newest first, files named by hand among them, and a broken one hides none', async () => {
    const { activities, total, problems } = await list({})
    expect(activities.map(({ slug }) => slug)).toEqual(['2026-11-03-1000-email-b-bbbb', 'by-hand', '2026-11-01-1000-call-a-aaaa'])
    expect([total, problems.length > 0]).toEqual([4, true])
  })

  test.each<[object, number, string | undefined]>([
    [{ customer: 'acme' }, 2, 'by-hand'],
    [{ limit: '1' }, 4, undefined],
    [{ type: 'email' }, 1, '2026-11-03-1000-email-b-bbbb'],
    [{ since: '2026-11-02' }, 3, '2026-11-03-1000-email-b-bbbb'],
    [{ since: '2 weeks ago' }, 0, undefined],
  ])('%j', async (input, count, first) => {
    const { activities, total } = await list(input)
    expect([total, activities[0]?.slug]).toEqual([count, first])
  })

  test('since a weekday is since the last one', async () => {
    const wednesday = session(start(files), '2026-11-04T10:00:00Z')
    expect((await ask(activityList, { since: 'friday' }, wednesday)).total).toBe(4)
    await expect(ask(activityList, { since: 'soon' }, wednesday)).rejects.toMatchObject({ exitCode: 2 })
  })
})

import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { asking, changing } from '../../src/actions/action.ts'
import { ask } from '../../src/actions/ask.ts'
import { perform } from '../../src/actions/perform.ts'
import { lookBack } from '../../src/session/look-back.ts'
import { openSession } from '../../src/session/open.ts'
import { beganAt, commitAt } from '../helpers/history.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'

const tree = (more: Record<string, string> = {}) =>
  workspace({
    'workspace-setup/workspace.yaml': 'name: Orbit\ntimezone: Asia/Tokyo\n',
    'workspace-setup/people/ada.yaml':
      'name: Ada Byron\nemails: [ada@example.test]\naliases: [countess]\ntimezone: America/New_York\n',
    'workspace-setup/people/ben.yaml': 'name: Ben Ode\nemails: [ben@example.test]\n',
    ...more,
  })
const open = (cwd: string, env: Record<string, string> = {}) =>
  openSession({ cwd, env: { ...gitEnv, DOSSIER_ME: undefined, ...env } })

test('me is DOSSIER_ME, else dossier.me, else whose e-mail git has', async () => {
  const root = tree()
  expect(await open(root).me()).toBe('ada')
  git(root, 'config', 'dossier.me', 'ben')
  expect(await open(root).me()).toBe('ben')
  expect(await open(root, { DOSSIER_ME: 'Countess' }).me()).toBe('ada')
})

test('who is nobody is told who there is', async () => {
  const root = tree()
  git(root, 'config', 'user.email', 'zed@example.test')
  expect(await open(root).me()).toBeUndefined()
  await expect(open(root).needMe()).rejects.toMatchObject({ exitCode: 2, suggestions: [expect.stringContaining('ada, ben')] })
  await expect(open(root, { DOSSIER_ME: 'zed' }).me()).rejects.toThrow('DOSSIER_ME is "zed"')
})

test('today is the day of the person who asks, else of the workspace', async () => {
  const root = tree()
  const late = { DOSSIER_NOW: '2026-11-21T03:00:00Z' }
  expect(await open(root, late).today()).toBe('2026-11-20')
  expect(await open(root, { ...late, DOSSIER_ME: 'ben' }).today()).toBe('2026-11-21')
})

test('the clock is DOSSIER_NOW, else `now:`, else the system', () => {
  const still = tree({ 'workspace-setup/workspace.yaml': 'name: Orbit\ntimezone: Asia/Tokyo\nnow: 2026-11-20\n' })
  expect(open(still).now().toISOString()).toBe('2026-11-20T03:00:00.000Z')
  expect(open(still).clock()).toBe('workspace')
  expect(open(still, { DOSSIER_NOW: '2030-01-01T00:00:00Z' }).now().getUTCFullYear()).toBe(2030)
  expect(open(tree()).clock()).toBe('system')
  expect(() => open(still, { DOSSIER_NOW: 'soon' }).now()).toThrow('DOSSIER_NOW is "soon"')
})

test('endings are by chance, and by a seed always the same for the same thing', () => {
  const root = tree()
  expect(open(root).ending('a')).toMatch(/^[a-z0-9]{4}$/)
  const seeded = open(root, { DOSSIER_SEED: 's' })
  expect(seeded.ending('a')).toBe(open(root, { DOSSIER_SEED: 's' }).ending('a'))
  expect(seeded.ending('a')).not.toBe(seeded.ending('b'))
})

test('a time zone that is none is refused with its line', () => {
  const root = tree({ 'workspace-setup/workspace.yaml': 'name: Orbit\ntimezone: Mars/Olympus\n' })
  expect(() => open(root).settings()).toThrow('workspace-setup/workspace.yaml:2: There is no time zone "Mars/Olympus".')
})

test('a person in a time zone that is none lives by the clock of the workspace', async () => {
  const root = tree({ 'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\ntimezone: Mars/Olympus\n' })
  expect(await open(root).zone()).toBe('Asia/Tokyo')
})

describe('as of a time gone by', () => {
  const settings = (zone: string) => ({ 'workspace-setup/workspace.yaml': `name: Orbit\ntimezone: ${zone}\n` })
  const person = (zone: string) => ({
    'workspace-setup/people/ada.yaml': `name: Ada Byron\nemails: [ada@example.test]\ntimezone: ${zone}\n`,
  })
  const past = () => {
    const root = beganAt('2026-10-01T10:00:00Z', { ...settings('Asia/Tokyo'), ...person('America/New_York') })
    commitAt(root, '2026-10-05T10:00:00Z', {
      ...settings('UTC'),
      ...person('Pacific/Kiritimati'),
      'workspace-setup/people/ben.yaml': 'name: Ben Ode\n',
    })
    return root
  }
  const at = (root: string, asOf: string, env: Record<string, string> = {}) =>
    openSession({
      cwd: root,
      asOf: lookBack(asOf),
      env: { ...gitEnv, DOSSIER_ME: undefined, DOSSIER_NOW: '2026-11-21T10:00:00Z', ...env },
    })

  test('settings, people and the clock are those of then; the commit is found by the zone of now', async () => {
    const session = at(past(), '2026-10-03')
    expect(session.clock()).toBe('as of')
    expect(session.now().toISOString()).toBe('2026-10-03T23:59:59.999Z')
    expect(session.settings().timezone).toBe('Asia/Tokyo')
    expect(session.people().find('ben')).toBeUndefined()
    expect(session.place().past?.commit).toBe(git(session.here().root, 'rev-parse', 'HEAD~1').trim())
    expect(session.here().past).toBeUndefined()
  })

  test('a day is that day for everybody; an instant and a commit are on the clock of whoever asks', async () => {
    const root = past()
    for (const [asOf, today, zone] of [
      ['2026-10-03', '2026-10-03', 'America/New_York'],
      ['2026-10-06', '2026-10-06', 'UTC'],
      ['2026-10-06T12:00Z', '2026-10-07', 'Pacific/Kiritimati'],
      ['HEAD', '2026-10-06', 'Pacific/Kiritimati'],
      ['2026-12-24', '2026-11-21', 'UTC'],
    ] as const) {
      expect([asOf, await at(root, asOf).today(), await at(root, asOf).zone()]).toEqual([asOf, today, zone])
    }
  })

  test('who asks is who they are now, even before they came', async () => {
    expect(await at(past(), '2026-10-03', { DOSSIER_ME: 'Ben Ode' }).me()).toBe('ben')
  })

  test('nothing is changed there: neither a plan nor an action of its own is let through', async () => {
    const root = past()
    const write = asking({ name: 'x', summary: 'X.', effect: 'write', input: z.object({}), run: async () => 'written' })
    const change = changing({
      name: 'y',
      summary: 'Y.',
      effect: 'write',
      input: z.object({}),
      decide: async () => ({ plan: { subject: 'Y', edits: [] }, answer: {} }),
    })
    await expect(ask(write, {}, at(root, 'HEAD'))).rejects.toMatchObject({
      message: expect.stringMatching(/^Nothing can be written as of commit/),
      exitCode: 2,
    })
    await expect(perform(change, {}, at(root, 'HEAD'))).rejects.toMatchObject({ exitCode: 2 })
    await expect(perform(change, {}, at(root, 'HEAD'), { dryRun: true })).rejects.toMatchObject({ exitCode: 2 })
  })
})

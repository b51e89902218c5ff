import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import brief from '../../src/actions/brief.ts'
import briefKeep from '../../src/actions/brief-keep.ts'
import briefSave from '../../src/actions/brief-save.ts'
import { perform } from '../../src/actions/perform.ts'
import { readTasks } from '../../src/records/kinds/task.ts'
import { openSession } from '../../src/session/open.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'
import { teamTree } from '../workspace/book/team-tree.ts'

const session = (root: string, more = {}) =>
  openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T14:00:00Z', ...more } })
const day = async (root: string, input: object = {}, more = {}) => (await ask(brief, input, session(root, more))).brief

describe('the day of a seller', () => {
  test('holds what is theirs: meetings, tasks, alerts, steps, moves, silence and renewals', async () => {
    expect(await day(teamTree())).toMatchObject({
      user: 'ada',
      name: 'Ada Byron',
      day: '2026-11-20',
      people: ['ada'],
      meetings: [{ time: '15:00', subject: 'Demo', customer: 'acme', with: ['jo'], deal: 'pilot' }],
      overdue: [{ task: 'Send the MSA', due: '2026-11-18', priority: 'high' }],
      due: [],
      alerts: [{ rule: 'churn_risk', customer: 'acme' }],
      steps: [{ due: '2026-11-19', slug: 'pilot' }],
      moved: [
        { day: '2026-11-18', field: 'close_date', from: '2026-10-10', to: '2026-11-10' },
        { day: '2026-11-17', field: 'stage', from: 'offer', to: 'lead' },
      ],
      quiet: [{ customer: 'globex', days: 80 }],
      renewals: [{ slug: 'first', notice: '2026-12-01', days: 11 }],
      counts: { accounts: 2, deals: 2, pipeline: 500, currency: 'EUR' },
    })
  })

  test('says what matters, one thing for each customer, with why', async () => {
    const { matters } = await day(teamTree())
    expect(matters.map(({ customer }) => customer)).toEqual(['acme', 'globex'])
    expect(matters[0]).toMatchObject({
      what: 'Acme: renewal: notice date Tue 1 Dec',
      because: ['First, €95,000, ends Thu 31 Dec', 'health_score is 31 (wanted < 40), since Thu 19 Nov', 'Send the MSA'],
    })
    expect(matters[1]).toMatchObject({ what: 'Globex: get in touch, quiet for 80 days', because: ['last touch Tue 1 Sep'] })
  })

  test('names the meetings of the day that are still to be held, by the hour of the person', async () => {
    const meeting = (fields: string) => `---\ntype: meeting\nsubject: S\nby: ada\n${fields}\n---\n`
    const { meetings } = await day(
      teamTree({
        'customers/acme/activities/2026-11-20-0800-meeting-held-zzza.md': meeting('date: 2026-11-20T08:00-05:00'),
        'customers/acme/activities/2026-11-20-0900-meeting-off-zzzb.md': meeting(
          'date: 2026-11-20T09:00-05:00\nstatus: cancelled',
        ),
        'customers/acme/activities/2026-11-21-0200-meeting-night-zzzc.md': meeting('date: 2026-11-21T02:00Z\nstatus: planned'),
        'customers/acme/activities/2026-11-21-0900-meeting-next-zzzd.md': meeting(
          'date: 2026-11-21T09:00-05:00\nstatus: planned',
        ),
        'customers/acme/activities/2026-11-20-0000-meeting-day-zzze.md': meeting('date: 2026-11-20\nstatus: planned'),
      }),
    )
    expect(meetings.map(({ time, path }) => [time, path.slice(-7, -3)])).toEqual([
      ['', 'zzze'],
      ['15:00', 'aaac'],
      ['21:00', 'zzzc'],
    ])
  })

  test('says the same again', async () => {
    const root = teamTree()
    expect(await day(root)).toEqual(await day(root))
  })

  test('of a customer success manager is about the accounts they look after', async () => {
    const { alerts, renewals, counts, quiet } = await day(teamTree(), { user: 'cleo' })
    expect({ alerts, counts }).toMatchObject({ alerts: [], counts: { accounts: 2, deals: 0 } })
    expect(renewals).toMatchObject([{ slug: 'first' }])
    expect(quiet).toEqual([])
  })

  test('of a manager is about all who report to them', async () => {
    expect(await day(teamTree(), { user: 'max' })).toMatchObject({
      people: ['max', 'ada', 'cleo'],
      counts: { accounts: 3, deals: 2 },
      overdue: [{ task: 'Send the MSA' }],
    })
  })

  test('of somebody who owns nothing names somebody who does', async () =>
    expect((await day(teamTree(), { user: 'new' })).nothing).toBe(
      'Nell New owns no account, deal or task yet. See the day of somebody who does: dossier brief --user ada',
    ))

  test('in a workspace with nothing in it says what to do first', async () => {
    const root = workspace({
      'workspace-setup/workspace.yaml': 'name: Ours\n',
      'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
    })
    expect(await day(root)).toMatchObject({ nothing: expect.stringContaining('There are no customers yet.'), matters: [] })
  })

  test('of a circle of managers ends', async () => {
    const root = teamTree({ 'workspace-setup/people/max.yaml': 'name: Max\nmanager: ada\n' })
    expect((await day(root)).people).toEqual(['ada', 'max', 'cleo'])
  })

  test('before the first commit has no moves', async () => {
    const root = workspace(
      {
        'workspace-setup/workspace.yaml': 'name: Ours\n',
        'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
        'customers/acme/customer.md': '---\nname: Acme\nowner: ada\n---\n',
      },
      { commit: false },
    )
    expect(await day(root)).toMatchObject({ moved: [], quiet: [], historyBegins: null, counts: { accounts: 1 } })
  })
})

test.each([
  [{ user: 'adda' }, {}, 3, 'There is no person "adda".'],
  [{}, { DOSSIER_ME: 'nobody' }, 2, 'DOSSIER_ME is "nobody", but there is no person "nobody".'],
])('%j with %j is refused', async (input, env, exitCode, message) =>
  expect(day(teamTree(), input, env)).rejects.toMatchObject({ exitCode, message }),
)

test('nobody known is told how to be known', async () => {
  const root = teamTree()
  git(root, 'config', 'user.email', 'stranger@example.test')
  await expect(day(root)).rejects.toMatchObject({ exitCode: 2, suggestions: [expect.stringContaining('dossier me ')] })
})

describe('a saved brief', () => {
  test('in a personal folder that git ignores is written and not committed; a plan of their own stays', async () => {
    const root = teamTree({ '.gitignore': 'personal/\n' })
    const head = git(root, 'rev-parse', 'HEAD')
    const { path, commit } = await ask(briefKeep, {}, session(root))
    expect([commit, git(root, 'rev-parse', 'HEAD'), git(root, 'status', '--short')]).toEqual([null, head, ''])
    expect(readFileSync(join(root, path), 'utf8')).toMatch(/^<!-- Generated by dossier brief --save/)
    await ask(briefKeep, {}, session(root))
    writeFileSync(join(root, path), 'My own plan\n')
    await expect(ask(briefKeep, {}, session(root))).rejects.toMatchObject({ exitCode: 2, path })
    await expect(perform(briefSave, {}, session(root))).rejects.toMatchObject({ exitCode: 2, path })
    expect(readFileSync(join(root, path), 'utf8')).toBe('My own plan\n')
  })

  test('is a generated file of the day in one commit, whose lines are no tasks', async () => {
    const root = teamTree({ 'workspace-setup/workspace.yaml': 'name: Ours\ntimezone: Europe/Berlin\npersonal: shared\n' })
    const { path, commit } = await perform(briefSave, {}, session(root))
    expect(path).toBe('personal/ada/daily-plans/2026-11-20.md')
    const text = readFileSync(join(root, path), 'utf8')
    expect(text).toMatch(/^<!-- Generated by dossier brief --save for 2026-11-20/)
    for (const said of [
      '1. Acme: renewal',
      '- 15:00 Demo (acme), with jo',
      '- Wed 18 Nov: Send the MSA (acme)',
      '- Globex: 80 days',
    ])
      expect(text).toContain(said)
    expect(readTasks(path, text)).toEqual([])
    expect(git(root, 'show', '--format=', '--name-only', commit!)).toBe(`${path}\n`)
    expect(await perform(briefSave, {}, session(root))).toMatchObject({ unchanged: true })
  })
})

import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { type Command, Config } from '@oclif/core'
import { afterEach, expect, test, vi } from 'vitest'
import { beganAt, commitAt, head } from '../helpers/history.ts'
import { folder, git, gitEnv } from '../helpers/workspace.ts'

const project = dirname(dirname(import.meta.dirname))
const commands = join(project, 'src/doors/commands')
const config = await Config.load(project)
type Runs = typeof Command & (new (argv: string[], config: Config) => Command)
type Door = { words: string[]; command: Runs }

const doors: Door[] = await Promise.all(
  readdirSync(commands, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map(async (file) => {
      const { default: command } = (await import(join(commands, file))) as { default: Runs }
      return { words: file.slice(0, -'.ts'.length).split(sep), command }
    }),
)
const takesAsOf = ({ command }: Door) => 'as-of' in { ...command.baseFlags, ...command.flags }
const nameOf = ({ words }: Door) => words.join(' ')

/** Programs of their own that serve an editor or a shell. */
const served = /^(?:complete|completion|lsp)$/

type Told = { answer: unknown; out: string; err: string; status: number }

/** Runs a command in this process, at an hour, in a folder. */
async function run({ command }: Door, args: string[], cwd: string, now: string): Promise<Told> {
  for (const name of Object.keys(process.env)) if (name.startsWith('DOSSIER_')) vi.stubEnv(name, undefined)
  vi.stubEnv('DOSSIER_NOW', now)
  const told = { out: '', err: '' }
  const listen = (to: 'out' | 'err') => (text: unknown) => {
    told[to] += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(listen('out'))
  vi.spyOn(process.stderr, 'write').mockImplementation(listen('err'))
  vi.spyOn(console, 'log').mockImplementation((text = '') => listen('out')(`${text}\n`))
  vi.spyOn(console, 'error').mockImplementation((text = '') => listen('err')(`${text}\n`))
  const before = process.exitCode
  process.exitCode = 0
  try {
    const answer = await command.run([...args, '--cwd', cwd], config)
    return { answer, ...told, status: process.exitCode }
  } finally {
    process.exitCode = before
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  }
}
afterEach(() => vi.restoreAllMocks())

/** What the commands are asked about: by their words, else by the name of what they need. */
const asked: Record<string, string[]> = {
  'contact show': ['jo-park'],
  'contact history': ['jo-park'],
  'deal show': ['pilot'],
  'deal history': ['pilot'],
  'activity show': ['2026-10-01-1000-call-hello-aaaa'],
  'customer diff': ['acme', '--since', '2026-10-01'],
  brief: ['--user', 'ada'],
  find: ['acme'],
  list: ['ours'],
  customer: ['acme'],
  context: ['--for', 'team-pipeline'],
  'context diff': ['acme', '--since', '2026-10-01'],
  'context explain': ['acme'],
}
const argsOf = ({ words, command }: Door) =>
  asked[words.join(' ')] ??
  (Object.values(command.args ?? {}).some(({ required }) => required) ? (asked[words[0]!] ?? ['acme']) : [])

const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const then = '2026-10-02T10:00:00Z'
const files = {
  'workspace-setup/territories.yaml': 'territories:\n  - { owner: ada }\n',
  '.gitignore': '.dossier/\n',
  'customers/workflows/lead-to-close.yaml': 'about: deal\nstages:\n  - { id: lead }\n  - { id: won, outcome: won }\n',
  'customers/acme/customer.md': sheet('name: Acme\nowner: ada\ndomain: acme.test\nstage: lead'),
  'customers/acme/contacts/jo-park.md': sheet('name: Jo Park\nemail: jo@acme.test'),
  'customers/acme/deals/pilot.md': sheet(
    'name: Pilot\nstage: lead\namount: 100\nowner: ada',
    '- [ ] Call Jo @ada due:2026-10-02\n',
  ),
  'customers/acme/activities/2026-10-01-1000-call-hello-aaaa.md': sheet(
    'type: call\ndate: 2026-10-01T10:00Z\nsubject: Hello\nparticipants: [jo-park]',
    'The budget is approved.\n',
  ),
  'customers/globex/customer.md': sheet('name: Globex\nowner: ada\ndomain: acme.test'),
  'workspace-setup/fields.yaml': 'deal:\n  tier: { type: choice, values: [A, B] }\n',
  'workspace-setup/triggers/money.yaml': 'money:\n  keywords: [budget approved]\n  actions: [notify_ae]\n',
  'workspace-setup/queries/ours.yaml': 'about: deal\nwhere: amount >= 100\n',
  'reporting/templates/ae.md': sheet('title: Ours\nscope: personal\nperiod: last_7_days\nmeasures: []', '# Ours\n'),
}

/** A workspace that was another one in its second commit, and a clone in which that is the last. Queries stay: they are asked of the past as they are now. */
function twoTimes() {
  const root = beganAt('2026-10-01T10:00:00Z')
  const commit = commitAt(root, then, files)
  const before = join(folder(), 'then')
  execFileSync('git', ['clone', '--quiet', root, before], { env: gitEnv })
  for (const [key, value] of [
    ['user.email', 'ada@example.test'],
    ['user.name', 'Ada'],
  ])
    git(before, 'config', key!, value!)
  commitAt(root, '2026-10-09T10:00:00Z', {
    'customers/acme/customer.md': sheet('name: Acme Two\nowner: ben\nstage: won'),
    'customers/acme/deals/pilot.md': sheet('name: Pilot\nstage: won\namount: 900\nowner: ben\nclose_date: 2026-10-08'),
    'customers/acme/contacts/jo-park.md': null,
    'customers/acme/activities': null,
    'customers/globex': null,
    'workspace-setup/triggers': null,
    'workspace-setup/territories.yaml': null,
    'workspace-setup/fields.yaml': null,
    'reporting/templates': null,
    'workspace-setup/workspace.yaml': 'name: Other\ntimezone: Asia/Tokyo\ncurrency: USD\n',
  })
  return { root, before, commit }
}

/** The commit, and what differs from it; the index, which git ignores, may come and go. */
const stateOf = (root: string) => head(root) + git(root, 'status', '--porcelain', '--untracked-files=all')

test('every command that reads answers as it answered then, and changes nothing', { timeout: 240_000 }, async () => {
  const { root, before, commit } = twoTimes()
  const state = stateOf(root)
  for (const door of doors.filter((one) => takesAsOf(one) && !served.test(nameOf(one)))) {
    const args = [...argsOf(door), '--json']
    const was = await run(door, args, before, then)
    const is = await run(door, [...args, '--as-of', commit], root, '2026-11-21T10:00:00Z')
    const name = nameOf(door)
    expect
      .soft([name, is.status, is.out.replaceAll(root, '<root>')])
      .toEqual([name, was.status, was.out.replaceAll(before, '<root>')])
    expect.soft([name, is.status < 2 || is.out, is.out.length > 2, stateOf(root) === state]).toEqual([name, true, true, true])
  }
})

test('commands that change something take no --as-of', () => {
  const changing = [
    'set',
    'customer set',
    'deal move',
    'log',
    'me',
    'undo',
    'save',
    'commit',
    'init',
    'import csv',
    'report run',
    'trigger run',
  ]
  expect(
    doors
      .filter((one) => changing.includes(nameOf(one)))
      .filter(takesAsOf)
      .map(nameOf),
  ).toEqual([])
  expect(doors.filter((one) => changing.includes(nameOf(one)))).toHaveLength(changing.length)
})

test('what is told beside the answer, and what is refused', { timeout: 60_000 }, async () => {
  const root = beganAt('2026-10-01T10:00:00Z', files)
  const say = async (name: string, ...args: string[]) => {
    const { status, err } = await run(doors.find((one) => nameOf(one) === name)!, args, root, '2026-11-21T10:00:00Z')
    return [status, err.replace(head(root).slice(0, 7), 'COMMIT')]
  }
  expect(await say('customer list', '--as-of', '2026-10-05')).toEqual([0, 'As of 2026-10-05: commit COMMIT of 2026-10-01.\n'])
  expect(await say('find', 'acme', '--as-of', '2026-10-05')).toEqual([0, 'As of 2026-10-05: commit COMMIT of 2026-10-01.\n'])
  expect(await say('customer list', '--as-of', 'HEAD')).toEqual([0, 'As of commit COMMIT of 2026-10-01.\n'])
  expect(await say('customer list', '--as-of', '2027-01-01')).toEqual([
    0,
    '2027-01-01 is still to come; as of now: commit COMMIT of 2026-10-01.\n',
  ])
  expect(await say('customer list', '--as-of', '2026-10-05', '--quiet')).toEqual([0, ''])
  expect(await say('customer list', '--as-of', '2026-01-01')).toEqual([2, expect.stringContaining('History begins 2026-10-01')])
  const refused = [2, expect.stringContaining('Nothing can be written as of commit COMMIT')]
  expect(await say('brief', '--user', 'ada', '--save', '--as-of', '2026-10-05')).toEqual(refused)
  expect(await say('customer context', 'acme', '--save', '--as-of', '2026-10-05')).toEqual(refused)
})

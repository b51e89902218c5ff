import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import check from '../../src/actions/check.ts'
import init from '../../src/actions/init.ts'
import { perform } from '../../src/actions/perform.ts'
import undo from '../../src/actions/undo.ts'
import type { Failure } from '../../src/failure.ts'
import { bringHistory } from '../../src/features/setup/bring-history.ts'
import { moveSample } from '../../src/features/setup/move-sample.ts'
import { planStart } from '../../src/features/setup/plan-start.ts'
import { lineSum } from '../../src/formulas/line-sum.ts'
import { kindOf } from '../../src/records/kinds.ts'
import { readRecord } from '../../src/records/schema/read-record.ts'
import { openSession } from '../../src/session/open.ts'
import { exclusively } from '../../src/workspace/lock.ts'
import { placeAt } from '../../src/workspace/place.ts'
import { readTeam } from '../../src/workspace/records.ts'
import { readSampleHistory, readShipped } from '../../src/workspace/start/shipped.ts'
import { folder, git, gitEnv, workspace } from '../helpers/workspace.ts'

const ada = 'Ada Lovelace <ada@orbit.test>'
const env = { ...gitEnv, DOSSIER_NOW: '2026-11-21T10:00:00Z' }

type Input = { dir?: string; empty?: boolean; sample?: boolean; as?: string }

const start = (cwd: string, { dir = 'sales', ...input }: Input = { as: ada }, surroundings: NodeJS.ProcessEnv = env) =>
  init.run(init.input.parse({ dir, ...input }), openSession({ cwd, env: surroundings }))

const refusal = (started: Promise<unknown>): Promise<Failure> =>
  started.then(
    () => expect.fail('was not refused'),
    (error: Failure) => error,
  )

/** Every file below a folder, without git's own. */
const filesIn = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !/(?:^|\/)\.git(?:\/|$)/.test(entry.parentPath.slice(root.length)))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()

const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

/** What is wrong with any record below a root, as `path:line message`. */
function problemsIn(root: string): string[] {
  const team = readTeam(placeAt(root, env))
  return filesIn(root).flatMap((path) => {
    const kind = kindOf(path)
    return kind
      ? readRecord(kind, path, text(root, path), team).problems.map(({ line, message }) => `${path}:${line} ${message}`)
      : []
  })
}

describe('a new workspace', () => {
  test('is one commit by its maker, and leaves nothing to commit', async () => {
    const root = folder()
    const made = await start(root)
    expect(git(made.path, 'log', '--format=%an <%ae> %ct %s').trim()).toBe(
      `${ada} ${Date.UTC(2026, 10, 21, 10) / 1000} Start the workspace`,
    )
    expect(git(made.path, 'status', '--porcelain')).toBe('')
    expect(git(made.path, 'rev-parse', 'HEAD').trim()).toBe(made.commit)
    expect(git(made.path, 'ls-tree', '-r', '--name-only', 'HEAD').trim().split('\n').sort()).toEqual(filesIn(made.path))
    expect(git(made.path, 'symbolic-ref', 'HEAD').trim()).toBe('refs/heads/main')
    expect(made.files.toSorted()).toEqual(filesIn(made.path))
  })

  test('knows its maker, and nobody else', async () => {
    const made = await start(folder())
    expect(made.me).toBe('ada-lovelace')
    expect(filesIn(join(made.path, 'workspace-setup/people'))).toEqual(['README.md', 'ada-lovelace.yaml'])
    expect(
      readRecord(
        'person',
        'workspace-setup/people/ada-lovelace.yaml',
        text(made.path, 'workspace-setup/people/ada-lovelace.yaml'),
      ).value,
    ).toEqual({
      name: 'Ada Lovelace',
      emails: ['ada@orbit.test'],
    })
    expect(await openSession({ cwd: made.path, env }).me()).toBe('ada-lovelace')
  })

  test('has no customers, and nothing wrong in it', async () => {
    const made = await start(folder())
    expect(made.files.filter((path) => kindOf(path) === 'customer')).toEqual([])
    expect(problemsIn(made.path)).toEqual([])
  })

  test('says what each folder is for, and how much comes with it', async () => {
    const [empty, usual, sample] = [
      await start(folder(), { as: ada, empty: true }),
      await start(folder()),
      await start(folder(), { as: ada, sample: true }),
    ]
    expect(missing(usual.files, empty.files)).toEqual([])
    expect(missing(sample.files, usual.files)).toEqual([])
    expect(missing(empty.files, usual.files)).toContain('sales-toolkit/playbooks/first-call.md')
    expect(missing(usual.files, sample.files)).toContain('customers/acme/customer.md')
    expect(missing(usual.files, sample.files)).toContain('sales-toolkit/battlecards/lumenfold.md')
    expect(empty.files.filter((path) => path.endsWith('README.md')).length).toBeGreaterThan(20)
    expect(empty.files.filter((path) => path.endsWith('.json')).length).toBeGreaterThan(10)
  })

  test('keeps from git what is personal or can be rebuilt', async () => {
    const { path } = await start(folder())
    for (const file of ['.dossier/index.db', 'customers/acme/documents/context/compact.md', 'personal/ada/notes/a.md'])
      expect(git(path, 'check-ignore', file).trim()).toBe(file)
    expect(text(path, '.gitattributes')).toBe('* -text\n')
  })

  test('counts in the currency of its time zone', () => {
    const { plan } = planStart({
      amount: 'empty',
      shipped: new Map(),
      author: { name: 'Jo', email: 'jo@gmail.com' },
      zone: 'America/New_York',
      folder: 'sales',
      isThere: () => false,
      textOf: () => '',
    })
    const settings = plan.edits.find(({ path }) => path === 'workspace-setup/workspace.yaml')!
    const { value, problems } = readRecord('workspace', settings.path, 'text' in settings ? settings.text : '')
    expect(problems).toEqual([])
    expect(value).toMatchObject({ name: 'Sales', currency: 'USD', timezone: 'America/New_York', own_domains: [] })
  })
})

describe('the sample', () => {
  test('has nothing wrong in it, plays around today, and lets its clock go', async () => {
    const made = await start(folder(), { as: ada, sample: true })
    expect(problemsIn(made.path)).toEqual([])
    expect(made.sample).toMatchObject({ days: 0, today: '2026-11-20' })
    expect(text(made.path, 'workspace-setup/workspace.yaml')).not.toMatch(/^now:/m)
    expect(openSession({ cwd: made.path, env: { ...env, DOSSIER_NOW: undefined } }).clock()).toBe('system')
    expect(text(made.path, '.gitignore')).not.toContain('personal/')
  })

  test('reads like different days: no run of twelve words occurs in two activities', async () => {
    const { path: root, files } = await start(folder(), { as: ada, sample: true })
    const seen = new Map<string, string>()
    const twice: string[] = []
    for (const path of files.filter((file) => kindOf(file) === 'activity')) {
      const words =
        readRecord('activity', path, text(root, path))
          .body.toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? []
      expect(words.length, path).toBeGreaterThan(0)
      for (let n = 0; n + 12 <= words.length; n++) {
        const run = words.slice(n, n + 12).join(' ')
        if ((seen.get(run) ?? path) !== path) twice.push(run)
        seen.set(run, path)
      }
    }
    expect(seen.size).toBeGreaterThan(300)
    expect(twice).toEqual([])
  })

  test('names people, contacts, deals and competitors that are there', async () => {
    const { path: root, files } = await start(folder(), { as: ada, sample: true })
    const gone: string[] = []
    const need = (path: string | undefined, from: string) => path && !files.includes(path) && gone.push(`${from}: ${path}`)
    for (const path of files) {
      const kind = kindOf(path)
      const home = path.replace(/^(customers\/[^/]+)\/.*$/, '$1')
      if (kind === 'customer') {
        const { owner, csm } = readRecord(kind, path, text(root, path)).value!
        for (const slug of [owner, csm]) need(person(slug), path)
      }
      if (kind === 'contact') need(inHome(home, 'contacts', readRecord(kind, path, text(root, path)).value!.reports_to), path)
      if (kind === 'deal') {
        const deal = readRecord(kind, path, text(root, path)).value!
        need(person(deal.owner), path)
        need(inHome(home, 'deals', deal.renews), path)
        for (const slug of [deal.primary_contact, ...(deal.people ?? []).map(({ contact }) => contact)])
          need(inHome(home, 'contacts', slug), path)
        for (const slug of deal.competitors ?? []) need(`sales-toolkit/battlecards/${slug}.md`, path)
        const sum = lineSum(deal.lines)
        if (sum) expect(deal.amount, path).toBe(Number(sum))
        for (const known of Object.values(deal.meddpicc ?? {}))
          if (typeof known === 'object' && known && 'evidence' in known) need(`${home}/${String(known.evidence)}`, path)
      }
      if (kind === 'activity') {
        const { by, deal, participants = [] } = readRecord(kind, path, text(root, path)).value!
        need(person(by), path)
        need(inHome(home, 'deals', deal), path)
        for (const who of participants) if (!who.includes('@')) need(inHome(home, 'contacts', who), path)
      }
    }
    expect(gone).toEqual([])
  })
})

describe('the past of the sample', { timeout: 60_000 }, () => {
  const past = (root: string) =>
    git(root, 'log', '--reverse', '--format=%an|%ae|%at|%ct|%s|%(trailers:key=Dossier-Actor,valueonly)').trim()

  test('is half a year of commits by those who work in it; the last one is its maker', async () => {
    const made = await start(folder(), { as: ada, sample: true })
    const log = past(made.path)
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('|'))
    expect(log.length).toBe(made.history!.commits + 1)
    expect(log.length).toBeGreaterThan(30)
    const [first, last] = [log[0]!, log.at(-1)!]
    expect(first[4]).toBe('Bring our customers and papers here')
    expect([last[0], last[4], last[5]]).toEqual(['Ada Lovelace', 'Start the workspace', 'ada-lovelace'])
    expect(log.every(([, , at, committed]) => at === committed)).toBe(true)
    expect(log.every(([, , at], n) => n === 0 || Number(at) >= Number(log[n - 1]![2]))).toBe(true)
    expect((Number(last[2]) - Number(first[2])) / 86_400).toBeLessThan(190)
    expect(new Set(log.map(([, email]) => email)).size).toBeGreaterThan(3)
    expect(git(made.path, 'show', '--format=', '--name-only', 'HEAD').trim().split('\n')).toEqual([
      '.gitattributes',
      'workspace-setup/people/ada-lovelace.yaml',
    ])
    expect(git(made.path, 'log', '--format=%s%n%(trailers:key=Dossier-Action)')).toMatch(
      /^acme\/pipeline-watch: stage [\w-]+ → business-case.*\n+Dossier-Action: deal move$/m,
    )
    expect(git(made.path, 'status', '--porcelain')).toBe('')
    expect(git(made.path, 'fsck', '--strict')).toBe('')
    expect(git(made.path, 'for-each-ref', '--format=%(refname)').trim()).toBe('refs/heads/main')
    expect(git(made.path, 'ls-tree', '-r', '-z', '--name-only', 'HEAD').split('\0').filter(Boolean).sort()).toEqual(
      filesIn(made.path),
    )
  })

  test('is the same to the byte for the same day and seed', async () => {
    const head = async (more: NodeJS.ProcessEnv) =>
      git((await start(folder(), { as: ada, sample: true }, { ...env, ...more })).path, 'rev-parse', 'HEAD')
    const [one, two, other] = [await head({}), await head({}), await head({ DOSSIER_SEED: 'another' })]
    expect(two).toBe(one)
    expect(other).not.toBe(one)
  })

  const days = {
    'three days on': '2026-11-23',
    'a week on': '2026-11-27',
    'ten years on': '2036-11-24',
    'a year before': '2025-12-03',
  }
  test.for(Object.entries(days))('%s check finds no error, and all lies in the same weeks', async ([, day]) => {
    const now = { ...env, DOSSIER_NOW: `${day}T10:00:00Z` }
    const made = await start(folder(), { as: ada, sample: true }, now)
    const { problems } = await check.run(check.input.parse({}), openSession({ cwd: made.path, env: now }))
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(Math.abs(made.sample!.days % 7)).toBe(0)
    const ahead = (Date.parse(day) - Date.parse(made.sample!.today)) / 86_400_000
    expect(ahead >= 0 && ahead < 7).toBe(true)
    expect(git(made.path, 'status', '--porcelain')).toBe('')
    expect(Number(git(made.path, 'log', '-1', '--format=%ct'))).toBe(Date.parse(`${day}T10:00:00Z`) / 1000)
  })

  test('is left out where there is a history already, and the sample says so', async () => {
    const root = workspace({ 'readme.txt': 'theirs\n' })
    const inside = await start(root, { dir: 'crm', sample: true })
    expect(inside.history).toEqual({ commits: 0, because: 'the repository around it has a history of its own' })
    expect(git(root, 'rev-list', '--count', 'HEAD').trim()).toBe('2')
    const own = workspace({ 'readme.txt': 'theirs\n' })
    const made = await start(own, { dir: '.', sample: true })
    expect(made.history).toEqual({ commits: 0, because: 'the folder has commits already' })
    expect(git(own, 'rev-list', '--count', 'HEAD').trim()).toBe('2')
    const full = folder()
    mkdirSync(join(full, 'sales/customers'), { recursive: true })
    writeFileSync(join(full, 'sales/customers/README.md'), 'mine\n')
    const kept = await start(full, { as: ada, sample: true })
    expect(kept.history).toEqual({ commits: 0, because: 'some of its files were there already' })
    expect(text(kept.path, 'customers/README.md')).toBe('mine\n')
  })

  test('cut short before any file was written, the rest is made by starting again', async () => {
    const root = folder()
    git(root, 'init', '--quiet', '--initial-branch=main')
    const place = placeAt(root, env)
    const now = new Date(env.DOSSIER_NOW)
    const moved = moveSample(readShipped(), readSampleHistory(), { now, zone: 'UTC' })
    const author = { name: 'Ada Lovelace', email: 'ada@orbit.test' }
    const given = { amount: 'sample' as const, author, zone: 'UTC', folder: 'sales', isThere: () => false, textOf: () => '' }
    const begun = planStart({ ...given, shipped: moved.files })
    await exclusively(place, () => bringHistory(place, { moved, start: begun, now, seed: 'sample' }))
    expect(readdirSync(root)).toEqual(['.git'])
    const again = await start(root, { dir: '.', as: ada, sample: true })
    const whole = await start(folder(), { as: ada, sample: true })
    expect(again.history).toEqual(whole.history)
    expect(git(again.path, 'rev-parse', 'HEAD')).toBe(git(whole.path, 'rev-parse', 'HEAD'))
    expect(git(again.path, 'status', '--porcelain')).toBe('')
  })

  test('undone at once, what the team has stays, and the workspace is sound', async () => {
    const made = await start(folder(), { as: ada, sample: true })
    const session = openSession({ cwd: made.path, env })
    await perform(undo, {}, session)
    expect(git(made.path, 'status', '--porcelain')).toBe('')
    expect(problemsIn(made.path)).toEqual([])
    expect(filesIn(made.path).length).toBe(made.files.length - 2)
    expect(git(made.path, 'rev-list', '--count', 'HEAD').trim()).toBe(String(made.history!.commits))
  })

  test('not undone once somebody built on it', async () => {
    const made = await start(folder(), { as: ada, sample: true })
    writeFileSync(join(made.path, 'notes.md'), 'By hand.\n')
    git(made.path, 'add', '--all')
    git(made.path, 'commit', '--quiet', '--message=By hand')
    await expect(perform(undo, {}, openSession({ cwd: made.path, env }))).rejects.toThrow(/making this workspace/)
  })
})

const missing = (more: string[], less: string[]) => less.filter((path) => !more.includes(path))
const person = (slug?: string) => slug && `workspace-setup/people/${slug}.yaml`
const inHome = (home: string, room: string, slug?: string) => slug && `${home}/${room}/${slug}.md`

describe('a folder that is not empty', () => {
  test('keeps every file as it is, and is told which', async () => {
    const root = folder()
    mkdirSync(join(root, 'sales/customers'), { recursive: true })
    const mine = {
      'customers/README.md': 'mine\r\n',
      '.gitignore': 'node_modules\n',
      'notes.txt': 'no end',
      'customers/raw.csv': 'a,b',
    }
    for (const [path, words] of Object.entries(mine)) writeFileSync(join(root, 'sales', path), words)
    const made = await start(root)
    for (const [path, words] of Object.entries(mine)) expect(text(made.path, path)).toBe(words)
    expect(made.kept).toEqual(['.gitignore', 'customers/README.md'])
    expect(made.others).toContain('notes.txt')
    expect(made.unignored).toEqual([
      '.gitignore: .dossier/',
      '.gitignore: customers/*/documents/context/',
      '.gitignore: personal/',
    ])
    expect(git(made.path, 'status', '--porcelain').trim().split('\n').sort()).toEqual([
      '?? .gitignore',
      '?? customers/README.md',
      '?? customers/raw.csv',
      '?? notes.txt',
    ])
  })

  test('in a repository becomes a workspace of that repository, and what is staged stays staged', async () => {
    const root = workspace({ 'readme.txt': 'theirs\n' })
    writeFileSync(join(root, 'staged.txt'), 'staged\n')
    git(root, 'add', 'staged.txt')
    writeFileSync(join(root, 'readme.txt'), 'changed\n')
    const made = await start(root, { dir: 'crm/sales' })
    expect(made.repository).toBe(root)
    expect(made.me).toBe('ada')
    expect(existsSync(join(made.path, '.git'))).toBe(false)
    const committed = git(root, 'show', '--format=', '--name-only', 'HEAD').trim().split('\n')
    expect(committed.every((path) => path.startsWith('crm/sales/'))).toBe(true)
    expect(committed.length).toBe(made.files.length)
    expect(git(root, 'status', '--porcelain')).toBe(' M readme.txt\nA  staged.txt\n')
  })

  test('that the repository around it ignores gets a git of its own', async () => {
    const root = workspace({ '.gitignore': '.demo/\n' })
    const made = await start(root, { dir: '.demo/sales', as: ada })
    expect(made.repository).toBe(made.path)
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(git(root, 'log', '--format=%s').trim()).toBe('Begin')
  })
})

describe('who commits', () => {
  test('nobody known and nobody named: nothing is written', async () => {
    const root = folder()
    const { message, suggestions, exitCode } = await refusal(start(root, {}))
    expect(exitCode).toBe(2)
    expect(message).toContain('Git does not know who you are')
    for (const words of ['git config --global user.name ', 'git config --global user.email ', '--as "'])
      expect(suggestions![0]).toContain(words)
    expect(readdirSync(root)).toEqual([])
  })

  test('--as holds for that repository only', async () => {
    const root = folder()
    const config = join(root, 'gitconfig')
    writeFileSync(config, '')
    const made = await start(root, { as: '"Ada Lovelace" <ada@orbit.test>' }, { ...env, GIT_CONFIG_GLOBAL: config })
    expect(readFileSync(config, 'utf8')).toBe('')
    expect(git(made.path, 'config', '--local', 'user.name').trim()).toBe('Ada Lovelace')
    expect(git(made.path, 'config', '--local', 'user.email').trim()).toBe('ada@orbit.test')
  })

  test.for([
    'Ada',
    'Ada ada@orbit.test',
    '<ada@orbit.test>',
    'Ada <ada>',
    'Ada <>',
    'Ada <a@b.test> x',
    'A\nB <a@b.test>',
    '... <a@b.test>',
    '',
  ])('--as %j is refused with the right shape', async (as) => {
    const root = folder()
    const { exitCode, suggestions } = await refusal(start(root, { as }))
    expect([exitCode, suggestions]).toEqual([2, ['--as "Ada Lovelace <ada@example.com>"']])
    expect(readdirSync(root)).toEqual([])
  })

  test('whatever the name, there is a person file and git is content', { timeout: 60_000 }, async () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'É', 'ß', '北', 'Ω', '🙂', ' ', '.', '-', "'", '"'),
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(
        letters.filter((name) => /[\p{L}🙂]/u.test(name)),
        async (name) => {
          const made = await start(folder(), { as: `${name} <jo.park@orbit.test>`, empty: true })
          expect(made.files).toContain(`workspace-setup/people/${made.me}.yaml`)
          expect(problemsIn(made.path)).toEqual([])
          expect(await openSession({ cwd: made.path, env }).me()).toBe(made.me)
        },
      ),
      { numRuns: 15 },
    )
  })
})

describe('a folder that cannot be a workspace', () => {
  const refused: Record<string, [dir: string, make: (root: string) => void, says: RegExp]> = {
    'a file': ['x', (root) => writeFileSync(join(root, 'x'), ''), /x is a file/],
    'below a file': ['x/y', (root) => writeFileSync(join(root, 'x'), ''), /x is a file, so/],
    'a file where a folder must be': [
      '.',
      (root) => writeFileSync(join(root, 'customers'), 'c'),
      /customers is a file, and a workspace needs/,
    ],
    'a link to nowhere': ['x', (root) => symlinkSync('gone', join(root, 'x')), /leads nowhere/],
    'a link to itself': ['x', (root) => symlinkSync('x', join(root, 'x')), /leads back to itself/],
    'no name': [' ', () => {}, /no name/],
    'a name too long': ['x'.repeat(300), () => {}, /too long/],
    'a workspace': [
      '.',
      (root) => {
        mkdirSync(join(root, 'workspace-setup'))
        writeFileSync(join(root, 'workspace-setup/workspace.yaml'), 'name: X\n')
      },
      /is a workspace already/,
    ],
    'in a workspace': [
      'a/b',
      (root) => {
        mkdirSync(join(root, 'workspace-setup'))
        writeFileSync(join(root, 'workspace-setup/workspace.yaml'), 'name: X\n')
      },
      /lies inside the workspace/,
    ],
  }

  test.for(Object.entries(refused))('%s', async ([, [dir, make, says]]) => {
    const root = folder()
    make(root)
    const before = readdirSync(root, { recursive: true })
    const { message, exitCode, suggestions } = await refusal(start(root, { dir, as: ada }))
    expect(message).toMatch(says)
    expect([exitCode, suggestions?.length]).toEqual([2, 1])
    expect(readdirSync(root, { recursive: true })).toEqual(before)
  })

  test('both amounts at once', async () => {
    expect(await refusal(start(folder(), { as: ada, empty: true, sample: true }))).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('exclude each other'),
    })
  })

  test.skipIf(process.getuid?.() === 0)('a folder nobody may write in (skipped for root)', async () => {
    const root = folder()
    chmodSync(root, 0o555)
    const { message, exitCode } = await refusal(start(root))
    chmodSync(root, 0o755)
    expect([exitCode, message]).toEqual([2, expect.stringContaining('no permission')])
  })

  test('no git on the machine', async () => {
    const root = folder()
    expect(await refusal(start(root, { as: ada }, { ...env, PATH: root }))).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('no git'),
    })
    expect(readdirSync(root)).toEqual([])
  })

  test('a git that cannot begin leaves no trace', async () => {
    const root = folder()
    const broken = join(root, 'gitconfig')
    writeFileSync(broken, '[user\n')
    expect(await refusal(start(root, { as: ada }, { ...env, GIT_CONFIG_GLOBAL: broken }))).toMatchObject({ exitCode: 2 })
    expect(readdirSync(root)).toEqual(['gitconfig'])
  })
})

test('a second start after a hook refused the commit tells that it is a workspace already', async () => {
  const root = workspace({ 'a.txt': 'a\n' })
  writeFileSync(join(root, '.git/hooks/pre-commit'), '#!/bin/sh\necho no thanks\nexit 1\n', { mode: 0o755 })
  const made = await start(root)
  expect(made.commit).toBeNull()
  expect(made.pending?.[0]?.reason).toContain('no thanks')
  expect((await refusal(start(root))).message).toContain('a workspace already')
})

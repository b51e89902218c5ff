import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { git } from '../helpers/workspace.ts'
import { dossier, gitState, nowhere, small, snapshot } from './bad-input.ts'

type Refusal = {
  make: () => string
  args: string[]
  status: number
  type: 'wrong-input' | 'not-found' | 'refused'
  says: RegExp
  hint?: RegExp
  path?: string
  line?: number
  env?: NodeJS.ProcessEnv
}

const acme = 'customers/acme/customer.md'
const set = ['set', 'acme', 'industry=steel']

const withLink = () => {
  const root = small()
  mkdirSync(join(root, 'customers/acme/contacts'))
  symlinkSync('jo.md', join(root, 'customers/acme/contacts/jo.md'))
  return root
}

const withoutIdentity = () => {
  const root = small()
  git(root, 'config', '--unset', 'user.name')
  git(root, 'config', '--unset', 'user.email')
  return root
}

const withoutGit = () => {
  const root = small()
  rmSync(join(root, '.git'), { recursive: true })
  return root
}

/** Refused, and nothing is touched: what is wrong, where, what to do, and the exit code. */
const refusals: Record<string, Refusal> = {
  'YAML that cannot be read': {
    make: () => small({ [acme]: '---\nname: Acme\ntags: [a\nowner: ada\n---\n' }),
    args: set,
    status: 2,
    type: 'wrong-input',
    says: /customers\/acme\/customer\.md:4: /,
    path: acme,
    line: 4,
  },
  'a key that stands twice': {
    make: () => small({ [acme]: '---\nname: Acme\nowner: ada\nindustry: coal\nowner: ben\n---\n' }),
    args: set,
    status: 2,
    type: 'wrong-input',
    says: /customers\/acme\/customer\.md:5: .*each key once/,
    hint: /dossier edit customers\/acme/,
    path: acme,
    line: 5,
  },
  'a stage that does not exist': {
    make: () => small(),
    args: ['set', 'acme/pilot', 'stage=propsal'],
    status: 2,
    type: 'wrong-input',
    says: /There is no stage "propsal" in the workflow lead-to-close\./,
    hint: /lead, proposal/,
  },
  'a binary file named .md': {
    make: () => small({ [acme]: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 0xff]) }),
    args: set,
    status: 2,
    type: 'wrong-input',
    says: /customers\/acme\/customer\.md: This is not text\. .*documents\//,
    hint: /dossier edit customers\/acme/,
    path: acme,
  },
  'a link that leads back to itself': {
    make: withLink,
    args: ['set', 'customers/acme/contacts/jo.md', 'title=CTO'],
    status: 2,
    type: 'wrong-input',
    says: /customers\/acme\/contacts\/jo\.md: This is a symbolic link that leads back to itself\./,
    path: 'customers/acme/contacts/jo.md',
  },
  'a customer that does not exist': {
    make: () => small(),
    args: ['customer', 'show', 'acne'],
    status: 3,
    type: 'not-found',
    says: /There is no customer "acne"\./,
    hint: /did you mean acme/,
  },
  'a folder that is no workspace': {
    make: nowhere,
    args: ['customer', 'show', 'acme'],
    status: 2,
    type: 'wrong-input',
    says: /There is no workspace in .* or above it\./,
    hint: /dossier init DIR/,
  },
  'a git that does not know who this is': {
    make: withoutIdentity,
    args: set,
    status: 2,
    type: 'wrong-input',
    says: /Git does not know who you are, so nothing was written/,
    hint: /git config --global user\.name .*\n.*git config --global user\.email /,
    env: { HOME: '/nonexistent', XDG_CONFIG_HOME: '/nonexistent' },
  },
  'a workspace that is not under git': {
    make: withoutGit,
    args: set,
    status: 2,
    type: 'wrong-input',
    says: /is not under git, so nothing was written\./,
    hint: /git init /,
  },
  'requirements of a stage that are not met': {
    make: () => small(),
    args: ['set', 'acme/pilot', 'stage=proposal'],
    status: 4,
    type: 'refused',
    says: /cannot move to proposal yet:\n +amount != null.*\n +close_date != null/,
    hint: /--force --because/,
  },
  'a move whose requirements are not met': {
    make: () => small({ 'customers/acme/deals/pilot.md': '---\nname: Pilot\nstage: lead\namount: 5\n---\n' }),
    args: ['deal', 'move', 'acme', 'proposal'],
    status: 4,
    type: 'refused',
    says: /cannot move to proposal yet:\n +close_date != null/,
    hint: /--force --because/,
  },
  'a deal that does not exist': {
    make: () => small(),
    args: ['deal', 'show', 'pilto'],
    status: 3,
    type: 'not-found',
    says: /There is no deal "pilto"\./,
    hint: /did you mean acme\/pilot/,
  },
  'a command that does not exist': {
    make: () => small(),
    args: ['custmer', 'show', 'acme'],
    status: 2,
    type: 'wrong-input',
    says: /There is no command "custmer show/,
    hint: /dossier customer show/,
  },
  'a flag that does not exist': {
    make: () => small(),
    args: ['set', 'acme', 'industry=steel', '--forse'],
    status: 2,
    type: 'wrong-input',
    says: /--forse/,
    hint: /dossier set --help/,
  },
  'an argument that is missing': {
    make: () => small(),
    args: ['customer', 'show'],
    status: 2,
    type: 'wrong-input',
    says: /customer/,
    hint: /dossier customer show --help/,
  },
  'a key that no record has': {
    make: () => small(),
    args: ['set', 'acme', 'industri=steel'],
    status: 2,
    type: 'wrong-input',
    says: /industri/,
    hint: /industry/,
  },
  'a part of the tree that does not exist': {
    make: () => small(),
    args: ['check', 'globx'],
    status: 3,
    type: 'not-found',
    says: /There is no .* "globx"\./,
    hint: /did you mean globex/,
  },
}

describe('refused, with nothing lost', () => {
  test.for(Object.entries(refusals))('%s', ([, { make, args, status, type, says, hint, path, line, env = {} }]) => {
    const root = make()
    const before = [snapshot(root), gitState(root)]
    const told = dossier(root, args, { env })
    expect(told).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(says) as string })
    expect(told.stderr).toMatch(/^Error: /)
    expect(told.stderr).not.toMatch(/\n {4}at |fault of ours/)
    if (hint) expect(told.stderr.replace(/^[^]*?Try this: /, '')).toMatch(hint)

    const json = dossier(root, [...args, '--json'], { env })
    expect(json).toMatchObject({ status, stderr: '' })
    const { error } = JSON.parse(json.stdout) as { error: Record<string, unknown> }
    expect(error).toMatchObject({
      type,
      message: expect.stringMatching(says) as string,
      ...(path && { path }),
      ...(line && { line }),
    })
    if (hint) expect(error['hint']).toMatch(hint)
    expect([snapshot(root), gitState(root)]).toEqual(before)
  })
})

/** Something is in the way of the commit: the file is saved, said on stderr, and the next action that can commits it. */
const obstacles: Record<string, { hinder: (root: string) => void; reason: RegExp; clear?: (root: string) => void }> = {
  'a merge under way': {
    hinder: (root) => writeFileSync(join(root, '.git/MERGE_HEAD'), git(root, 'rev-parse', 'HEAD')),
    reason: /a merge is under way; finish it with git commit, or git merge --abort/,
    clear: (root) => rmSync(join(root, '.git/MERGE_HEAD')),
  },
  'a rebase under way': {
    hinder: (root) => mkdirSync(join(root, '.git/rebase-merge')),
    reason: /a rebase is under way; finish it with git stash, git rebase --continue and git stash pop/,
    clear: (root) => rmSync(join(root, '.git/rebase-merge'), { recursive: true }),
  },
  'a hook that refuses': {
    hinder: (root) => {
      mkdirSync(join(root, '.git/hooks'), { recursive: true })
      writeFileSync(join(root, '.git/hooks/pre-commit'), '#!/bin/sh\necho "no commits on Friday" >&2\nexit 1\n', { mode: 0o755 })
    },
    reason: /no commits on Friday/,
    clear: (root) => rmSync(join(root, '.git/hooks/pre-commit')),
  },
  'an index.lock that somebody holds': {
    hinder: (root) => writeFileSync(join(root, '.git/index.lock'), ''),
    reason: /index\.lock/,
    clear: (root) => rmSync(join(root, '.git/index.lock')),
  },
}

describe('saved, though it cannot be committed', () => {
  test.for(Object.entries(obstacles))('%s', { timeout: 60_000 }, ([, { hinder, reason, clear }]) => {
    const root = small()
    const head = git(root, 'rev-parse', 'HEAD')
    hinder(root)
    const { status, stderr } = dossier(root, set)
    expect(status).toBe(0)
    expect(stderr).toMatch(new RegExp(`^Saved ${acme}; not committed: .*${reason.source}.*; nothing to repeat\\.$`, 'm'))
    expect(readFileSync(join(root, acme), 'utf8')).toBe('---\nname: Acme\nowner: ada\nindustry: steel\n---\n')
    const json = dossier(root, ['set', 'globex', 'industry=coal', '--json'])
    expect(json).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(json.stdout)).toMatchObject({
      path: 'customers/globex/customer.md',
      commit: null,
      pending: expect.arrayContaining([
        expect.objectContaining({ reason: expect.stringMatching(reason) as string }),
      ]) as unknown[],
    })
    expect(git(root, 'rev-parse', 'HEAD')).toBe(head)

    clear?.(root)
    const next = dossier(root, ['set', 'acme', 'employees=7', '--json'])
    expect(JSON.parse(next.stdout)).toMatchObject({ path: acme, commit: expect.stringMatching(/^[0-9a-f]{40}$/) as string })
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(git(root, 'rev-list', '--count', `${head.trim()}..HEAD`).trim()).toBe('3')
    expect(git(root, 'show', 'HEAD:customers/globex/customer.md')).toContain('industry: coal')
  })
})

describe('done all the same', () => {
  test('a neighbour that cannot be read is a warning', () => {
    const root = small({ 'customers/globex/customer.md': '---\nname: [Globex\n---\n' })
    const { status, stdout, stderr } = dossier(root, ['customer', 'list'])
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringMatching(/^Warning: customers\/globex\/customer\.md:\d+: /) as string,
    })
    expect(stdout).toContain('acme')
    expect(dossier(root, set)).toMatchObject({ status: 0 })
  })

  test('a link that leads back to itself is a warning beside others', () => {
    const root = withLink()
    const { status, stderr } = dossier(root, ['contact', 'list'])
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringMatching(/^Warning: customers\/acme\/contacts\/jo\.md:1: This is a symbolic link/) as string,
    })
  })

  test('bytes that are no text are a warning beside others, and are left as they are', () => {
    const root = small({ 'customers/globex/customer.md': new Uint8Array([0, 1, 2, 0xff]) })
    const before = snapshot(root)
    const { status, stdout, stderr } = dossier(root, ['customer', 'list'])
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'Warning: customers/globex/customer.md:1: This is not text.\n',
    })
    expect(stdout).toContain('acme')
    expect(snapshot(root)).toBe(before)
  })

  test('a bad file is an error of the check, which reads on', () => {
    const root = small({
      'customers/globex/customer.md': '---\nname: [Globex\n---\n',
      [acme]: '---\nname: Acme\nowner: zoe\n---\n',
    })
    const before = snapshot(root)
    const { status, stdout, stderr } = dossier(root, ['check'])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toContain(
      'customers/acme/customer.md\n  3:8  error    owner: there is no person "zoe".  (expected ada)  reference-missing\n',
    )
    expect(stdout).toMatch(/\n6 files, 2 errors\n$/)
    const json = dossier(root, ['check', '--json'])
    expect(json.status).toBe(1)
    expect(JSON.parse(json.stdout)).toMatchObject({
      files: 6,
      problems: [{ path: acme, line: 3, column: 8, severity: 'error' }, {}],
    })
    const github = dossier(root, ['check', 'acme', '--format', 'github'])
    expect(github.stdout).toBe(
      `::error file=${acme},line=3,col=8,title=reference-missing::owner: there is no person "zoe". Expected ada.\n`,
    )
    expect(snapshot(root)).toBe(before)
  })

  test('warnings alone are no failure', () => {
    const root = small({ 'customers/acme/notes.md': 'x' })
    expect(dossier(root, ['check'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/\n7 files, 1 warning\n$/) as string,
    })
  })

  test('an empty customers folder', () => {
    const root = small()
    rmSync(join(root, 'customers'), { recursive: true })
    mkdirSync(join(root, 'customers'))
    expect(dossier(root, ['customer', 'list', '--json'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/"total": 0/) as string,
    })
    expect(dossier(root, ['check'])).toMatchObject({ status: 0, stdout: '2 files, nothing wrong\n' })
  })

  test('a repository with no commit yet: what is new gets the first one', () => {
    const root = small({}, { commit: false })
    expect(dossier(root, ['customer', 'show', 'acme'])).toMatchObject({ status: 0, stderr: '' })
    expect(dossier(root, ['check'])).toMatchObject({ status: 0, stderr: '' })
    expect(dossier(root, ['customer', 'new', 'Initech'])).toMatchObject({ status: 0, stderr: '' })
    expect(git(root, 'log', '--format=%an')).toBe('Ada\n')
    expect(git(root, 'ls-files')).toBe('customers/initech/customer.md\n')
    expect(dossier(root, ['set', 'initech', 'industry=steel'])).toMatchObject({ status: 0, stderr: '' })
    expect(git(root, 'show', 'HEAD:customers/initech/customer.md')).toContain('industry: steel')
  })

  test('a repository with no commit yet: what was written by hand is set, and committed once it is saved', () => {
    const root = small({}, { commit: false })
    const { status, stderr } = dossier(root, set)
    expect(status).toBe(0)
    if (stderr)
      expect(stderr).toMatch(/^Saved customers\/acme\/customer\.md; not committed: .*dossier save.*; nothing to repeat\.\n$/)
    expect(readFileSync(join(root, acme), 'utf8')).toContain('industry: steel')
    expect(dossier(root, ['save'])).toMatchObject({ status: 0, stderr: '' })
    expect(git(root, 'show', `HEAD:${acme}`)).toContain('industry: steel')
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test('reading where there is no git', () => {
    const root = withoutGit()
    expect(dossier(root, ['customer', 'show', 'acme'])).toMatchObject({ status: 0, stderr: '' })
    expect(dossier(root, ['check'])).toMatchObject({ status: 0, stderr: '' })
  })

  test('looking on while a merge is under way', () => {
    const root = small()
    writeFileSync(join(root, '.git/MERGE_HEAD'), git(root, 'rev-parse', 'HEAD'))
    expect(dossier(root, ['customer', 'show', 'acme'])).toMatchObject({ status: 0, stderr: '' })
  })
})

const nobody = 65_534
const isRoot = process.getuid?.() === 0
const canBeNobody = isRoot && dossier('/', ['--version'], { uid: nobody, env: { HOME: '/nonexistent' } }).status === 0

describe('a file without permission', () => {
  test('is a warning beside others, a refusal when it is the one', ({ skip }) => {
    if (process.platform === 'win32') skip('Windows has other permissions')
    if (isRoot && !canBeNobody) skip('run as root, and nobody may not start the program from here')
    const root = small()
    const how = isRoot
      ? {
          uid: nobody,
          env: { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*', HOME: '/nonexistent' },
        }
      : {}
    chmodSync(join(root, acme), 0)
    mkdirSync(join(root, 'customers/globex/deals'), { mode: 0 })
    if (isRoot) execFileSync('chown', ['-R', String(nobody), root])
    const before = isRoot ? snapshot(root) : ''
    expect(dossier(root, set, how)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/customers\/acme\/customer\.md: You have no permission to read this file\./) as string,
    })
    expect(dossier(root, ['customer', 'list'], how)).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/Warning: .*customers\/acme\/customer\.md/) as string,
    })
    expect(dossier(root, ['check'], how)).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        /customers\/acme\/customer\.md\n.*You have no permission to read this file\.[^]*globex\/deals\n.*look into this folder/,
      ) as string,
    })
    if (isRoot) expect(snapshot(root)).toBe(before)
    chmodSync(join(root, acme), 0o644)
    chmodSync(join(root, 'customers/globex/deals'), 0o755)
    expect(readFileSync(join(root, acme), 'utf8')).toBe('---\nname: Acme\nowner: ada\n---\n')
  })
})

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/workspace/write/journal.ts'
import { act, appending, atHead, commits, leftovers, plan, setting, status, textOf, unsound } from '../../helpers/act.ts'
import { git, gitEnv, workspace } from '../../helpers/workspace.ts'

const text = '---\nname: Acme\nstage: lead\n---\nBody\n'
const files = { 'a.md': text, 'b.md': text, 'c.md': 'One\n' }
const won = text.replace('lead', 'won')

const write = (root: string, path: string, said: string, mode = 0o644) => writeFileSync(join(root, path), said, { mode })
const hook = (root: string, name: string, script: string) => write(root, `.git/hooks/${name}`, `#!/bin/sh\n${script}\n`, 0o755)
const remove = (path: string) => (root: string) => rmSync(join(root, path))
const say = (root: string, ...args: string[]) => git(root, ...args)
/** Git commands that stop with a conflict end with 1. */
function stops(root: string, ...args: string[]) {
  expect(() => say(root, ...args)).toThrow()
}

/** Two branches that changed the same line of c.md, and a third commit on the side. */
function fork(root: string) {
  say(root, 'switch', '--quiet', '-c', 'side')
  write(root, 'c.md', 'Side\n')
  say(root, 'commit', '--quiet', '-am', 'Side')
  write(root, 'd.md', 'More\n')
  say(root, 'add', 'd.md')
  say(root, 'commit', '--quiet', '-m', 'More')
  say(root, 'switch', '--quiet', 'main')
  write(root, 'c.md', 'Main\n')
  say(root, 'commit', '--quiet', '-am', 'Main')
}

type Obstacle = { name: string; put: (root: string) => unknown; reason: RegExp; take: (root: string) => unknown }

const obstacles: Obstacle[] = [
  {
    name: 'a merge under way',
    put: (root) => (fork(root), stops(root, 'merge', 'side')),
    reason: /^a merge is under way; finish it with git commit, or git merge --abort$/,
    take: (root) => say(root, 'merge', '--abort'),
  },
  {
    name: 'a merge that is then committed',
    put: (root) => (fork(root), stops(root, 'merge', 'side')),
    reason: /^a merge is under way/,
    take: (root) => (write(root, 'c.md', 'Both\n'), say(root, 'add', 'c.md'), say(root, 'commit', '--quiet', '-m', 'Merged')),
  },
  {
    name: 'a rebase under way',
    put: (root) => (fork(root), stops(root, 'rebase', 'side')),
    reason: /^a rebase is under way; finish it with git stash, git rebase --continue and git stash pop \(--abort drops /,
    take: (root) => {
      write(root, 'c.md', 'Both\n')
      say(root, 'add', 'c.md')
      say(root, 'stash', 'push', '--quiet', '--', 'a.md')
      say(root, '-c', 'core.editor=true', 'rebase', '--continue')
      say(root, 'stash', 'pop', '--quiet')
    },
  },
  {
    name: 'a cherry-pick under way',
    put: (root) => (fork(root), stops(root, 'cherry-pick', 'side~1')),
    reason: /^a cherry-pick is under way/,
    take: (root) => say(root, 'cherry-pick', '--abort'),
  },
  {
    name: 'a cherry-pick of several commits between two of them',
    put: (root) => {
      fork(root)
      stops(root, 'cherry-pick', 'side~1', 'side')
      write(root, 'c.md', 'Both\n')
      say(root, 'commit', '--quiet', '-am', 'Both')
    },
    reason: /^a cherry-pick or revert of several commits is under way/,
    take: (root) => say(root, 'cherry-pick', '--quit'),
  },
  {
    name: 'a revert under way',
    put: (root) => {
      fork(root)
      write(root, 'c.md', 'Main again\n')
      say(root, 'commit', '--quiet', '-am', 'Again')
      stops(root, 'revert', '--no-edit', 'HEAD~1')
    },
    reason: /^a revert is under way/,
    take: (root) => say(root, 'revert', '--abort'),
  },
  {
    name: 'a bisect under way',
    put: (root) => (fork(root), say(root, 'bisect', 'start'), say(root, 'bisect', 'bad', 'HEAD')),
    reason: /^a bisect is under way; end it with git bisect reset$/,
    take: (root) => say(root, 'bisect', 'reset'),
  },
  {
    name: 'HEAD on no branch',
    put: (root) => say(root, 'checkout', '--quiet', '--detach'),
    reason: /^HEAD is on no branch; git switch to one$/,
    take: (root) => say(root, 'switch', '--quiet', 'main'),
  },
  {
    name: 'a refusing pre-commit hook',
    put: (root) => hook(root, 'pre-commit', 'echo "No commits on a Friday." >&2; exit 1'),
    reason: /^the pre-commit hook refused: No commits on a Friday\.$/,
    take: remove('.git/hooks/pre-commit'),
  },
  {
    name: 'a refusing commit-msg hook',
    put: (root) => hook(root, 'commit-msg', 'grep -q TICKET "$1" || { echo "A ticket, please."; exit 1; }'),
    reason: /^the commit-msg hook refused: A ticket, please\.$/,
    take: remove('.git/hooks/commit-msg'),
  },
  {
    name: 'an index.lock that nobody takes away',
    put: (root) => write(root, '.git/index.lock', ''),
    reason: /^another git holds the index \(index\.lock in the git folder\); if none is running, remove that file$/,
    take: remove('.git/index.lock'),
  },
  {
    name: 'a branch that another git holds',
    put: (root) => write(root, '.git/refs/heads/main.lock', ''),
    reason: /^git says: .*main\.lock/,
    take: remove('.git/refs/heads/main.lock'),
  },
  {
    name: 'a signer that fails',
    put: (root) => {
      hook(root, 'sign', 'echo "no secret key" >&2; exit 2')
      say(root, 'config', 'gpg.program', join(root, '.git/hooks/sign'))
      say(root, 'config', 'commit.gpgsign', 'true')
    },
    reason: /^signing failed, or would ask: /,
    take: (root) => say(root, 'config', '--unset', 'commit.gpgsign'),
  },
  {
    name: 'a signer that waits for a word',
    put: (root) => {
      hook(root, 'sign', 'sleep 600')
      say(root, 'config', 'gpg.program', join(root, '.git/hooks/sign'))
      say(root, 'config', 'commit.gpgsign', 'true')
    },
    reason: /^signing failed, or would ask/,
    take: (root) => say(root, 'config', '--unset', 'commit.gpgsign'),
  },
]

describe.each(obstacles)('$name', ({ put, reason, take }) => {
  test('saves the files, says why they are not committed, and the next action commits them once', {
    timeout: 60_000,
  }, async () => {
    const root = workspace(files)
    put(root)
    const before = git(root, 'rev-parse', 'HEAD')
    const written = await act(root, setting('a.md', 'stage', 'won'))
    expect(written).toEqual({
      paths: ['a.md'],
      commit: null,
      pending: [{ paths: ['a.md'], reason: expect.stringMatching(reason) }],
    })
    expect(textOf(root, 'a.md')).toBe(won)
    expect(git(root, 'rev-parse', 'HEAD')).toBe(before)
    const second = await act(root, setting('a.md', 'stage', 'lost'))
    expect(second.pending?.map(({ paths }) => paths)).toEqual([['a.md'], ['a.md']])

    take(root)
    const count = commits(root)
    const third = await act(root, appending('b.md', 'More.'))
    expect(third.pending).toBeUndefined()
    expect(commits(root)).toBe(count + 3)
    const stages = git(root, 'log', '-3', '--reverse', '--format=', '--patch', '--unified=0').match(/^\+(?!\+).*/gm)
    expect(stages).toEqual(['+stage: won', '+stage: lost', '+More.'])
    expect((await act(root, appending('b.md', 'More.'))).commit).toBeTruthy()
    expect(commits(root)).toBe(count + 4)
    expect(git(root, 'status', '--porcelain', '--untracked-files=no')).toBe('')
    expect(leftovers(root)).toEqual([])
    expect(unsound(root)).toBe('')
  })
})

describe('hooks', () => {
  test('see exactly our change, whatever the user has staged', async () => {
    const root = workspace(files)
    write(root, 'b.md', 'Mine\n')
    say(root, 'add', 'b.md')
    write(root, 'c.md', 'Mine too\n')
    hook(root, 'pre-commit', 'git diff --cached > .git/seen')
    hook(root, 'commit-msg', 'git diff --cached --name-only >> .git/seen; cat "$1" >> .git/seen')
    hook(root, 'post-commit', 'git log -1 --format=%s >> .git/seen')
    await act(root, setting('a.md', 'stage', 'won'))
    const seen = readFileSync(join(root, '.git/seen'), 'utf8')
    expect(seen.match(/^[+-](?![+-]).*/gm)).toEqual(['-stage: lead', '+stage: won'])
    expect(seen).toMatch(/\na\.md\nChange it\n\nDossier-Action: deal set\n[\s\S]*\nChange it\n$/)
    expect(status(root)).toBe('M  b.md\n M c.md\n')
  })

  test('that format what is committed, and a file beside it, leave a clean tree', async () => {
    const root = workspace(files)
    hook(root, 'pre-commit', 'for f in a.md c.md; do echo "Formatted." >> $f; git add $f; done')
    const { commit } = await act(root, setting('a.md', 'stage', 'won'))
    expect(commit).toBeTruthy()
    expect([atHead(root, 'a.md'), atHead(root, 'c.md')]).toEqual([`${won}Formatted.\n`, 'One\nFormatted.\n'])
    expect(status(root)).toBe('')
    expect(textOf(root, 'a.md')).toBe(`${won}Formatted.\n`)
  })

  test('that change the message are heard', async () => {
    const root = workspace(files)
    hook(root, 'commit-msg', 'sed -i "1s/^/TICKET-1 /" "$1"')
    await act(root, setting('a.md', 'stage', 'won'))
    expect(git(root, 'log', '-1', '--format=%s').trim()).toBe('TICKET-1 Change it')
  })
})

test('an index.lock that is freed in time is waited for', async () => {
  const root = workspace(files)
  write(root, '.git/index.lock', '')
  setTimeout(() => remove('.git/index.lock')(root), 400)
  const { commit, pending } = await act(root, setting('a.md', 'stage', 'won'))
  expect([commit, pending]).toEqual([git(root, 'rev-parse', 'HEAD').trim(), undefined])
  expect(status(root)).toBe('')
})

describe('another git commits first', () => {
  const racing = (root: string, times: number) => {
    let left = times
    return (step: Step) => {
      if (step !== 'noted' || left-- <= 0) return
      write(root, 'c.md', `Theirs ${left}\n`)
      say(root, 'commit', '--quiet', '-m', 'Theirs', '--', 'c.md')
    }
  }

  test('ours is built anew upon it', async () => {
    const root = workspace(files)
    const { commit } = await act(root, setting('a.md', 'stage', 'won'), { at: racing(root, 1) })
    expect(git(root, 'log', '--format=%s').trim().split('\n')).toEqual(['Change it', 'Theirs', 'Begin'])
    expect(git(root, 'show', '--format=', '--name-only', commit!).trim()).toBe('a.md')
    expect([status(root), leftovers(root)]).toEqual(['', []])
  })

  test('and again and again: the files are saved, and the next action commits them', async () => {
    const root = workspace(files)
    const { commit, pending } = await act(root, setting('a.md', 'stage', 'won'), { at: racing(root, 99) })
    expect([commit, pending?.[0]?.reason]).toEqual([null, 'other commits kept coming first'])
    await act(root, appending('b.md', 'More.'))
    expect(git(root, 'log', '-3', '--format=%s %(trailers:key=Dossier-Actor,valueonly,separator=)').trim()).toBe(
      'Change it ada\nChange it ada\nTheirs',
    )
    expect(status(root)).toBe('')
  })

  test('the very same change: there is nothing left to commit', async () => {
    const root = workspace(files)
    const at = (step: Step) => void (step === 'filed' && say(root, 'commit', '--quiet', '-am', 'Theirs'))
    expect(await act(root, setting('a.md', 'stage', 'won'), { at })).toEqual({ paths: ['a.md'], commit: null })
    expect([commits(root), status(root), leftovers(root)]).toEqual([2, '', []])
  })
})

describe('identity', () => {
  test('without one nothing is written, and the two lines to paste are told', async () => {
    const root = workspace(files)
    say(root, 'config', '--unset', 'user.name')
    const failed = await act(root, setting('a.md', 'stage', 'won')).catch((error: unknown) => error)
    expect(failed).toMatchObject({ exitCode: 2, message: expect.stringContaining('nothing was written') })
    expect((failed as { suggestions: string[] }).suggestions[0]!.split('\n').map((line) => line.trim())).toEqual([
      'git config --global user.name "Ada Lovelace"',
      'git config --global user.email ada@example.com',
    ])
    expect([status(root), commits(root), leftovers(root)]).toEqual(['', 1, []])
  })

  test('from the environment alone', async () => {
    const root = workspace(files)
    for (const name of ['user.name', 'user.email']) say(root, 'config', '--unset', name)
    const env = { ...gitEnv, GIT_AUTHOR_NAME: 'Eve', GIT_AUTHOR_EMAIL: 'eve@example.test' }
    await act(root, setting('a.md', 'stage', 'won'), { env })
    expect(git(root, 'log', '-1', '--format=%an %ae %cn %ce').trim()).toBe('Eve eve@example.test Eve eve@example.test')
  })

  test('the environment of a calling git does not lead us astray', async () => {
    const root = workspace(files)
    const env = { ...gitEnv, GIT_DIR: '/nowhere', GIT_INDEX_FILE: '/nowhere/index', GIT_WORK_TREE: '/' }
    await act(root, setting('a.md', 'stage', 'won'), { env })
    expect([commits(root), status(root)]).toEqual([2, ''])
  })
})

describe('a text that git does not hold', () => {
  const latin = Buffer.from(text.replace('Acme', 'Müller'), 'latin1')
  const utf8 = text.replace('Acme', 'Müller')

  test('because HEAD has other bytes: nothing is made up, and it waits until the file is saved', async () => {
    const root = workspace({ ...files, 'a.md': latin })
    write(root, 'a.md', utf8)
    const { commit, pending } = await act(root, setting('a.md', 'stage', 'won'))
    expect([commit, pending?.[0]?.reason]).toEqual([
      null,
      'a.md is not UTF-8 text in the last commit; dossier save commits it as it is now',
    ])
    expect(textOf(root, 'a.md')).toBe(utf8.replace('lead', 'won'))
    expect(commits(root)).toBe(1)
    const saved = await act(root, () => plan({ do: 'keep', path: 'a.md' }))
    expect(saved.pending).toBeUndefined()
    expect([atHead(root, 'a.md'), commits(root), status(root)]).toEqual([utf8.replace('lead', 'won'), 2, ''])
    expect(leftovers(root)).toEqual([])
  })

  test('because HEAD has other bytes, and the user puts them back: nothing is left to commit but it is told', async () => {
    const root = workspace({ ...files, 'a.md': latin })
    write(root, 'a.md', utf8)
    await act(root, setting('a.md', 'stage', 'won'))
    say(root, 'checkout', '--quiet', '--', 'a.md')
    const { pending } = await act(root, appending('b.md', 'More.'))
    expect(pending?.[0]?.reason).toMatch(/somebody took the change back/)
    expect([commits(root), status(root)]).toEqual([2, ''])
  })

  test('because the object is gone: the files are saved, and the reason is told', async () => {
    const root = workspace(files)
    const id = say(root, 'rev-parse', 'HEAD:a.md').trim()
    write(root, 'a.md', text.replace('Body', 'Other'))
    rmSync(join(root, `.git/objects/${id.slice(0, 2)}/${id.slice(2)}`), { force: true })
    const { pending } = await act(root, setting('a.md', 'stage', 'won'))
    expect(pending?.[0]?.reason).toBe(`git says: the object ${id} is missing`)
    expect(textOf(root, 'a.md')).toContain('stage: won')
  })
})

describe('what waits', () => {
  /** An action that waits because the user has changed the same line and not committed it. */
  async function waiting() {
    const root = workspace(files)
    write(root, 'a.md', text.replace('lead', 'mine'))
    const { pending } = await act(root, setting('a.md', 'stage', 'won'))
    expect(pending?.[0]?.reason).toMatch(/same lines, not committed yet; dossier save commits them$/)
    expect(textOf(root, 'a.md')).toBe(won)
    return root
  }
  const next = (root: string) => act(root, appending('b.md', 'More.'))

  const endings: [name: string, user: (root: string) => unknown, stage: string, commits: number, told?: true][] = [
    ['the user commits the file', (root) => say(root, 'commit', '--quiet', '-am', 'Mine'), 'won', 3],
    [
      'the user changes the line once more and commits',
      (root) => (write(root, 'a.md', text.replace('lead', 'other')), say(root, 'commit', '--quiet', '-am', 'Mine')),
      'other',
      3,
      true,
    ],
    ['the user takes it back', (root) => say(root, 'checkout', '--quiet', '--', 'a.md'), 'lead', 2, true],
    [
      'the user deletes the file and commits that',
      (root) => (say(root, 'rm', '--quiet', '--force', 'a.md'), say(root, 'commit', '--quiet', '-m', 'Mine')),
      '',
      3,
      true,
    ],
  ]
  test.each(endings)('is settled without a second change when %s', async (_, user, stage, count, told) => {
    const root = await waiting()
    user(root)
    const { pending } = await next(root)
    if (told) {
      const aside = /its text is in (.*)$/.exec(pending![0]!.reason)![1]!
      expect(readFileSync(aside, 'utf8')).toBe(won)
    } else expect(pending).toBeUndefined()
    expect(git(root, 'show', '--format=', '--name-only', 'HEAD').trim()).toBe('b.md')
    expect([commits(root), status(root)]).toEqual([count, ''])
    if (stage) expect(atHead(root, 'a.md')).toContain(`stage: ${stage}`)
    expect((await next(root)).pending).toBeUndefined()
  })

  test('and is dropped by git rebase --abort is kept aside, and told', async () => {
    const root = workspace(files)
    fork(root)
    stops(root, 'rebase', 'side')
    await act(root, setting('a.md', 'stage', 'won'))
    say(root, 'rebase', '--abort')
    expect(textOf(root, 'a.md')).toBe(text)
    const { pending } = await next(root)
    expect(readFileSync(/its text is in (.*)$/.exec(pending![0]!.reason)![1]!, 'utf8')).toBe(won)
    expect((await next(root)).pending).toBeUndefined()
  })

  test('waits on while the user does nothing, and does not hold up others', async () => {
    const root = await waiting()
    const { commit, pending } = await next(root)
    expect([Boolean(commit), pending?.map(({ paths }) => paths)]).toEqual([true, [['a.md']]])
    expect([textOf(root, 'a.md'), commits(root)]).toEqual([won, 2])
  })

  test('is committed by an action that itself changes nothing', async () => {
    const root = workspace(files)
    await act(root, setting('a.md', 'stage', 'won'), { manual: true })
    expect(await act(root, setting('a.md', 'stage', 'won'))).toEqual({ paths: [], commit: null, unchanged: true })
    expect([commits(root), status(root)]).toEqual([2, ''])
  })

  test('stays uncommitted when its command was killed and commit: manual is set', async () => {
    const root = workspace(files)
    const stop = new Error('stopped here')
    const at = (step: Step) => {
      if (step === 'closed') throw stop
    }
    await expect(act(root, setting('a.md', 'stage', 'won'), { manual: true, at })).rejects.toBe(stop)
    await act(root, setting('b.md', 'stage', 'won'), { manual: true })
    expect([commits(root), status(root)]).toEqual([1, ' M a.md\n M b.md\n'])
    expect(existsSync(join(root, '.git/index.lock'))).toBe(false)
  })
})

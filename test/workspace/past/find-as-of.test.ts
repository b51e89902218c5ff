import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findAsOf } from '../../../src/workspace/past/find-as-of.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { beganAt, commitAt, gitAt, head } from '../../helpers/history.ts'
import { folder, git, gitEnv, workspace } from '../../helpers/workspace.ts'

const now = new Date('2026-11-21T10:00:00Z')
const find = (root: string, words: string, zone = 'UTC') => findAsOf(placeAt(root, gitEnv), words, { now, zone })

test('a day is the last commit not after its end, on the clock of the workspace', () => {
  const root = beganAt('2026-09-30T10:00:00Z')
  const late = commitAt(root, '2026-10-01T23:59:59Z')
  const next = commitAt(root, '2026-10-02T00:00:00Z')
  expect(find(root, '2026-10-01')).toMatchObject({ commit: late, day: '2026-10-01', at: new Date('2026-10-01T23:59:59.999Z') })
  expect(find(root, '2026-10-02').commit).toBe(next)
  expect(find(root, '2026-10-01', 'Asia/Tokyo').commit).toBe(head2(root, late))
  expect(find(root, '2026-10-01', 'America/New_York').commit).toBe(next)
})

/** The commit before one. */
const head2 = (root: string, commit: string) => git(root, 'rev-parse', `${commit}^`).trim()

test('a day on which the clocks are turned ends when the next one begins', () => {
  const root = beganAt('2026-10-25T22:59:59Z')
  const next = commitAt(root, '2026-10-25T23:00:00Z')
  expect(find(root, '2026-10-25', 'Europe/Berlin').commit).toBe(head2(root, next))
  expect(find(root, '2026-10-26', 'Europe/Berlin').commit).toBe(next)
})

test('only the first parents count: what a merge brought is there from the merge on', () => {
  const root = beganAt('2026-10-01T10:00:00Z')
  const begin = head(root)
  git(root, 'checkout', '--quiet', '-b', 'side')
  commitAt(root, '2026-10-02T10:00:00Z', { 'side.md': 'x' })
  git(root, 'checkout', '--quiet', 'main')
  gitAt(root, '2026-10-05T10:00:00Z', ['merge', '--quiet', '--no-ff', '--message=Merge', 'side'])
  expect(find(root, '2026-10-03').commit).toBe(begin)
  expect(find(root, '2026-10-05').commit).toBe(head(root))
})

test('commits whose dates go back: the last of the branch that is not too late', () => {
  const root = beganAt('2026-10-01T10:00:00Z')
  commitAt(root, '2026-10-09T10:00:00Z')
  const back = commitAt(root, '2026-10-03T10:00:00Z')
  commitAt(root, '2026-10-10T10:00:00Z')
  expect(find(root, '2026-10-04').commit).toBe(back)
})

describe('what may be said', () => {
  const root = () => {
    const made = beganAt('2026-11-01T10:00:00Z')
    commitAt(made, '2026-11-17T10:00:00Z')
    commitAt(made, '2026-11-20T12:00:00Z')
    return made
  }
  test.for([
    ['yesterday', '2026-11-20', 0],
    ['last monday', '2026-11-16', 2],
    ['friday', '2026-11-20', 0],
    ['monday', '2026-11-16', 2],
    ['3 days ago', '2026-11-18', 1],
    ['18 Nov', '2026-11-18', 1],
    ['2026-11-20T11:59Z', '2026-11-20T11:59Z', 1],
    ['2026-11-20 14:00+02:00', '2026-11-20 14:00+02:00', 0],
    ['2026-11-20T12:00:00Z', '2026-11-20T12:00:00Z', 0],
    ['now', 'now', 0],
  ] as const)('%s', ([words, said, back]) => {
    const made = root()
    expect(find(made, words)).toMatchObject({ commit: git(made, 'rev-parse', `HEAD~${back}`).trim(), said, isAhead: false })
  })

  test.for(['HEAD~1', 'main~1', 'hash', 'short'])('a commit: %s, at its own hour', (words) => {
    const made = root()
    const commit = git(made, 'rev-parse', 'HEAD~1').trim()
    const typed = words === 'hash' ? commit : words === 'short' ? commit.slice(0, 7) : words
    const found = find(made, typed)
    expect(found).toMatchObject({ commit, at: new Date('2026-11-17T10:00:00Z') })
    expect(found.said).toBeUndefined()
  })

  test.for([
    ['bogus', /no day, no instant and no commit/],
    ['', /no day, no instant and no commit/],
    ['--all', /no day, no instant and no commit/],
    ['deadbeef', /no day, no instant and no commit/],
    ['2026-02-30', /There is no day 2026-02-30/],
    ['2026-02-10T25:00', /no instant/],
    ['2026-10-31', /^History begins 2026-11-01; there is nothing as of 2026-10-31\.$/],
  ] as const)('"%s" is refused', ([words, says]) => {
    const made = root()
    expect(() => find(made, words)).toThrow(says)
    expect(() => find(made, words)).toThrow(expect.objectContaining({ exitCode: 2 }))
  })
})

test('a day to come is now, and says so', () => {
  const root = beganAt('2026-11-01T10:00:00Z')
  expect(find(root, '2027-01-01')).toMatchObject({
    commit: head(root),
    at: now,
    day: '2026-11-21',
    said: '2027-01-01',
    isAhead: true,
  })
  expect(find(root, '2026-11-21')).toMatchObject({ at: now, day: '2026-11-21', isAhead: false })
})

/** So many commits beside the branch that some share their first letters, and some begin with digits. */
function manyCommits(root: string): string[] {
  const one = (n: number) =>
    `commit refs/heads/many\ncommitter Ada <ada@example.test> ${1_793_527_200 + n} +0000\ndata 1\nx\nfrom main\nM 644 inline workspace-setup/workspace.yaml\ndata 11\nname: Ours\n\n`
  const input = Array.from({ length: 700 }, (_, n) =>
    one(n).replace('from main\n', n === 0 ? 'from refs/heads/main^0\n' : ''),
  ).join('')
  execFileSync('git', ['fast-import', '--quiet'], { cwd: root, env: gitEnv, input })
  return git(root, 'rev-list', 'many', '^main').trim().split('\n')
}

test('letters of a commit that fit several are refused with what they fit', () => {
  const root = beganAt('2026-11-01T10:00:00Z')
  const ids = manyCommits(root)
  const heads = ids.map((id) => id.slice(0, 4))
  const twice = heads.find((start, n) => heads.indexOf(start) < n)
  expect(twice).toBeDefined()
  expect(() => find(root, twice!)).toThrow(/fits \d commits: /)
})

test('eight digits are a commit where one begins so', () => {
  const root = beganAt('2026-11-01T10:00:00Z')
  const digits = manyCommits(root).find((id) => /^\d{6}/.test(id))!
  expect(find(root, digits.slice(0, 6)).commit).toBe(digits)
})

test('where a clone was cut short, history begins there', () => {
  const root = beganAt('2026-10-01T10:00:00Z')
  commitAt(root, '2026-10-10T10:00:00Z')
  const clone = join(folder(), 'clone')
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${root}`, clone], { env: gitEnv })
  expect(() => find(clone, '2026-10-05')).toThrow('History begins 2026-10-10')
  expect(() => find(clone, '2026-10-05')).toThrow(
    expect.objectContaining({ suggestions: [expect.stringContaining('--unshallow')] }),
  )
})

test('a workspace that is younger than its repository begins with its settings', () => {
  const root = workspace({}, { commit: false })
  commitAt(root, '2026-10-01T10:00:00Z', { 'README.md': 'x' })
  commitAt(root, '2026-10-08T10:00:00Z', { 'sales/workspace-setup/workspace.yaml': 'name: Ours\n' })
  const place = placeAt(join(root, 'sales'), gitEnv)
  const here = { now, zone: 'UTC' }
  expect(() => findAsOf(place, '2026-10-02', here)).toThrow('History begins 2026-10-08; there is nothing as of 2026-10-02')
  expect(() => findAsOf(place, 'HEAD~1', here)).toThrow('History begins 2026-10-08')
  expect(findAsOf(place, '2026-10-08', here).commit).toBe(head(root))
})

test('without git, and without a commit, there is no history', () => {
  const root = beganAt('2026-10-01T10:00:00Z')
  rmSync(join(root, '.git'), { recursive: true })
  expect(() => find(root, '2026-10-02')).toThrow('is not under git')
  const bare = workspace({ 'workspace-setup/workspace.yaml': 'name: Ours\n' }, { commit: false })
  expect(() => find(bare, '2026-10-02')).toThrow('There is no history yet')
})

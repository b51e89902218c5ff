import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFieldMoves, readFirstCommits } from '../../../src/workspace/git/field-moves.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { git, gitEnv, workspace } from '../../helpers/workspace.ts'

const path = 'customers/acme/deals/big.md'
const deal = (stage: string, close = '2026-12-01') =>
  `---\nname: Big\nstage: ${stage} # as of today\nclose_date: "${close}"\nlines:\n  - stage: x\n---\n\nstage: in the text\n`

function commitAt(root: string, date: string, file: string, text: string) {
  writeFileSync(join(root, file), text)
  git(root, 'add', '--all')
  const env = { ...gitEnv, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date }
  execFileSync('git', ['commit', '--quiet', '--message=x'], { cwd: root, env })
}

test('what commits changed in a field, oldest first; new files, texts and nested keys are no move', () => {
  const root = workspace({ 'workspace-setup/workspace.yaml': 'name: Us\n', [path]: deal('lead') })
  commitAt(root, '2026-11-01T10:00:00Z', path, deal('discovery'))
  commitAt(root, '2026-11-02T10:00:00Z', path, deal('discovery', '2027-01-15'))
  commitAt(root, '2026-11-03T10:00:00Z', path, deal('negotiation', '2027-01-15').replace('- stage: x', '- stage: y'))
  commitAt(root, '2026-11-04T10:00:00Z', 'customers/acme/deals/new.md', deal('lead'))
  const moves = readFieldMoves(placeAt(root, gitEnv), ['stage', 'close_date'], new Date('2020-01-01'))
  expect(moves.map(({ path: file, field, from, to, by }) => [file, field, from, to, by])).toEqual([
    [path, 'stage', 'lead', 'discovery', 'Ada'],
    [path, 'close_date', '2026-12-01', '2027-01-15', 'Ada'],
    [path, 'stage', 'discovery', 'negotiation', 'Ada'],
  ])
  expect(readFieldMoves(placeAt(root, gitEnv), ['stage'], new Date('2026-11-02T12:00:00Z')).map(({ to }) => to)).toEqual([
    'negotiation',
  ])
})

test('a workspace below the top of its repository tells its own paths', () => {
  const root = workspace({
    'sales/workspace-setup/workspace.yaml': 'name: Us\n',
    [`sales/${path}`]: deal('lead'),
    'customers/x/customer.md': '',
  })
  commitAt(root, '2026-11-01T10:00:00Z', `sales/${path}`, deal('discovery'))
  commitAt(root, '2026-11-01T10:00:00Z', 'customers/x/customer.md', 'stage: a\n')
  const place = placeAt(join(root, 'sales'), gitEnv)
  expect(readFieldMoves(place, ['stage'], new Date('2020-01-01'))).toMatchObject([{ path, to: 'discovery' }])
})

test('of one folder the same moves are found without a look at every commit', () => {
  const root = workspace({ 'workspace-setup/workspace.yaml': 'name: Us\n', [path]: deal('lead') })
  const at = (n: number) => new Date(Date.UTC(2026, 10, 1, n)).toISOString()
  const stages = new Map([
    [3, 'discovery'],
    [9, 'proposal'],
    [10, 'negotiation'],
    [19, 'closed-won'],
  ])
  for (let n = 1; n <= 20; n++) {
    const stage = stages.get(n)
    if (n === 12) commitAt(root, at(n), 'customers/acme/deals/late.md', deal('lead'))
    else if (n === 15) commitAt(root, at(n), 'customers/acme/deals/late.md', deal('discovery'))
    else if (stage) commitAt(root, at(n), path, deal(stage))
    else commitAt(root, at(n), 'notes.md', `${n}\n`)
  }
  const place = placeAt(root, gitEnv)
  for (const hour of [-1_000, 3, 4, 10, 13, 19, 21]) {
    const since = new Date(Date.UTC(2026, 10, 1, hour))
    const all = readFieldMoves(place, ['stage'], since)
    expect(readFieldMoves(place, ['stage'], since, ['customers/acme/deals'])).toEqual(all)
  }
  expect(readFieldMoves(place, ['stage'], new Date('2020-01-01'), ['customers/acme/deals'])).toHaveLength(5)
  expect(readFieldMoves(place, ['stage'], new Date('2020-01-01'), ['customers/other/deals'])).toEqual([])
})

test('a merge counts as what it brought to the branch it was merged into', () => {
  const root = workspace({ 'workspace-setup/workspace.yaml': 'name: Us\n', [path]: deal('lead') })
  git(root, 'checkout', '--quiet', '-b', 'side')
  commitAt(root, '2026-11-01T10:00:00Z', path, deal('discovery'))
  commitAt(root, '2026-11-01T11:00:00Z', path, deal('proposal'))
  git(root, 'checkout', '--quiet', '-')
  commitAt(root, '2026-11-01T12:00:00Z', 'notes.md', 'x\n')
  git(root, 'merge', '--quiet', '--no-ff', '--message=both', 'side')
  const place = placeAt(root, gitEnv)
  const moves = readFieldMoves(place, ['stage'], new Date('2020-01-01'), ['customers/acme/deals'])
  expect(moves.map(({ from, to }) => [from, to])).toEqual([['lead', 'proposal']])
  expect(moves).toEqual(readFieldMoves(place, ['stage'], new Date('2020-01-01')))
})

test('the first commit of each customer', () => {
  const root = workspace({
    'workspace-setup/workspace.yaml': 'name: Us\n',
    'customers/acme/customer.md': '---\nname: Acme\n---\n',
  })
  commitAt(root, '2026-11-01T10:00:00Z', 'customers/acme/customer.md', '---\nname: Acme 2\n---\n')
  const first = readFirstCommits(placeAt(root, gitEnv))
  expect([...first.keys()]).toEqual(['customers/acme/customer.md'])
  const [began] = git(root, 'log', '--format=%cI', '--reverse').split('\n')
  expect(first.get('customers/acme/customer.md')).toEqual(new Date(began!))
})

import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayBase, sayContextDiff } from '../../../../src/doors/say/contexts/diff.ts'

type Diff = Parameters<typeof sayContextDiff>[0]
const call = 'customers/acme/activities/c.md'
const base: Diff = {
  customer: 'acme',
  called: 'acme',
  tier: 'compact',
  since: { chosen: 'saved', commit: 'a1b2c3d4e5', committed: '2026-11-17', made: '2026-11-18', path: 'p.md' },
  changes: [
    {
      what: 'changed',
      section: 'deals',
      title: 'Deals',
      path: 'd.md',
      line: 4,
      before: 'stage: lead',
      after: 'stage: won',
      first: false,
    },
    { what: 'new', section: 'activities', title: 'Activities', path: call, line: 3, after: '2026-11-19 call: A', first: true },
    { what: 'new', section: 'activities', title: 'Activities', path: call, line: 7, after: 'B', first: false },
    { what: 'new', section: 'activities', title: 'Activities', path: call, line: 8, after: 'C', first: false },
    { what: 'gone', section: 'activities', title: 'Activities', path: 'x.md', line: 2, before: 'D', first: false },
  ],
  unsure: [],
  today: '2026-11-20',
}
const say = (diff: Diff) => stripVTControlCharacters(sayContextDiff(diff)).split('\n')

test('by section, a record that is new as one line, each with its place', () => {
  expect(say(base)).toEqual([
    'acme since the saved context compact of Wed 18 Nov',
    'Deals',
    '  changed  stage: lead → stage: won  d.md:4',
    'Activities',
    `  new      2026-11-19 call: A (and 2 more lines)  ${call}:3`,
    '  gone     D  x.md:2',
  ])
})

test('since a day, since a commit, and nothing at all', () => {
  const since = (more: object): Diff => ({
    ...base,
    changes: [],
    since: { chosen: 'since', commit: 'a1b2c3d4e5', committed: '2026-11-17', ...more },
  })
  expect(say(since({ said: '2026-11-18' }))).toEqual([
    'acme since 2026-11-18 (commit a1b2c3d of 2026-11-17)',
    '  Nothing is new.',
  ])
  expect(say(since({}))[0]).toBe('acme since commit a1b2c3d of 2026-11-17')
})

test('a long text is cut', () => {
  const [, , line = ''] = say({ ...base, changes: [{ ...base.changes[1]!, after: 'word '.repeat(200) }] })
  expect(line).toMatch(/^ {2}new {6}word .*word…  customers/)
  expect(line.length).toBeLessThan(240)
})

test('how it was chosen, and what could not be told', () => {
  expect(sayBase(base)).toEqual([])
  const week = { ...base.since, chosen: 'week' as const }
  expect(sayBase({ ...base, since: week })).toEqual([
    'No saved context compact says what it was made from, so this is since the first commit; --since compares with another time.',
  ])
  expect(sayBase({ ...base, since: { ...week, said: '2026-11-13' }, unsure: ['a.md'] })).toEqual([
    'No saved context compact says what it was made from, so this is the last 7 days; --since compares with another time.',
    '1 file had edits that were never committed when it was saved, and changed since; compared with what was committed.',
  ])
})

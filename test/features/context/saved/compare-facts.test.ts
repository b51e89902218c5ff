import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareFacts } from '../../../../src/features/context/saved/compare-facts.ts'
import type { Fact } from '../../../../src/features/context/saved/read-facts.ts'

const fact = (text: string, over: Partial<Fact> = {}): Fact => ({
  section: 'deals',
  path: 'customers/acme/deals/pilot.md',
  line: 5,
  text,
  first: false,
  ...over,
})
const call = { section: 'activities', path: 'customers/acme/activities/2026-11-01-1000-call-a-aaaa.md' } as const
const say = (before: Fact[], after: Fact[]) =>
  compareFacts(before, after).map((change) => [change.what, change.before, change.after].filter(Boolean).join(' | '))

test.each<[what: string, before: Fact[], after: Fact[], said: string[]]>([
  ['nothing', [fact('stage: lead')], [fact('stage: lead')], []],
  ['another line of the file', [fact('stage: lead')], [fact('stage: lead', { line: 9 })], []],
  ['another file', [fact('stage: lead')], [fact('stage: lead', { path: 'customers/acme/deals/other.md' })], []],
  [
    'a value',
    [fact('stage: lead'), fact('owner: Ada')],
    [fact('stage: won'), fact('owner: Ada')],
    ['changed | stage: lead | stage: won'],
  ],
  ['a value that is new', [], [fact('stage: won')], ['new | stage: won']],
  ['a value that is gone', [fact('stage: won')], [], ['gone | stage: won']],
  ['values with different names', [fact('stage: won')], [fact('owner: Ada')], ['new | owner: Ada', 'gone | stage: won']],
  [
    'a task for another one',
    [fact('to do: Call Jo')],
    [fact('to do: Send the contract to legal')],
    ['new | to do: Send the contract to legal', 'gone | to do: Call Jo'],
  ],
  [
    'a task that is worded otherwise',
    [fact('to do: Send the contract to legal')],
    [fact('to do: Send the contract to legal today')],
    ['changed | to do: Send the contract to legal | to do: Send the contract to legal today'],
  ],
  [
    'a sentence that is worded otherwise',
    [fact('They want it in March.', call), fact('The weather is fine.', call)],
    [fact('They want it in April.', call), fact('The weather is fine.', call)],
    ['changed | They want it in March. | They want it in April.'],
  ],
  [
    'a sentence that stands first now',
    [fact('2026-11-01 call: The weather is fine.', { ...call, first: true }), fact('They want it in March.', call)],
    [fact('2026-11-01 call: They want it in March.', { ...call, first: true }), fact('The weather is fine.', call)],
    [],
  ],
  [
    'said once more',
    [fact('They want it in March.', call)],
    [fact('They want it in March.', call), fact('They want it in March.', { ...call, path: 'customers/acme/activities/b.md' })],
    ['new | They want it in March.'],
  ],
  [
    'what is computed, of another file',
    [fact('last touch: 8 days ago, by Jo', { section: 'next', path: 'a.md' })],
    [fact('last touch: 2 days ago, by Ann', { section: 'next', path: 'b.md' })],
    ['changed | last touch: 8 days ago, by Jo | last touch: 2 days ago, by Ann'],
  ],
])('%s', (_, before, after, said) => {
  expect(say(before, after)).toEqual(said)
})

test('what is gone is cited where it stood, what changed where it stands', () => {
  const changes = compareFacts(
    [fact('stage: lead', { line: 3 }), fact('owner: Ada', { line: 4 })],
    [fact('stage: won', { line: 7 })],
  )
  expect(changes.map(({ what, line }) => [what, line])).toEqual([
    ['changed', 7],
    ['gone', 4],
  ])
})

const facts = fc.array(
  fc.record({
    section: fc.constantFrom('deals' as const, 'activities' as const, 'next' as const),
    path: fc.constantFrom('a.md', 'b.md'),
    line: fc.integer({ min: 1, max: 9 }),
    text: fc.constantFrom('stage: a', 'stage: b', 'one two three four', 'one two three five', '2026-11-01 call: one', 'one'),
    first: fc.boolean(),
  }),
  { maxLength: 8 },
)

test('nothing differs from itself, and every fact that came or went is told once', () => {
  fc.assert(
    fc.property(facts, facts, (before, after) => {
      expect(compareFacts(before, [...before])).toEqual([])
      const changes = compareFacts(before, after)
      const count = (what: string) => changes.filter((change) => change.what === what).length
      expect(after.length - before.length).toBe(count('new') - count('gone'))
      for (const { before: was, after: is } of changes) expect(was).not.toBe(is)
    }),
  )
})

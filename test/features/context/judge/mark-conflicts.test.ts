import { expect, test } from 'vitest'
import type { Item } from '../../../../src/features/context/item.ts'
import { markConflicts } from '../../../../src/features/context/judge/mark-conflicts.ts'

const at = (path: string, line: number) => ({ path, line })
const item = (path: string, lines: number[]): Item => {
  const [first, ...more] = lines.map((line) => ({ text: `line ${line}`, sources: [at(path, line)] }))
  return { section: 'deals', path, first: first!, more: more.map((line) => ({ ...line, paragraph: 0 })), value: 1 }
}
const items = [item('a.md', [1, 2]), item('b.md', [1])]
const marksOf = (some: readonly Item[]) =>
  some.flatMap(({ first, more }) =>
    [first, ...more].map(({ marks = [] }) =>
      marks.map(({ text, sources: [to] }) => `${text} ${to!.path}:${to!.line}`).join('; '),
    ),
  )

test('both sides are marked, each with the place of the other', () => {
  expect(marksOf(markConflicts(items, [[at('a.md', 2), at('b.md', 1)]]))).toEqual([
    '',
    'contradicts b.md:1',
    'contradicts a.md:2',
  ])
})

test('a line that contradicts two names both, beside the marks it has', () => {
  const marked = [{ ...items[1]!, first: { ...items[1]!.first, marks: [{ text: 'stale', sources: [at('b.md', 1)] }] } }]
  expect(
    marksOf(
      markConflicts(marked, [
        [at('a.md', 1), at('b.md', 1)],
        [at('b.md', 1), at('a.md', 2)],
      ]),
    ),
  ).toEqual(['stale b.md:1; contradicts a.md:1; contradicts a.md:2'])
})

test('without a contradiction nothing is', () => expect(markConflicts(items, [])).toEqual(items))

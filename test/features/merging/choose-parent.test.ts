import { expect, test } from 'vitest'
import { chooseParent, isParentOf } from '../../../src/features/merging/choose-parent.ts'

const of = (parents: Record<string, string>) => (slug: string) => parents[slug]

test.each([
  [{}, undefined, false],
  [{ a: 'p' }, 'p', false],
  [{ b: 'p' }, 'p', false],
  [{ a: 'p', b: 'q' }, 'p', false],
  [{ a: 'b', b: 'p' }, 'p', false],
  [{ b: 'a' }, undefined, false],
  [{ a: 'b', b: 'a' }, undefined, false],
  [{ a: 'c', c: 'b' }, undefined, true],
  [{ b: 'c', c: 'a' }, undefined, true],
  [{ a: 'c', c: 'd', d: 'c' }, 'c', false],
])('b into a, with the parents %j', (parents, parent, cut) => {
  expect(chooseParent('a', 'b', of(parents))).toEqual({ parent, cut })
})

test('a parent stands above at any distance, and a circle ends', () => {
  const parents = of({ a: 'c', c: 'b', x: 'y', y: 'x' })
  expect(isParentOf('b', 'a', parents)).toBe(true)
  expect(isParentOf('a', 'b', parents)).toBe(false)
  expect(isParentOf('a', 'x', parents)).toBe(false)
})

import { expect, test } from 'vitest'
import { listenFor } from '../../../src/records/keywords/find-keyword.ts'
import { splitWords } from '../../../src/records/keywords/words.ts'

test('what stands in brackets with a figure is passed over', () => {
  expect(splitWords('the budget (EUR 40k, two years) is approved').map(({ word }) => word)).toEqual([
    'the',
    'budget',
    'is',
    'approved',
  ])
})

test.each(['.', '1', "a'", 'a-', 'eyJ-', 'a<@', 'Thanks\n', 'Op 1 schreef '])(
  '%j, ever again, is read through in one go',
  (part) => {
    expect(listenFor(`(${part.repeat(200_000 / part.length)}`, ['budget approved'])).toEqual({})
  },
)

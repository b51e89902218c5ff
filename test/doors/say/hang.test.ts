import { styleText } from 'node:util'
import { expect, test } from 'vitest'
import { hang } from '../../../src/doors/say/hang.ts'

test('a text goes on under itself where the terminal ends', () => {
  expect(hang('  7:8  ', 'one two three four five six seven', 31)).toBe('  7:8  one two three four five\n       six seven')
  expect(hang(styleText('dim', '東 '), 'one two three four five six seven', 27)).toBe(
    `${styleText('dim', '東 ')}one two three four five\n   six seven`,
  )
})

test('what has room, or goes into a file, stays whole, spaces and all', () => {
  expect(hang('a ', 'b  c', 6)).toBe('a b  c')
  expect(hang('a ', 'b  c '.repeat(40), undefined)).toBe(`a ${'b  c '.repeat(40)}`)
})

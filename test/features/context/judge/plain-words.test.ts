import { describe, expect, test } from 'vitest'
import { plainWords, words } from '../../../../src/features/context/judge/plain-words.ts'

describe('a sentence as patterns look at it', () => {
  test.each([
    ['Small letters, one space between words.', ' small letters one space between words '],
    ['We don’t pay 20 %!', " we don't pay 20 % "],
    ['Größe: 5\n\tZeilen', ' größe 5 zeilen '],
    ['…', '  '],
  ])('%s', (text, plain) => expect(plainWords(text)).toBe(plain))

  test.each([
    ['too much', 'That is too much.', true],
    ['too much', 'Too much, really', true],
    ['too much', 'Not too muchly', false],
    ['zu teuer', 'Das ist ZU TEUER', true],
  ])('“%s” in “%s”', (pattern, text, is) => expect(words(pattern).test(plainWords(text))).toBe(is))
})

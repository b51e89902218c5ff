import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitSentences } from '../../../src/records/text/split-sentences.ts'

test.each<[text: string, sentences: string[]]>([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['He said "yes." Then left.', ['He said "yes."', 'Then left.']],
  ['Dr. Weber came at 3 p.m. sharp.', ['Dr. Weber came at 3 p.m. sharp.']],
  ['Das sind z.B. 50.000 Euro bzw. mehr. Danach Ruhe.', ['Das sind z.B. 50.000 Euro bzw. mehr.', 'Danach Ruhe.']],
  ['Version 2.1 works. 12 are left.', ['Version 2.1 works.', '12 are left.']],
  ['木曜日に送ります。次は金曜日です。', ['木曜日に送ります。', '次は金曜日です。']],
  ['هل توافق؟ نعم.', ['هل توافق؟', 'نعم.']],
  ['no end', ['no end']],
  ['', []],
])('%j', (text, sentences) => expect(splitSentences(text).map((one) => one.text)).toEqual(sentences))

test('nothing is lost, and each stands where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '!', '。', '1', '"', 'é') }), (text) => {
      const found = splitSentences(text)
      for (const { text: own, at } of found) expect(text.slice(at, at + own.length)).toBe(own)
      expect(
        found
          .map((one) => one.text)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(text.replace(/\s/g, ''))
    }),
  )
})

test('a dot before a small letter ends a sentence of the hasty only', () => {
  const text = 'budget approved. we sign on friday, e.g. at noon'
  expect(splitSentences(text).map((one) => one.text)).toEqual([text])
  expect(splitSentences(text, { hasty: true }).map((one) => one.text)).toEqual([
    'budget approved.',
    'we sign on friday, e.g. at noon',
  ])
})

test('however many signs stand in a row, they are looked at once', () => {
  const dots = '.'.repeat(300_000)
  expect(splitSentences(`${dots}x`).map((one) => one.text)).toEqual([`${dots}x`])
})

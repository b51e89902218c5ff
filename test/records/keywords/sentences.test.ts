import { expect, test } from 'vitest'
import { ownWords } from '../../../src/records/keywords/own-words.ts'
import { splitSentences } from '../../../src/records/keywords/sentences.ts'

test.each<[text: string, sentences: [line: number, text: string][]]>([
  [
    'One. Two! Three?',
    [
      [1, 'One.'],
      [1, 'Two!'],
      [1, 'Three?'],
    ],
  ],
  [
    'one. two.',
    [
      [1, 'one.'],
      [1, 'two.'],
    ],
  ],
  ['A price of 1.5 m, e.g. for Acme Inc. and others.', [[1, 'A price of 1.5 m, e.g. for Acme Inc. and others.']]],
  [
    'First line\nSecond line',
    [
      [1, 'First line'],
      [2, 'Second line'],
    ],
  ],
  ['first line\nsecond line', [[1, 'first line second line']]],
  [
    '- one\n- two',
    [
      [1, 'one'],
      [2, 'two'],
    ],
  ],
  [
    'A long line that a mail program has broken somewhere here\nBetween two words. And more',
    [
      [1, 'A long line that a mail program has broken somewhere here Between two words.'],
      [2, 'And more'],
    ],
  ],
  [
    '“Yes.” He said so.',
    [
      [1, '“Yes.”'],
      [1, 'He said so.'],
    ],
  ],
  [
    '予算が承認されました。次は法務です。',
    [
      [1, '予算が承認されました。'],
      [1, '次は法務です。'],
    ],
  ],
  ['', []],
])('%j', (text, sentences) => {
  expect(splitSentences(ownWords(text)).map(({ line, text: said }) => [line, said])).toEqual(sentences)
})

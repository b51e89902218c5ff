import { describe, expect, test } from 'vitest'
import { readStatement } from '../../../src/records/statements/read-statement.ts'
import { stemOf } from '../../../src/records/statements/stem-of.ts'
import { topicOf } from '../../../src/records/statements/topic-of.ts'

test.each([
  ['price prices priced pricing', 'pric'],
  ["dana dana's", 'dana'],
  ['stop stops stopped', 'stop'],
  ['entscheiden entscheide', 'entschei'],
  ['verantwortlich verantwortliche', 'verantwo'],
  ['is', 'is'],
])('%s have the stem %s', (words, stem) => {
  expect([...new Set(words.split(' ').map(stemOf))]).toEqual([stem])
})

describe('what a sentence is about', () => {
  const topic = (text: string, unusual: (word: string) => number = () => 1) =>
    Object.fromEntries(topicOf(readStatement(text), unusual).map(({ stem, share }) => [stem, share]))

  test('neither amounts, days nor small words; names and cues less than the rest', () => {
    expect(topic('They agreed that the licence price for Dana is 84,000 dollars on Friday.')).toEqual({
      agre: 0.35,
      licenc: 1,
      pric: 1,
      dana: 0.4,
    })
    expect(topic('It was and is so, today as ever.')).toEqual({})
    expect(topic('Das ist aber noch nicht so.')).toEqual({})
    expect(topic("Ce n'est pas ici.")).not.toHaveProperty('pas')
  })

  test('a word that is said all the time names it less often', () => {
    expect(topic('The pilot licence', (word) => (word === 'pilot' ? 0.1 : 1))).toEqual({ pilot: 0.1, licenc: 1 })
  })
})

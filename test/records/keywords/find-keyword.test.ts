import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findKeyword } from '../../../src/records/keywords/find-keyword.ts'

type Golden = {
  text: string
  keywords: string[]
  direction?: string
  type?: string
  fires: boolean
  why: string
  set?: string
  isMissed?: true
}
const golden: Golden[] = JSON.parse(readFileSync(join(import.meta.dirname, '../../golden/keyword-sentences.json'), 'utf8'))

const ours = ['Lena Okafor', 'Lena', 'Priya Raman', 'Priya']
/** Mail and chats of ours are not read at all; the rules see to that before they look for a phrase. */
const isOurs = ({ direction, type }: Golden) => direction === 'outbound' && (type === 'email' || type === 'chat')
const heard = golden.filter((one) => !isOurs(one))
/** Without the few that are known to go wrong; they count against recall and precision below. */
const read = heard.filter(({ isMissed }) => !isMissed)

test.each(read)('$why: $text', ({ text, keywords, fires }) => {
  expect(findKeyword(text, keywords, { ours }) !== undefined).toBe(fires)
})

test('of the sentences that were labelled first, nearly all are told rightly', () => {
  const told = heard
    .filter(({ set }) => set)
    .map(({ text, keywords, fires }) => ({ fires, said: findKeyword(text, keywords, { ours }) !== undefined }))
  const [hits, said, fires] = [
    told.filter((one) => one.said && one.fires).length,
    told.filter((one) => one.said).length,
    told.filter((one) => one.fires).length,
  ]
  expect(told.length).toBeGreaterThan(700)
  expect(hits / fires, `recall: ${hits} of ${fires}`).toBeGreaterThanOrEqual(0.98)
  expect(hits / said, `precision: ${hits} of ${said}`).toBeGreaterThanOrEqual(0.98)
})

test('the table has both kinds in plenty, in several languages, with mails', () => {
  expect(golden.length).toBeGreaterThan(60)
  expect(golden.filter(({ fires }) => fires).length).toBeGreaterThan(60)
  expect(golden.filter(({ fires }) => !fires).length).toBeGreaterThan(60)
})

test.each(read.filter(({ fires, text }) => fires && !/\n/.test(text)))('quoted, "$text" is silent', ({ text, keywords }) => {
  expect(
    findKeyword(`Thanks!\n\nOn Mon, 16 Nov 2026 at 10:12, Jo Park <jo@acme.com> wrote:\n> ${text}`, keywords),
  ).toBeUndefined()
  expect(findKeyword(`-- \nJo\n${text}`, keywords)).toBeUndefined()
})

/** A name beside its noun is known by its capital alone. */
const isNamed = (text: string) => /champion \p{Lu}/u.test(text)

test.each(read.filter(({ fires, text }) => fires && !/\n/.test(text) && !isNamed(text)))(
  'spoken of in small letters, "$text" counts',
  ({ text, keywords }) => {
    const said = findKeyword(`First this.\n\n${text.toLowerCase()}\n\nThen that.`, keywords)
    expect(said?.line).toBe(3)
  },
)

test('the sentence is quoted whole, with its line, and with the phrase that was found', () => {
  const text = 'Hi,\n\npricing is fine. The budget\nhas been approved! Talk soon.\n'
  expect(findKeyword(text, ['looking for solution', 'budget approved'])).toEqual({
    keyword: 'budget approved',
    sentence: 'The budget has been approved!',
    line: 3,
  })
})

test('no text makes it throw, and what is found stands in the text', () => {
  const word = fc.constantFrom(
    'budget',
    'approved',
    'not',
    'the',
    ',',
    '.',
    '?',
    'is',
    '\n',
    '>',
    'if',
    'looking',
    'for',
    '(',
    ')',
    ':',
    'no',
    '…',
    '“',
    'über',
    '-- ',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
        fc.string({ unit: 'grapheme' }),
      ),
      (text) => {
        const said = findKeyword(text, ['budget approved', 'looking for solution', 'über'])
        const flat = text.replace(/\s+/g, ' ')
        if (said) for (const piece of said.sentence.split(' ')) expect(flat).toContain(piece)
      },
    ),
    { numRuns: 2000 },
  )
})

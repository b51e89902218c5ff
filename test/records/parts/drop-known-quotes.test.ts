import { expect, test } from 'vitest'
import { dropKnownQuotes } from '../../../src/records/parts/drop-known-quotes.ts'

test('a quoted line that an earlier text has is left empty, in its place; one that is new, or said again, stays', () => {
  const drop = dropKnownQuotes()
  expect(drop('We lower the price to 300,000.')).toBe('We lower the price to 300,000.')
  expect(drop('Fine.\n\n> We lower the price to 300,000.\n> And the term is new.\n>> ok')).toBe(
    'Fine.\n\n>\n> And the term is new.\n>> ok',
  )
  expect(drop('> > And the term is new.\nWe lower the price to 300,000.')).toBe('>\nWe lower the price to 300,000.')
})

test('a text that quotes itself stays whole where it says a thing first', () =>
  expect(dropKnownQuotes()('> A line that is quoted.\nA line that is quoted.\n> A line that is quoted.')).toBe(
    '> A line that is quoted.\nA line that is quoted.\n>',
  ))

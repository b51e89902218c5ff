import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../../../src/failure.ts'
import { findLines } from '../../../src/records/search/find-lines.ts'
import { readQuery, sayMatch } from '../../../src/records/search/read-query.ts'
import { spaced } from '../../../src/records/search/words-of.ts'

test.each([
  [['budget', 'approved'], [], '("budget" AND "approved")'],
  [['budget approved'], [], '("budget approved")'],
  [['"budget approved" legal'], [], '("budget approved" AND "legal")'],
  [['budg*'], ['draft'], '("budget" *)'.replace('budget', 'budg') + ' NOT ("draft")'],
  [['Zoë', 'MÜLLER'], [], '("zoe" AND "muller")'],
  [['a OR b'], [], '("a or b")'],
  [['予算承認'], [], '("予 算 承 認")'],
])('%j without %j', (typed, absent, match) => {
  expect(sayMatch(readQuery(typed, absent))).toBe(match)
})

test.each([[[]], [['']], [['"']], [['* - ,']]])('nothing to look for in %j', (typed) => {
  expect(() => readQuery(typed)).toThrow(Failure)
})

test('lines that hold most of what is looked for come first, with the places of the finds', () => {
  const text = 'name: Budget\n\nThe budget\r\nis not approved.\nBudgét approved, legal next.\n'
  expect(findLines(text, readQuery(['budget', 'approved']), 2)).toEqual([
    {
      line: 5,
      text: 'Budgét approved, legal next.',
      marks: [
        [0, 6],
        [7, 15],
      ],
    },
    { line: 1, text: 'name: Budget', marks: [[6, 12]] },
  ])
  expect(findLines(text, readQuery(['budget is']), 2)).toEqual([{ line: 3, text: 'The budget', marks: [[4, 10]] }])
  expect(findLines(text, readQuery(['leg*']), 2)).toMatchObject([{ line: 5, marks: [[17, 22]] }])
})

test('what SQLite finds in a text is found in a line of it, whatever is typed', () => {
  const database = new DatabaseSync(':memory:')
  database.exec(
    "CREATE VIRTUAL TABLE words USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2')",
  )
  const word = fc.constantFrom(
    'budget',
    'Über',
    'zoë',
    '予算',
    'OR',
    'NEAR(',
    '"',
    '*',
    'a-b',
    "o'clock",
    '5,000',
    'é',
    'ẞ',
    '😀',
  )
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 12 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      (body, typed) => {
        const text = body.join(' ')
        let terms: ReturnType<typeof readQuery>
        try {
          terms = readQuery(typed)
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
          return
        }
        database.exec('DELETE FROM words')
        database.prepare('INSERT INTO words (rowid, body) VALUES (1, ?)').run(spaced(text))
        const hit = database.prepare('SELECT rowid FROM words WHERE words MATCH ?').get(sayMatch(terms))
        if (hit) expect(findLines(text, terms, 1)).not.toEqual([])
      },
    ),
  )
})

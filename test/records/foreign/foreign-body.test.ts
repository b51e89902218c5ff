import { assert, constantFrom, property, string, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import { foreignBody } from '../../../src/records/foreign/foreign-body.ts'
import { foreignId } from '../../../src/records/foreign/foreign-id.ts'
import { readTasks } from '../../../src/records/kinds/task.ts'
import { findConflicts } from '../../../src/records/text/conflicts.ts'

test.each([
  ['- [ ] Pay @ada due:2026-12-01', '- \\[ ] Pay @ada due:2026-12-01'],
  ['> * [x] done', '> * \\[x] done'],
  ['1. [ ] first', '1. \\[ ] first'],
  ['[ ] no list', '[ ] no list'],
  ['<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x', '\\<<<<<<< HEAD\na\n\\=======\nb\n\\>>>>>>> x'],
  ['a\r\nb  \r\n\r\n\r\n\r\n\r\nc', 'a\nb\n\n\nc'],
  ['a\u202Eb\u0007c\u001B[31m', 'abc[31m'],
])('%j becomes %j', (text, body) => {
  expect(foreignBody(text)).toEqual({ body, isCut: false })
})

test('a longer text is cut, and says so', () => {
  const { body, isCut } = foreignBody('x'.repeat(300_000))
  expect([body.length, isCut]).toEqual([200_000, true])
})

const lines = stringMatching(
  /^(?:[ \t>]{0,4}(?:[-*+]|\d{1,3}[.)])[ \t]{1,2}\[[ xX]\] {0,2}[a-z@:! ]{0,9}\n|[<>=]{5,9} ?[a-z]{0,4}\n|.{0,12}\n){0,8}$/,
)

test('whatever others write is no task of ours, no conflict, and stays the same the second time', () => {
  assert(
    property(lines, constantFrom('', '```\n', '~~~\n'), (text, head) => {
      const { body } = foreignBody(head + text)
      expect(readTasks('a.md', body.replace(/^[`~]{3}/gm, ''))).toEqual([])
      expect(findConflicts('a.md', body)).toEqual([])
      expect(foreignBody(body).body).toBe(body)
    }),
  )
})

test('an identity is itself where it is plain, else a hash, and never a path', () => {
  expect(foreignId('abc.1@acme.com')).toBe('abc.1@acme.com')
  assert(
    property(string({ unit: 'binary', maxLength: 40 }), (id) => {
      expect(foreignId(id)).toMatch(/^[\x21-\x7E]{3,200}$/)
      expect(foreignId(id)).not.toMatch(/["'\\:<>\s]/)
    }),
  )
})

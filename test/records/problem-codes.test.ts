import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { comesByTime, type ProblemCode, problemCodes, usualSeverity } from '../../src/records/problem-codes.ts'

const docs = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8')

test('docs/checks.md tells of every code as it is', () => {
  const rows = Object.entries(problemCodes).map(
    ([code, [severity, what, mend, byTime]]: [string, readonly string[]]) =>
      `| \`${code}\` | ${severity}${byTime ? ', by time' : ''} | ${what} | ${mend} |`,
  )
  expect(docs.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows)
})

test.each(Object.entries(problemCodes))('%s is a code in words, with a sentence', (code, [, what]) => {
  expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
  expect(what).toMatch(/^[A-Z].*\.$/)
})

test('an assertion has what all assertions have', () => {
  const code: ProblemCode = 'assertion/has-buyer'
  expect([usualSeverity(code), comesByTime(code)]).toEqual(['error', false])
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileExpression } from '../../../src/records/condition/compile.ts'
import { evaluate, evaluateValue } from '../../../src/records/condition/evaluate.ts'

const names = { deal: ['amount', 'stage', 'meddpicc', 'won'], customer: ['name', 'tags'] }
const words = [
  'amount',
  'stage',
  'meddpicc',
  '.champion',
  'won',
  'customer',
  '.name',
  '.tags',
  'deals',
  'd',
  'e',
  'today',
  'text',
  'null',
  'true',
]
const signs = [
  '&&',
  '||',
  '!',
  '-',
  '+',
  '*',
  '/',
  '%',
  '<',
  '>=',
  '==',
  '!=',
  ' in ',
  '?',
  ':',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  '.',
  ' ',
]
const calls = [
  '.exists(d, ',
  '.all(e, ',
  '.map(d, ',
  '.filter(d, ',
  'has(',
  'size(',
  'days_since(',
  '.contains(',
  'string(',
  'int(',
  'timestamp(',
  '.split(',
]
const bits = [
  '1',
  '2.5',
  '0',
  '"a"',
  '"2026-11-02"',
  "'",
  '"',
  '\\',
  '1u',
  'b"x"',
  '__proto__',
  '.constructor',
  'matches("a")',
  '\n',
  '\u{1F600}',
]

const token = fc.constantFrom(...words, ...signs, ...calls, ...bits)
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.array(token, { maxLength: 30 }).map((parts) => parts.join('')),
)
const given = fc.record({
  today: fc.constant('2026-11-20'),
  text: fc.string(),
  deal: fc.object(),
  deals: fc.array(fc.object(), { maxLength: 5 }),
})

test('no text throws or hangs, whatever the files hold', () => {
  const property = fc.property(anything, given, (text, scope) => {
    const began = performance.now()
    const { condition, problems } = compileExpression(text, { about: 'deal', names, clock: 'rule', path: 'a.yaml' })
    for (const problem of problems ?? [])
      expect(problem).toMatchObject({ path: 'a.yaml', severity: 'error', line: expect.any(Number) })
    if (condition) {
      evaluateValue(condition, scope)
      expect(typeof evaluate(condition, scope).holds).toBe('boolean')
    }
    return performance.now() - began < 1500
  })
  fc.assert(property, { numRuns: 3000 })
})

test('a stretched text neither throws nor hangs', () => {
  const property = fc.property(token, fc.integer({ min: 1, max: 3000 }), token, (part, times, last) => {
    compileExpression(part.repeat(times) + last, { about: 'deal', names, clock: 'rule' })
  })
  fc.assert(property, { numRuns: 300 })
})

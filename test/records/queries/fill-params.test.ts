import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileExpression } from '../../../src/records/condition/compile.ts'
import { evaluateValue } from '../../../src/records/condition/evaluate.ts'
import { fillParams } from '../../../src/records/queries/fill-params.ts'

test.each([
  ['a > $days', { days: 30 }, 'a > 30'],
  ['a > $days && b == $who && $all', { days: -3, who: 'o\'"b', all: true }, 'a > (-3) && b == "o\'\\"b" && true'],
  ['a == "$days" || a == \'$days\' || a == "\\"$days"', { days: 1 }, 'a == "$days" || a == \'$days\' || a == "\\"$days"'],
  ['a > $day', { day: 1, days: 2 }, 'a > 1'],
])('%s', (text, params, filled) => {
  expect(fillParams(text, params)).toMatchObject({ filled, faults: [] })
})

test('a parameter that is not there is told with its place', () => {
  const { faults } = fillParams('a > $dyas && b == $ && c == $constructor', { days: 30 })
  expect(faults.map(({ at, message }) => [at, message])).toEqual([
    [4, 'There is no parameter "dyas".'],
    [18, 'There is no parameter "".'],
    [28, 'There is no parameter "constructor".'],
  ])
  expect(faults[0]!.expected).toBe('days')
})

test('places lead back to the text as it was written', () => {
  const text = '$a > 1 && $b == amuont'
  const { filled, placeOf } = fillParams(text, { a: 12345, b: 'x' })
  expect(placeOf(filled.indexOf('amuont'))).toBe(text.indexOf('amuont'))
  expect(placeOf(filled.indexOf('&&'))).toBe(text.indexOf('&&'))
  expect(placeOf(3)).toBe(0)
  expect(placeOf(filled.indexOf('"x"') + 1)).toBe(text.indexOf('$b'))
})

test('any value comes out as it went in', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  )
  fc.assert(
    fc.property(value, (x) => {
      const { filled } = fillParams('$x', { x })
      const { condition } = compileExpression(filled, { about: 'deal', names: {}, clock: 'where' })
      const found = evaluateValue(condition!, { today: '2026-11-20' }).value
      expect(found === 0 ? 0 : found).toBe(x === 0 ? 0 : x)
    }),
  )
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { renderInline, renderText } from '../../../src/records/text/render-value.ts'

const looksLike = fc.oneof(
  fc.constantFrom(
    '~',
    'null',
    'True',
    'FALSE',
    'nan',
    '.nan',
    '.NaN',
    '-.inf',
    '+.Inf',
    '.INF',
    '.',
    '+',
    '0o',
    '0x',
    '1.',
    '.5',
    '5e',
    '1e+',
  ),
  fc.stringMatching(/^[-+.]?[0-9a-fox]{0,4}[.eE]?[-+]?[0-9]{0,3}$/),
  fc.stringMatching(/^[-+]?\d{1,20}$/),
  fc.stringMatching(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/),
)
const text = fc.oneof(looksLike, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string())

test('a text is plain just where YAML reads it as this text, and is always read back', () => {
  const alone = /^[-?:,[\]{}#&*!|>'"%@`]|^\.\.\.|: | #|:$|[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u
  fc.assert(
    fc.property(text, (said) => {
      const written = renderText(said)
      expect(parse(`key: ${written}`)).toEqual({ key: said })
      expect(parse(`key: [${renderText(said, { inFlow: true })}, x]`)).toEqual({ key: [said, 'x'] })
      const isPlain = said === said.trim() && said !== '' && !alone.test(said) && !/^(y|n|yes|no|on|off)$/i.test(said)
      expect(written === said).toBe(isPlain && parse(said, { logLevel: 'silent' }) === said)
    }),
    { numRuns: 5_000 },
  )
})

test.each([
  [[1, 'a b', null, true, 'x, y'], '[1, a b, null, true, "x, y"]'],
  [{ a: { b: [] }, 'c d': 'yes' }, '{a: {b: []}, c d: "yes"}'],
])('%j is written on one line', (value, line) => expect(renderInline(value)).toBe(line))

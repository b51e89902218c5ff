import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tameLine, tameText } from '../../../src/records/text/tame-text.ts'

test.each([
  ['a\u001b[31mb', 'a[31mb'],
  ['a\r\nb\rc', 'a\nb c'],
  ['left\u202eright\u2066x\u200b', 'leftrightx'],
  ['hidden\u{E0041}\u{E0042}', 'hidden'],
  ['a\u2028b', 'a b'],
  ['half \ud83d.', 'half \ufffd.'],
  ['👨‍👩‍👧 می‌خواهم', '👨‍👩‍👧 می‌خواهم'],
])('%j becomes %j', (text, tame) => expect(tameText(text)).toBe(tame))

test('a line is one line, and quotes no citation of ours', () => expect(tameLine(' see [3]\n and [x] ')).toBe('see (3) and [x]'))

test('lines stay where they are', () => {
  const line = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, ''))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      expect(tameText(lines.join('\n')).split('\n')).toHaveLength(lines.length)
    }),
  )
})

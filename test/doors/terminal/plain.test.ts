import { expect, test } from 'vitest'
import { plain } from '../../../src/doors/terminal/plain.ts'

test.each([
  ['\u001B[2J\u001B]0;mine\u0007Acme', '[2J]0;mineAcme'],
  ['\u001B[31mred\u001B[39m', '\u001B[31mred\u001B[39m'],
  ['a\tb\nc', 'a\tb\nc'],
  ['x\u0000\u0008\u007Fy\u009Bz', 'xyz'],
  ['Müller 東京 😀', 'Müller 東京 😀'],
])('%j is shown as %j', (text, shown) => expect(plain(text)).toBe(shown))

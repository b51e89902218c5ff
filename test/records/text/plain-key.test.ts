import { expect, test } from 'vitest'
import { plainKey } from '../../../src/records/text/plain-key.ts'

test.each([
  ['We go with 40 seats.', '- we go with  40 seats!', true],
  ['“Größe zählt”', 'größe, zählt', true],
  ['木曜日までに、送ります。', '木曜日までに送ります', true],
  ['40 seats', '41 seats', false],
  ['Größe', 'Grosse', false],
  ['Да.', 'Нет.', false],
])('“%s” and “%s” are the same: %s', (one, other, is) => expect(plainKey(one) === plainKey(other)).toBe(is))

import { expect, test } from 'vitest'
import { appendMerged } from '../../../src/features/merging/append-merged.ts'

const other = {
  name: 'Glo\nbex',
  path: 'customers/globex/customer.md',
  body: '\n# Globex\n\nNotes.\n',
  differing: [{ field: 'segment', kept: 'smb', was: 'big' }],
  day: '2026-11-21',
}
const added =
  '## Merged from Glo bex on 2026-11-21\n\nValues of customers/globex/customer.md that were not kept:\n\n- segment: big (kept: smb)\n\n# Globex\n\nNotes.'

test.each([
  ['---\nname: A\n---\n', `---\nname: A\n---\n\n${added}\n`],
  ['---\nname: A\n---\nText.', `---\nname: A\n---\nText.\n\n${added}`],
  ['---\nname: A\n---\n\nText.\n\n', `---\nname: A\n---\n\nText.\n\n${added}\n`],
  ['---\r\nname: A\r\n---\r\nText.\r\n', `---\r\nname: A\r\n---\r\nText.\r\n\r\n${added.replaceAll('\n', '\r\n')}\r\n`],
])('%j keeps its bytes and gets the rest below', (text, now) => expect(appendMerged('a.md', text, other)).toBe(now))

test('nothing to say is nothing written', () => {
  expect(appendMerged('a.md', 'x', { ...other, body: ' \n\n', differing: [] })).toBe('x')
})

test('a file that ends inside a code block is refused', () => {
  expect(() => appendMerged('a.md', '---\nname: A\n---\n```\ncode\n', other)).toThrow('ends inside a code block')
})

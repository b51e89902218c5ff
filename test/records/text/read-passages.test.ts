import { expect, test } from 'vitest'
import { readPassages } from '../../../src/records/text/read-passages.ts'

const read = (text: string) =>
  readPassages(text, 10).map(({ line, text: said, part }) => `${line}${part === 'quoted' ? '>' : ''} ${said}`)

test.each<[what: string, text: string, passages: string[]]>([
  ['sentences by the line they begin on', 'One. Two\ngoes on. Three.', ['10 One.', '10 Two goes on.', '11 Three.']],
  ['headings and fences lose their marks', '# Head\n```\n## Not the end\n```', ['10 Head', '12 Not the end']],
  ['items are apart', '- a\n- b\n  goes on\n2. c', ['10 a', '11 b goes on', '13 2. c']],
  ['tasks are told elsewhere', 'A.\n- [ ] Do it @ada\nB.', ['10 A.', '12 B.']],
  ['tables by rows', '| a | b |\n| --- | --- |\n| 1 | 2 |', ['10 | a | b |', '12 | 1 | 2 |']],
  ['Japanese lines are joined without a space', '木曜日までに\n送ります。', ['10 木曜日までに送ります。']],
  ['quoted lines', 'Yes.\n> No?\n> > Older.', ['10 Yes.', '11> No?', '12> Older.']],
  [
    'what a mail program quotes',
    'Fine.\n\nOn Mon, 2 Nov 2026 at 10:00, Jo wrote:\n> Can you?',
    ['10 Fine.', '12> On Mon, 2 Nov 2026 at 10:00, Jo wrote:', '13> Can you?'],
  ],
  ['all below a divider', 'Fine.\n-----Original Message-----\nCan you?', ['10 Fine.', '12> Can you?']],
  [
    'all below a header of Outlook',
    'Gut.\nVon: Jo\nGesendet: Montag\nGeht das?',
    ['10 Gut.', '11> Von: Jo Gesendet: Montag Geht das?'],
  ],
])('%s', (_, text, passages) => expect(read(text)).toEqual(passages))

test('a line of ten megabytes takes bounded time', () =>
  expect(readPassages(`${' '.repeat(5e6)}${'-'.repeat(5e6)}x`, 1)).toHaveLength(1))

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Format, sayAs } from '../../../../src/doors/say/lists/formats.ts'

type Pair = { a: unknown; b: unknown }
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const say = (format: Format, rows: Pair[]) =>
  sayAs(format, {
    rows,
    columns: [
      { heading: 'first', cell: ({ a }) => text(a), asked: true },
      { heading: 'second', cell: ({ b }) => text(b), right: true, asked: true },
      { heading: 'empty', cell: () => '' },
    ],
    names: ['a', 'b'],
    valueOf: (row, name) => row[name as keyof Pair],
    idOf: ({ a }) => text(a),
  })

const cases: [Format, Pair[], string][] = [
  ['csv', [], 'a,b'],
  ['csv', [{ a: 'x', b: 1.5 }], 'a,b\nx,1.5'],
  ['csv', [{ a: 'say "no", or\nnot', b: ' x' }], 'a,b\n"say ""no"", or\nnot"," x"'],
  ['csv', [{ a: ['x', 'y, z'], b: { k: 'v' } }], 'a,b\n"x; y, z","{""k"":""v""}"'],
  [
    'csv',
    [
      { a: null, b: true },
      { a: '=1+1', b: undefined },
    ],
    'a,b\n,true\n=1+1,',
  ],
  ['tsv', [{ a: 'x\ty\nz', b: 'c:\\d' }], 'a\tb\nx\\ty\\nz\tc:\\\\d'],
  [
    'ids',
    [
      { a: 'x', b: 1 },
      { a: 'y', b: 1 },
    ],
    'x\ny',
  ],
  ['ids', [], ''],
  ['json', [], '[]'],
  ['json', [{ a: 'x', b: null }], '[\n  {\n    "a": "x",\n    "b": null\n  }\n]'],
  ['md', [], '| first | second | empty |\n| --- | ---: | --- |'],
  ['md', [{ a: 'x|y', b: 'c\\|d\n e' }], '| first | second |\n| --- | ---: |\n| x\\|y | c\\\\\\|d e |'],
  ['md', [{ a: '\u001b[2mdim\u001b[22m', b: null }], '| first | second |\n| --- | ---: |\n| dim |  |'],
]

test.each(cases)('%s of %j', (format, rows, said) => {
  expect(say(format, rows)).toBe(said)
})

test('one column with nothing in it is still a line of csv', () => {
  const sheet = { rows: [''], columns: [], names: ['a'], valueOf: (row: string) => row, idOf: (row: string) => row }
  expect(sayAs('csv', sheet)).toBe('a\n""')
})

describe('what was written can be read again', () => {
  const rows = fc.array(
    fc.record({
      a: fc.string({ unit: 'grapheme' }),
      b: fc.string({ unit: fc.constantFrom('"', ',', '\n', '\t', '\\', ' ', 'n', 't', '|', 'é') }),
    }),
  )

  test('csv', () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        expect(parse(say('csv', pairs), { columns: true })).toEqual(pairs)
      }),
    )
  })

  test('tsv', () => {
    const back: Record<string, string> = { '\\\\': '\\', '\\t': '\t', '\\n': '\n', '\\r': '\r' }
    fc.assert(
      fc.property(rows, (pairs) => {
        const [, ...lines] = say('tsv', pairs).split('\n')
        const read = lines.map((line) => line.split('\t').map((cell) => cell.replace(/\\[\\tnr]/g, (sign) => back[sign]!)))
        expect(read).toEqual(pairs.map(({ a, b }) => [a, b]))
      }),
    )
  })

  test('md: as many cells in every line', () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const lines = say('md', pairs).split('\n')
        expect(lines).toHaveLength(pairs.length + 2)
        for (const line of lines) expect(line.replace(/\\[\\|]/g, '').split('|')).toHaveLength(pairs.length === 0 ? 5 : 4)
      }),
    )
  })
})

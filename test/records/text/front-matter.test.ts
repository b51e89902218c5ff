import { expect, test } from 'vitest'
import { fieldPlace, placeOf, readFrontMatter, topLine } from '../../../src/records/text/front-matter.ts'

const md = (yaml: string) => `---\n${yaml}---\nBody\n`
const read = (text: string, path = 'a.md') => readFrontMatter(path, text)

const splits = (text: string, yaml: string, body: string, data: object) => () => {
  const sheet = read(text)
  expect({
    yaml: text.slice(sheet.from, sheet.to),
    body: text.slice(sheet.body),
    data: sheet.data,
    problems: sheet.problems,
  }).toEqual({
    yaml,
    body,
    data,
    problems: [],
  })
}
test('front matter and body', splits('---\na: 1\n---\n\nB\n', '\na: 1\n', '\nB\n', { a: 1 }))
test('CRLF', splits('---\r\na: x\r\n---\r\nB', '\r\na: x\r\n', 'B', { a: 'x' }))
test('a byte order mark', splits('\uFEFF---\na: 1\n---\nB', '\na: 1\n', 'B', { a: 1 }))
test('spaces after the fences', splits('---  \na: 1\n--- \nB', '  \na: 1\n', 'B', { a: 1 }))
test('no final newline after the fence', splits('---\na: 1\n---', '\na: 1\n', '', { a: 1 }))
test('nothing between the fences', splits('---\n---\nB', '\n', 'B', {}))
test('only comments', splits('---\n# c\n---\nB', '\n# c\n', 'B', {}))
test('no front matter', splits('# Acme\n---\na: 1\n---\n', '', '# Acme\n---\na: 1\n---\n', {}))
test('an empty file', splits('', '', '', {}))
test('four dashes open nothing', splits('----\na: 1\n----\n', '', '----\na: 1\n----\n', {}))
test('no other language is run', splits('---js\nthrow 1\n---\n', '', '---js\nthrow 1\n---\n', {}))
test(
  '---foo closes nothing',
  splits('---\na: |\n  ---foo\nb: 1\n---\nB', '\na: |\n  ---foo\nb: 1\n', 'B', { a: '---foo\n', b: 1 }),
)
test(
  'dates, leading zeros and words',
  splits(md('d: 2026-01-02\ny: yes\nz: "01"\n'), '\nd: 2026-01-02\ny: yes\nz: "01"\n', 'Body\n', {
    d: '2026-01-02',
    y: 'yes',
    z: '01',
  }),
)

test('a YAML file is YAML from end to end', () => {
  const sheet = read('\uFEFFa: 1\nb: [x]', 'a.YAML')
  expect(sheet).toMatchObject({ from: 1, to: 12, body: 12, data: { a: 1, b: ['x'] }, problems: [] })
})

test('the same broken text is broken every time', () => {
  for (let time = 0; time < 3; time++) expect(read(md('a: [1\n')).problems).not.toEqual([])
})

test('data is nobody else’s', () => {
  read(md('a: [1]\n')).data['a'] = 2
  expect(read(md('a: [1]\n')).data).toEqual({ a: [1] })
})

const wrong =
  (text: string, line: number, column: number, message: RegExp, path = 'a.md') =>
  () => {
    const { problems, data } = read(text, path)
    expect(problems[0]).toMatchObject({ path, line, column, severity: 'error' })
    expect(problems[0]!.message).toMatch(message)
    expect(problems[0]!.message).toMatch(/\.$/)
    expect(data).toEqual({})
  }
test('a key twice', wrong(md('a: 1\nb: 2\na: 3\n'), 4, 1, /twice/))
test('a key twice, once in quotes', wrong(md('2026: 1\n"2026": 3\n'), 3, 1, /twice/))
test('a key twice under CRLF', wrong('---\r\na: 1\r\na: 3\r\n---\r\n', 3, 1, /twice/))
test('a key twice in a YAML file', wrong('a: 1\na: 3\n', 2, 1, /twice/, 'a.yaml'))
test('a bracket left open', wrong(md('a: [1\n'), 3, 1, /bracket/))
test('a list where keys belong', wrong(md('- a\n'), 2, 1, /not a list of keys/))
test('a sentence where keys belong', wrong(md('hello there\n'), 2, 1, /not a list of keys/))
test('a fence left open', wrong('---\na: 1\n', 1, 1, /not closed/))
test('an alias to nothing', wrong(md('a: 1\nb: [*x]\n'), 3, 5, /`\*x`/))

test('a number that would lose digits is told', () => {
  const { problems, data } = read(md('id: 12345678901234567890\n'))
  expect(problems).toMatchObject([{ line: 2, column: 5, severity: 'warning', expected: '"12345678901234567890", in quotes' }])
  expect(data).toHaveProperty('id')
})

test('where a field stands', () => {
  const sheet = read('---\r\nname: Acme\r\nlist:\r\n  - p: 1\r\n2026: x\r\n---\r\n')
  expect(fieldPlace(sheet, ['name'])).toEqual({ line: 2, column: 7 })
  expect(fieldPlace(sheet, ['list', '0', 'p'])).toEqual({ line: 4, column: 8 })
  expect(fieldPlace(sheet, ['2026'])).toEqual({ line: 5, column: 7 })
  expect(fieldPlace(sheet, ['list', '0', 'absent'])).toEqual({ line: 4, column: 5 })
  expect(fieldPlace(sheet, ['absent'])).toEqual({ line: 2, column: 1 })
  expect(fieldPlace(read('# Acme\n'), ['absent'])).toEqual({ line: 1, column: 1 })
})

test('where an offset stands', () => {
  expect(placeOf('a\nbc', 3)).toEqual({ line: 2, column: 2 })
  expect(placeOf('', 0)).toEqual({ line: 1, column: 1 })
})

test.each<[what: string, text: string, line: number | undefined]>([
  ['a plain value', '---\ntype: a\nsubject: b\n---\n', 3],
  ['CRLF', '---\r\ntype: a\r\nsubject: b\r\n---\r\n', 3],
  ['a byte order mark', '\uFEFF---\nsubject: b\n---\n', 2],
  ['a key in quotes', '---\ntype: a\n"subject": b\n---\n', 3],
  ['a value in quotes over lines', '---\nsubject: "a\n  b"\n---\n', 2],
  ['a text in lines below: where its words begin', '---\nsubject: |\n\n  b\n---\n', 4],
  ['a folded one, under CRLF', '---\r\nsubject: >-\r\n  b\r\n---\r\n', 3],
  ['the same in another text', '---\nnote: |\n  subject: no\nsubject: yes\n---\n', 4],
  ['a text in lines below that says nothing', '---\nsubject: |\ntype: a\n---\n', undefined],
  ['only in the running text', '---\ntype: a\n---\nsubject: b\n', undefined],
  [
    'in braces, where a text goes on at the beginning of a line',
    '---\n{"a": "x\nsubject: y",\n"subject": "z"}\n---\n',
    undefined,
  ],
  ['a list', '---\nsubject: [a]\n---\n', undefined],
  ['nothing on its line', '---\nsubject:\n  b\n---\n', undefined],
  ['no front matter', 'subject: b\n', undefined],
])('where a value begins, at a look: %s', (_, text, line) => expect(topLine(text, 'subject')).toBe(line))

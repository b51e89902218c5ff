import { expect, test } from 'vitest'
import { Failure } from '../../../src/failure.ts'
import { addToList } from '../../../src/records/text/list-item.ts'
import { setField } from '../../../src/records/text/set-field.ts'

const dotted = (field: string) => field.split('.')
const yaml = (before: string, field: string, value: unknown, after: string) => () => {
  expect(setField('a.yaml', before, dotted(field), value)).toBe(after)
  expect(setField('a.yaml', after, dotted(field), value)).toBe(after)
  if (before === '' || /^(---|\{)/.test(before) || after === '' || before.startsWith('\uFEFF')) return
  const eol = /\r?\n/.exec(before)?.[0] ?? '\n'
  const fence = (text: string) => `---${eol}${text}${text.endsWith('\n') ? '' : eol}---${eol}${eol}Body: *x* # no`
  expect(setField('a.md', fence(before), dotted(field), value)).toBe(fence(after))
}
const markdown = (before: string, field: string, value: unknown, after: string) => () => {
  expect(setField('a.md', before, dotted(field), value)).toBe(after)
  expect(setField('a.md', after, dotted(field), value)).toBe(after)
}

// scalars keep their place, their quotes and the comment beside them
test('a plain scalar', yaml('a: 1\nname: Acme\nb: 2\n', 'name', 'Acme Inc', 'a: 1\nname: Acme Inc\nb: 2\n'))
test('a comment beside', yaml('a: 1   # one\nb: 2\n', 'a', 5, 'a: 5   # one\nb: 2\n'))
test('single quotes stay', yaml("a: 'it''s'  # c\n", 'a', "we're", "a: 'we''re'  # c\n"))
test('double quotes stay', yaml('a: "x"\n', 'a', 'y "z"', 'a: "y \\"z\\""\n'))
test('single quotes give way to a line break', yaml("a: 'x'\nb: 1\n", 'a', 'x\ty', 'a: "x\\ty"\nb: 1\n'))
test('a quoted text becomes a number', yaml('a: "12"\n', 'a', 12, 'a: 12\n'))
test('a plain scalar over two lines', yaml('a: x\n  y # c\nb: 1\n', 'a', 'z', 'a: z # c\nb: 1\n'))
test('a double-quoted scalar over two lines', yaml('a: "x\n\n  y"\nb: 1\n', 'a', 'z', 'a: "z"\nb: 1\n'))
test('a value on the next line', yaml('a:\n  x\nb: 1\n', 'a', 'z', 'a:\n  z\nb: 1\n'))
test('a value below a comment', yaml('a: # c\n  x # d\nb: 1\n', 'a', 'z', 'a: z # c # d\nb: 1\n'))
test('unicode', yaml('näme: Ünï 🚀\nb: 日本\n', 'näme', 'Ægir 👩‍👩‍👧', 'näme: Ægir 👩‍👩‍👧\nb: 日本\n'))
test('a quoted key', yaml('"name": x\nb: 1\n', 'name', 'z', '"name": z\nb: 1\n'))
test('a key that is a number', yaml('2026: x\nb: 1\n', '2026', 'z', '2026: z\nb: 1\n'))
test('true, false and null', yaml('a: true\n', 'a', false, 'a: false\n'))
test('null', yaml('a: true\n', 'a', null, 'a: null\n'))
test('the same value changes nothing', yaml("a:   'x'   # c\n", 'a', 'x', "a:   'x'   # c\n"))
test('no final newline', yaml('a: 1\nb: 2', 'b', 3, 'a: 1\nb: 3'))
test('CRLF', yaml('a: 1\r\nb: 2\r\n', 'a', 3, 'a: 3\r\nb: 2\r\n'))

// blocks
test('a literal does not swallow the next key', yaml('a: |\n  x\n\n  y\nb: 1\n', 'a', 'z', 'a: z\nb: 1\n'))
test(
  'a folded one keeps its comment',
  yaml('a: >-  # why\n  x\n  y\n\n# on b\nb: 1\n', 'a', 'z', 'a: z  # why\n\n# on b\nb: 1\n'),
)
test('an empty literal', yaml('a: |\n\nb: 1\n', 'a', 'z', 'a: z\n\nb: 1\n'))
test('a literal that keeps its blank lines', yaml('a: |+\n  x\n\nb: 1\n', 'a', 'z', 'a: z\nb: 1\n'))
test('a literal at the end', yaml('a: 1\nb: |\n  x', 'b', 'z', 'a: 1\nb: z'))
test('a literal becomes another', yaml('a: |\n  x\nb: 1\n', 'a', 'p\nq\n', 'a: |\n  p\n  q\nb: 1\n'))
test('text of two lines', yaml('a: x # c\nb: 1\n', 'a', 'p\n\nq', 'a: |- # c\n  p\n\n  q\nb: 1\n'))
test('text that ends in blank lines', yaml('a: x\nb: 1\n', 'a', 'p\n\n\n', 'a: |+\n  p\n\n\nb: 1\n'))
test('text that begins with a space', yaml('a: x\nb: 1\n', 'a', '  p\nq', 'a: |2-\n    p\n  q\nb: 1\n'))
test('text with a line of spaces', yaml('a: x\nb: 1\n', 'a', 'p\n  \nq', 'a: "p\\n  \\nq"\nb: 1\n'))
test('text of two lines under CRLF', yaml('a: x\r\nb: 1\r\n', 'a', 'p\nq', 'a: |-\r\n  p\r\n  q\r\nb: 1\r\n'))
test('text of two lines between braces', yaml('m: {a: x, b: 1}\n', 'm.a', 'p\nq', 'm: {a: "p\\nq", b: 1}\n'))
test('a block list keeps its indent', yaml('a:\n    - x\n    - y # c\nb: 1\n', 'a', ['z'], 'a:\n    - z\nb: 1\n'))
test('a block list at the margin', yaml('a: # c\n- x\n- y\nb: 1\n', 'a', ['z', 'w'], 'a: # c\n- z\n- w\nb: 1\n'))
test('a block list keeps the comment above', yaml('a:\n  # c\n  - x\nb: 1\n', 'a', ['z'], 'a:\n  # c\n  - z\nb: 1\n'))
test('a block list becomes a scalar', yaml('a: # c\n  - x # d\n  - y\nb: 1\n', 'a', 'z', 'a: z # c\nb: 1\n'))
test('a block list becomes empty', yaml('a:\n- x\n\nb: 1\n', 'a', [], 'a: []\n\nb: 1\n'))
test('a block list at the margin becomes a map', yaml('a:\n- x\nb: 1\n', 'a', { p: 1 }, 'a:\n  p: 1\nb: 1\n'))
test('a block map becomes another', yaml('a:\n   p: 1\n   q: 2\nb: 1\n', 'a', { r: 'x' }, 'a:\n   r: x\nb: 1\n'))
test('a block map becomes a list', yaml('a:\n  p: 1\nb: 1\n', 'a', ['x'], 'a:\n  - x\nb: 1\n'))
test('an item without value', yaml('a:\n  - x\n  -\nb: 1\n', 'a', ['x', 'z'], 'a:\n  - x\n  - z\nb: 1\n'))
test('a flow list', yaml('a: [x,  y] # c\nb: 1\n', 'a', ['z', 'p, q'], 'a: [z, "p, q"] # c\nb: 1\n'))
test('a flow list over lines', yaml('a: [\n  x, # c\n  y\n]\nb: 1\n', 'a', ['z'], 'a: [z]\nb: 1\n'))
test('a flow map', yaml('a: {p: 1}\nb: 1\n', 'a', { q: [1, { r: 'x' }] }, 'a: {q: [1, {r: x}]}\nb: 1\n'))
test('a scalar becomes a list', yaml('a: x # c\nb: 1\n', 'a', ['x', 'z'], 'a: [x, z] # c\nb: 1\n'))
test('a scalar becomes a map', yaml('a: x # c\nb: 1\n', 'a', { p: 1, q: ['x'] }, 'a: # c\n  p: 1\n  q: [x]\nb: 1\n'))
test(
  'a list of maps',
  yaml(
    'a: 1\n',
    'l',
    [{ p: 1, q: { r: 2 } }, {}, [], 'x\ny'],
    'a: 1\nl:\n  - p: 1\n    q:\n      r: 2\n  - {}\n  - []\n  - |-\n    x\n    y\n',
  ),
)
test(
  'a long list',
  yaml('a: 1\n', 'l', ['x'.repeat(50), 'y'.repeat(50)], `a: 1\nl:\n  - ${'x'.repeat(50)}\n  - ${'y'.repeat(50)}\n`),
)

test('a list set twice', () => {
  const once = setField('a.md', '---\ntags:\n  - a\nname: x\n---\n', ['tags'], ['b', 'c'])
  expect(setField('a.md', once, ['tags'], ['d'])).toBe('---\ntags:\n  - d\nname: x\n---\n')
})

// empty values
test('an empty value', yaml('a:\nb: 1\n', 'a', 'x', 'a: x\nb: 1\n'))
test('an empty value with a comment', yaml('a:   # c\nb: 1\n', 'a', 'x', 'a: x   # c\nb: 1\n'))
test('an empty value above a comment', yaml('a:\n  # c\nb: 1\n', 'a', 'x', 'a: x\n  # c\nb: 1\n'))
test('an empty value at the end', yaml('b: 1\na:', 'a', 'x', 'b: 1\na: x'))
test('an empty value becomes a map', yaml('a:   # c\nb: 1\n', 'a', { p: 1 }, 'a:   # c\n  p: 1\nb: 1\n'))
test('an empty value becomes a text of lines', yaml('a:   # c\nb: 1\n', 'a', 'p\nq', 'a: |-   # c\n  p\n  q\nb: 1\n'))
test('an empty value becomes a map under CRLF', yaml('a:\r\nb: 1\r\n', 'a', { p: 1 }, 'a:\r\n  p: 1\r\nb: 1\r\n'))
test('an empty value between braces', yaml('m: {a: , b, "c":}\n', 'm.a', 'x', 'm: {a: x, b, "c":}\n'))
test('a key alone between braces', yaml('m: {a: , b, "c":}\n', 'm.b', 'x', 'm: {a: , b: x, "c":}\n'))
test('a quoted key between braces', yaml('m: {"c":}\n', 'm.c', 'x', 'm: {"c": x}\n'))

// new keys
test('a new key', yaml('a: 1\n', 'b', 'x', 'a: 1\nb: x\n'))
test('a new key without final newline', yaml('a: 1', 'b', 'x', 'a: 1\nb: x'))
test('a new key below a literal', yaml('a: |\n  x\n', 'b', 1, 'a: |\n  x\nb: 1\n'))
test('a new key below a literal without final newline', yaml('a: |\n  x', 'b', 1, 'a: |\n  x\nb: 1'))
test('a new key below a literal that keeps blank lines', yaml('a: |+\n  x\n\n', 'b', 1, 'a: |+\n  x\n\nb: 1\n'))
test(
  'a new key below a map',
  yaml('a:\n  p: 1\n  # about p\n\n# the end\n', 'b', 1, 'a:\n  p: 1\n  # about p\nb: 1\n\n# the end\n'),
)
test('a new key below a list', yaml('a:\n- x # c\n', 'b', 1, 'a:\n- x # c\nb: 1\n'))
test('a new key below an empty one', yaml('a:\n', 'b', 1, 'a:\nb: 1\n'))
test('a new key that needs quotes', yaml('a: 1\n', 'x: y', 1, 'a: 1\n"x: y": 1\n'))
test('a new key under CRLF', yaml('a: 1\r\n', 'b', ['x'], 'a: 1\r\nb: [x]\r\n'))
test('keys that are indented', yaml('  a: 1\n  b: 2\n', 'c', { d: 1 }, '  a: 1\n  b: 2\n  c:\n    d: 1\n'))
test('an empty YAML file', yaml('', 'a.b', 1, 'a:\n  b: 1\n'))
test('a YAML file of comments', yaml('# c', 'a', 1, '# c\na: 1'))
test('a YAML file that begins with a fence', yaml('---\na: 1\n', 'b', 1, '---\na: 1\nb: 1\n'))
test('a YAML file with a byte order mark', yaml('\uFEFFa: 1\n', 'b', 1, '\uFEFFa: 1\nb: 1\n'))
test('a YAML file with nothing between its marks', yaml('---\n...\n', 'a', 1, '---\na: 1\n...\n'))
test('a YAML file that says null', yaml('---\nnull # c\n', 'a', 1, '---\na: 1 # c\n'))
test('a file that is a flow map', yaml('{a: 1}\n', 'a', 'x', '{a: x}\n'))
test('a new key in such a file', yaml('{a: 1}\n', 'b', ['x'], '{a: 1, b: [x]}\n'))
test('a new key in an empty flow map', yaml('{ }\n', 'b', 1, '{b: 1}\n'))
test(
  'a new key in a flow map over lines',
  yaml('m: {\n  a: 1,\n  b: 2 # c\n}\n', 'm.c', 3, 'm: {\n  a: 1,\n  b: 2,\n  c: 3 # c\n}\n'),
)

// Markdown
test('no front matter', markdown('# Acme\n', 'a', 1, '---\na: 1\n---\n# Acme\n'))
test('no front matter, CRLF', markdown('# Acme\r\n', 'a', 1, '---\r\na: 1\r\n---\r\n# Acme\r\n'))
test('no front matter, byte order mark', markdown('\uFEFF# Acme\n', 'a', { b: 1 }, '\uFEFF---\na:\n  b: 1\n---\n# Acme\n'))
test('an empty file', markdown('', 'a', 1, '---\na: 1\n---\n'))
test('empty front matter', markdown('---\n---\nBody', 'a', 1, '---\na: 1\n---\nBody'))
test('empty front matter, CRLF', markdown('---\r\n---', 'a', 1, '---\r\na: 1\r\n---'))
test('only comments', markdown('---\n# c\n---\nBody', 'a', 1, '---\n# c\na: 1\n---\nBody'))
test('byte order mark', markdown('\uFEFF---\na: 1\n---\n', 'a', 2, '\uFEFF---\na: 2\n---\n'))
test('a body full of rules', markdown('---\na: 1\n---\n---\na: 1\n---\n', 'a', 2, '---\na: 2\n---\n---\na: 1\n---\n'))
test('a closing fence at the end', markdown('---\na: 1\n---', 'b', 2, '---\na: 1\nb: 2\n---'))

// below
test('below nothing', yaml('a: 1\n', 'm.c', 'x', 'a: 1\nm:\n  c: x\n'))
test('below an empty value', yaml('m: # c\na: 1\n', 'm.c', 'x', 'm: # c\n  c: x\na: 1\n'))
test('below null', yaml('m: null # c\na: 1\n', 'm.c', 'x', 'm: # c\n  c: x\na: 1\n'))
test(
  'in a block map',
  yaml('m:\n    c: y # d\n    e: |\n      x\na: 1\n', 'm.c', 'x', 'm:\n    c: x # d\n    e: |\n      x\na: 1\n'),
)
test('new in a block map', yaml('m:\n    e: |\n      x\n# c\na: 1\n', 'm.c', 'x', 'm:\n    e: |\n      x\n    c: x\n# c\na: 1\n'))
test('in a flow map', yaml('m: {c: y, "d": z} # e\n', 'm.c', 'x, y', 'm: {c: "x, y", "d": z} # e\n'))
test('new in a flow map', yaml('m: {text: y}\n', 'm.c', ['x'], 'm: {text: y, c: [x]}\n'))
test('an entry with evidence as a whole', yaml('m:\n  c: {text: Ada, on: 2026-01-02}\n', 'm.c', 'Bo', 'm:\n  c: Bo\n'))
test(
  'the text of an entry with evidence',
  yaml('m:\n  c: {text: Ada, on: 2026-01-02}\n', 'm.c.text', 'Bo', 'm:\n  c: {text: Bo, on: 2026-01-02}\n'),
)
test('two steps below nothing between braces', yaml('m: {a: 1}\n', 'm.c.text', 'Bo', 'm: {a: 1, c: {text: Bo}}\n'))

// anchors, tags, explicit keys
test('an alias gives way', yaml('x: &x 1\nb: *x # c\n', 'b', 2, 'x: &x 1\nb: 2 # c\n'))
test('an anchor nobody uses', yaml('x: &x 1 # c\nb: 1\n', 'x', 2, 'x: 2 # c\nb: 1\n'))
test('an anchored list nobody uses', yaml('x: &x # c\n  - 1\nb: 1\n', 'x', [2], 'x: # c\n  - 2\nb: 1\n'))
test('a tag gives way', yaml('a: !!str 12 # c\n', 'a', '13', 'a: "13" # c\n'))
test('a tag alone', yaml('a: !!str # c\nb: 1\n', 'a', 'x', 'a: x # c\nb: 1\n'))
test('an explicit key', yaml('? a\n: 1\nb: 2\n', 'a', 'x', '? a\n: x\nb: 2\n'))
test('an explicit key alone', yaml('? a\nb: 2\n', 'a', 'x', '? a\n: x\nb: 2\n'))
test('__proto__ is a key like any other', yaml('a: 1\n', '__proto__', 'x', 'a: 1\n__proto__: x\n'))

// taking away
test('a key goes', yaml('a: 1\nb: 2 # c\nd: 3\n', 'b', undefined, 'a: 1\nd: 3\n'))
test('the first goes, the comment stays', yaml('# c\na: 1\nb: 2\n', 'a', undefined, '# c\nb: 2\n'))
test('the last goes, without final newline', yaml('a: 1\r\nb: 2', 'b', undefined, 'a: 1'))
test('a literal goes', yaml('a: |\n  x\n  y\nb: 2\n', 'a', undefined, 'b: 2\n'))
test('a map goes with its comments', yaml('a:\n  p: 1\n  # c\n# d\nb: 2\n', 'a', undefined, '# d\nb: 2\n'))
test(
  'blank lines do not join a text above that keeps its own',
  yaml('a: |+\n  x\nb: 1\n\nc: 1\n', 'b', undefined, 'a: |+\n  x\nc: 1\n'),
)
test('nor does the end without line break', yaml('a: |+\n  x\n\nb: 1', 'b', undefined, 'a: |+\n  x\n\n'))
test('the only key goes', yaml('a: 1\n', 'a', undefined, ''))
test('the only key below goes', yaml('m:\n  c: 1\nb: 2\n', 'm.c', undefined, 'm: {}\nb: 2\n'))
test('one of two below goes', yaml('m:\n  c: 1\n  d: 1\nb: 2\n', 'm.d', undefined, 'm:\n  c: 1\nb: 2\n'))
test('the first between braces goes', yaml('m: {a: 1, b: 2, c: 3}\n', 'm.a', undefined, 'm: {b: 2, c: 3}\n'))
test('the last between braces goes', yaml('m: {a: 1, b: 2, c: 3}\n', 'm.c', undefined, 'm: {a: 1, b: 2}\n'))
test('the only one between braces goes', yaml('{a: 1}\n', 'a', undefined, '{}\n'))
test('an absent key goes', yaml('a: 1\n', 'b.c', undefined, 'a: 1\n'))
test('the only key of Markdown goes', markdown('---\na: 1\n---\nB', 'a', undefined, '---\n---\nB'))

// texts come back as the very same texts
test.each([
  ['yes', '"yes"'],
  ['No', '"No"'],
  ['true', '"true"'],
  ['null', '"null"'],
  ['~', '"~"'],
  ['', '""'],
  ['12', '"12"'],
  ['012', '"012"'],
  ['1e3', '"1e3"'],
  ['0x1F', '"0x1F"'],
  ['.inf', '".inf"'],
  ['+491701234567', '"+491701234567"'],
  ['+49 170 1234567', '+49 170 1234567'],
  ['- x', '"- x"'],
  ['a: b', '"a: b"'],
  ['a:', '"a:"'],
  ['# x', '"# x"'],
  ['x # y', '"x # y"'],
  ['x#y', 'x#y'],
  [' x', '" x"'],
  ['x ', '"x "'],
  ['2026-01-02', '2026-01-02'],
  ['2026-01-02T09:00:00Z', '2026-01-02T09:00:00Z'],
  ['https://acme.test/?a=1', 'https://acme.test/?a=1'],
  ['*x', '"*x"'],
  ['&x', '"&x"'],
  ['!x', '"!x"'],
  ['%x', '"%x"'],
  ['@x', '"@x"'],
  ['`x`', '"`x`"'],
  ['{x}', '"{x}"'],
  ['[x]', '"[x]"'],
  ['x, y', 'x, y'],
  ["it's", "it's"],
  ['"x"', '"\\"x\\""'],
  ['\u0085', '"\\u0085"'],
  ['a\r\nb', '"a\\r\\nb"'],
  ['---', '"---"'],
  ['<<', '<<'],
  ['12345678901234567890', '"12345678901234567890"'],
  ['\uFEFFx', '"\\ufeffx"'],
  ['\n', '"\\n"'],
  ['🚀', '🚀'],
])('%j is written %s', (value, written) => {
  expect(setField('a.yaml', 'a: 1\nb: 2\n', ['a'], value)).toBe(`a: ${written}\nb: 2\n`)
  expect(setField('a.yaml', 'm: {a: 1, b: 2}\n', ['m', 'a'], value)).toContain('b: 2}')
})

// what cannot be done is refused
const refuses =
  (text: string, field: string, line: number, ...says: (string | RegExp)[]) =>
  () => {
    for (const change of [
      () => setField('a.yaml', text, dotted(field), 'new'),
      () => addToList('a.yaml', text, dotted(field), 'new'),
    ]) {
      const failure = (() => {
        try {
          return change()
        } catch (error) {
          return error
        }
      })() as Failure
      expect(failure).toBeInstanceOf(Failure)
      expect(failure).toMatchObject({ exitCode: 2, line, path: 'a.yaml' })
      for (const words of says) expect(`${failure.message} ${failure.suggestions?.join(' ')}`).toMatch(words)
    }
  }
test('a key twice', refuses('a: 1\nb: 2\na: 3\n', 'b', 3, 'a.yaml:3', 'twice', 'each key once', 'Nothing was changed'))
test('broken YAML', refuses('a: 1\nb: "x\n', 'a', 3, 'dossier edit a.yaml'))
test('a list for a file', refuses('- a\n', 'a', 1, 'not a list of keys and values'))
test('an alias to nothing', refuses('a: 1\nb: *x\n', 'a', 2, /\*x/))
test('an anchor in use', refuses('a: &x [1]\nb: 1\nc: *x\n', 'a', 3, /\*x/, '`a`', 'dossier edit a.yaml'))
test('an anchor in use inside', () => expect(() => setField('a.yaml', 'a: [&x 1]\nc: [*x]\n', ['a'], 2)).toThrow(Failure))
test('a value below an anchor in use', refuses('m: &x {a: [1]}\nc: *x\n', 'm.a', 2, /\*x/, '`m.a`'))
test('a new value below an anchor in use', refuses('m: &x\n  a: 1\nc: *x\n', 'm.b', 3, /\*x/))
test('a value below an alias', refuses('m: &x {a: 1}\nc: *x\n', 'c.a', 2, /\*x/))
test('an empty anchor in use', refuses('m: &x\nc: *x\n', 'm', 2, /\*x/))
test('a value below a scalar', refuses('a: 1\nm: text\n', 'm.c', 2, 'a plain value', '`m`'))
test('a value below a list', refuses('a: 1\nm: [x]\n', 'm.c', 2, 'a list'))
test('taking an anchor in use away', () =>
  expect(() => setField('a.yaml', 'a: &x 1\nb: *x\n', ['a'], undefined)).toThrow(Failure))
test('an unclosed fence', () => expect(() => setField('a.md', '---\na: 1\n', ['a'], 2)).toThrow('a line of ---'))

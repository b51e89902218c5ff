import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldPlace, readFrontMatter } from '../../../src/records/text/front-matter.ts'
import { keyLine } from '../../../src/records/yaml/key-line.ts'

test.each<[what: string, text: string, key: string, line: number | undefined]>([
  ['the first key', '---\nname: Acme\n---\n', 'name', 2],
  ['a later one', '---\nname: Acme\namount: 3\n---\n', 'amount', 3],
  ['an empty text', '', 'name', undefined],
  ['CRLF', '---\r\nname: Acme\r\namount: 3\r\n---\r\n', 'amount', 3],
  ['a YAML file', 'rule: quiet\nwhat: x\n', 'what', 2],
  ['one that is not there', '---\nname: Acme\n---\n', 'amount', undefined],
  ['one in the running text alone', '---\nname: Acme\n---\namount: 3\n', 'amount', undefined],
  ['the same word in the running text', '---\namount: 3\n---\namount: 4\n', 'amount', 2],
  ['one of a map within', '---\ncontract:\n  end: 2026-01-01\n---\n', 'end', undefined],
  ['one with quotes', '---\n"amount": 3\n---\n', 'amount', undefined],
  ['a longer name', '---\namounts: 3\n---\n', 'amount', undefined],
  ['one that stands twice', '---\namount: 3\namount: 4\n---\n', 'amount', undefined],
])('%s', (_, text, key, line) => expect(keyLine(text, key)).toBe(line))

const keys = ['name', 'amount', 'stage', 'close_date', 'next_step']
const value = fc.oneof(
  fc.constantFrom(
    '3',
    'a b',
    '[a, b]',
    '{ name: x }',
    '"a: b"',
    '|\n  name: x\n  amount: 4',
    '>-\n  stage: y',
    '\n  name: x\n  amount: 3',
    '\n  - name: x',
  ),
  fc.string({ maxLength: 12 }).map((text) => JSON.stringify(text)),
)

test('whatever the values, a line it names is the one the reader of YAML names', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(fc.constantFrom(...keys), { minLength: 1 })
        .chain((some) => fc.tuple(fc.constant(some), fc.array(value, { minLength: some.length, maxLength: some.length }))),
      fc.constantFrom('\n', '\r\n'),
      ([some, values], end) => {
        const text = `---\n${some.map((key, n) => `${key}: ${values[n]}`).join('\n')}\n---\nname: no\n`.replaceAll('\n', end)
        const sheet = readFrontMatter('x.md', text)
        for (const key of some) {
          const line = keyLine(text, key)
          if (line !== undefined) expect(line, JSON.stringify(text)).toBe(fieldPlace(sheet, [key]).line)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test.each(['amount:\n  3', 'amount: |\n  3', 'amount: >-\n  3', 'amount: &a 3', 'amount: # none', 'amount:'])(
  '%j is left to the reader of YAML',
  (text) => expect(keyLine(`---\n${text}\n---\n`, 'amount')).toBe(undefined),
)

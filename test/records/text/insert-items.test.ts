import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { insertItems } from '../../../src/records/text/insert-items.ts'

type Item = Record<string, unknown>
const byEmail = (a: Item, b: Item) =>
  String(a['email']) < String(b['email']) ? -1 : String(a['email']) > String(b['email']) ? 1 : 0
const add = (text: string, ...emails: string[]) =>
  insertItems(
    'list.yaml',
    text,
    'suppressed',
    emails.map((email) => ({ email, reason: 'bounce' })),
    byEmail,
  )

test.each([
  ['a file with its comment alone', '# never\n', ['b@x.io'], '# never\nsuppressed:\n  - email: b@x.io\n    reason: bounce\n'],
  [
    'before, between and after',
    'suppressed:\n  - email: b@x.io # Bo\n  - email: d@x.io\n',
    ['e@x.io', 'a@x.io', 'c@x.io'],
    'suppressed:\n  - email: a@x.io\n    reason: bounce\n  - email: b@x.io # Bo\n  - email: c@x.io\n    reason: bounce\n  - email: d@x.io\n  - email: e@x.io\n    reason: bounce\n',
  ],
  [
    'above the comment that belongs to the next',
    'suppressed:\n  # Dora asked\n  - {email: d@x.io}\nnote: kept\n',
    ['c@x.io'],
    'suppressed:\n  - email: c@x.io\n    reason: bounce\n  # Dora asked\n  - {email: d@x.io}\nnote: kept\n',
  ],
  [
    'a file without its last line end',
    'suppressed:\n  - email: b@x.io',
    ['c@x.io'],
    'suppressed:\n  - email: b@x.io\n  - email: c@x.io\n    reason: bounce\n',
  ],
  [
    'CRLF',
    'suppressed:\r\n  - email: b@x.io\r\n',
    ['a@x.io'],
    'suppressed:\r\n  - email: a@x.io\r\n    reason: bounce\r\n  - email: b@x.io\r\n',
  ],
  ['nothing to add', 'suppressed: []\n', [], 'suppressed: []\n'],
])('%s', (_, text, emails, wanted) => {
  expect(add(text, ...emails)).toBe(wanted)
})

test.each(['suppressed: []\n', 'suppressed: [{email: b@x.io}]\n', 'suppressed:\n'])(
  'lists between brackets and empty ones: %j',
  (text) => {
    const before = (parse(text) as { suppressed: Item[] | null }).suppressed ?? []
    expect(parse(add(text, 'c@x.io', 'a@x.io'))).toEqual({
      suppressed: [...before, { email: 'c@x.io', reason: 'bounce' }, { email: 'a@x.io', reason: 'bounce' }].sort(byEmail),
    })
  },
)

test('whoever adds first, the file is the same', () => {
  const emails = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}@[a-z]\.io$/), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(emails, fc.nat(), (all, cut) => {
      const at = cut % (all.length + 1)
      const [one, other] = [all.slice(0, at), all.slice(at)]
      const text = add(add('# list\n', ...one), ...other)
      expect(text).toBe(add(add('# list\n', ...other), ...one))
      expect((parse(text) as { suppressed: Item[] }).suppressed.map(({ email }) => email)).toEqual(all.toSorted())
    }),
    { numRuns: 300 },
  )
})

test('in a list that somebody put in an order of their own, each comes before the first that sorts after it', () => {
  const emails = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,2}@x\.io$/), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(emails, ([added, ...there]) => {
      const text = `suppressed:\n${there.map((email) => `  - email: ${email}\n`).join('')}`
      const next = there.findIndex((email) => email > added!)
      const wanted = there.toSpliced(next < 0 ? there.length : next, 0, added!)
      expect((parse(add(text, added!)) as { suppressed: Item[] }).suppressed.map(({ email }) => email)).toEqual(wanted)
    }),
  )
})

import { describe, expect, test } from 'vitest'
import { compareFields, compareRecords } from '../../../src/features/history/compare-records.ts'

describe('fields', () => {
  test.for([
    ['the same', { a: 1, b: [1] }, { b: [1], a: 1 }, []],
    ['another value', { a: 1 }, { a: 2 }, [['a', 1, 2]]],
    [
      'a new one, one that went',
      { a: 1 },
      { b: 2 },
      [
        ['b', null, 2],
        ['a', 1, null],
      ],
    ],
    ['null is nothing', { a: null }, {}, []],
    ['a type is a value', { a: 1 }, { a: '1' }, [['a', 1, '1']]],
    ['nested', { m: { x: 1, y: 2 } }, { m: { x: 1, y: 3 } }, [['m.y', 2, 3]]],
    ['nested deeper', { m: { x: { text: 'a', on: 'b' } } }, { m: { x: { text: 'a', on: 'c' } } }, [['m.x.on', 'b', 'c']]],
    [
      'nested that was plain',
      { m: 'x' },
      { m: { x: 1 } },
      [
        ['m.x', null, 1],
        ['m', 'x', null],
      ],
    ],
    ['lists are one value', { t: ['a', 'b'] }, { t: ['b', 'a'] }, [['t', ['a', 'b'], ['b', 'a']]]],
    ['lists of records', { p: [{ c: 1 }] }, { p: [{ c: 2 }] }, [['p', [{ c: 1 }], [{ c: 2 }]]]],
    ['keys that every object has', {}, { constructor: 1 }, [['constructor', null, 1]]],
  ] as const)('%s', ([, was, is, expected]) => {
    expect(compareFields(was, is).map(({ field, from, to }) => [field, from, to])).toEqual(expected)
  })
})

const path = 'customers/acme/deals/a.md'
const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const compare = (
  before: string | null | undefined,
  after: string | null | undefined,
  more: { path?: string; from?: string } = {},
) => compareRecords({ path, before, after, ...more })

test('values are compared, not lines: order, quotes, comments and line ends are no change', () => {
  expect(
    compare(sheet('name: A\nstage: lead', 'One\nTwo\n'), '---\r\n# why\r\nstage: "lead"\r\nname: A\r\n---\r\nOne\r\nTwo\r\n'),
  ).toEqual({
    what: 'changed',
    kind: 'deal',
    path,
    slug: 'a',
    name: 'A',
    fields: [],
  })
})

test('running text is counted in lines, a moved line is none', () => {
  expect(compare(sheet('name: A', 'One\nTwo\nTwo\n'), sheet('name: A', 'Two\nOne\nThree\n')).notes).toEqual({
    added: 1,
    removed: 1,
  })
})

test('the owner is who it was then', () => {
  expect(compare(sheet('name: A\nowner: ada'), sheet('name: A\nowner: ben'))).toMatchObject({
    owner: 'ada',
    fields: [{ field: 'owner', from: 'ada', to: 'ben' }],
  })
  expect(compare(null, sheet('name: A\nowner: ben'))).toMatchObject({ what: 'added', owner: 'ben' })
  expect(compare(sheet('name: A\nowner: ben'), null)).toMatchObject({
    what: 'removed',
    owner: 'ben',
    fields: [{ field: 'name', from: 'A', to: null }, { field: 'owner' }],
  })
})

test('what moved, and what left a stub', () => {
  const from = 'customers/b/deals/a.md'
  expect(compare(sheet('name: A'), sheet('name: A\nstage: won'), { from })).toMatchObject({
    what: 'moved',
    moved: { from },
    fields: [{ field: 'stage' }],
  })
  expect(compare(sheet('name: A'), sheet('redirect: ../../b/deals/a.md'))).toEqual({
    what: 'moved',
    kind: 'deal',
    path,
    slug: 'a',
    name: 'A',
    moved: { to: 'customers/b/deals/a.md' },
    fields: [],
  })
})

test('what cannot be read is said to be so, and its fields are not told as gone', () => {
  expect(compare(sheet('name: A'), sheet('name: [A'))).toMatchObject({ what: 'changed', unread: true, fields: [] })
  expect(compare(sheet('name: A'), undefined)).toEqual({ what: 'changed', kind: 'deal', path, slug: 'a', fields: [] })
})

test('other files: by their lines, or not at all', () => {
  expect(compare('a\n', 'b\n', { path: 'customers/acme/notes.txt' })).toMatchObject({
    kind: 'file',
    slug: 'notes.txt',
    notes: { added: 1, removed: 1 },
    fields: [],
  })
})

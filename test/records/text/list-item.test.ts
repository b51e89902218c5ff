import { expect, test } from 'vitest'
import { addToList, removeFromList } from '../../../src/records/text/list-item.ts'

const dotted = (field: string) => field.split('.')
const adds =
  (before: string, item: unknown, after: string, field = 't') =>
  () => {
    expect(addToList('a.yaml', before, dotted(field), item)).toBe(after)
    expect(addToList('a.yaml', after, dotted(field), item)).toBe(after)
  }
test('add to a flow list', adds('t: [a, b] # c\n', 'd', 't: [a, b, d] # c\n'))
test('add to a flow list over lines', adds('t: [\n  a,\n  b,\n]\n', 'd', 't: [\n  a,\n  b,\n  d,\n]\n'))
test('add to a block list', adds('t:\n    - a # c\n    # d\nb: 1\n', 'd: e', 't:\n    - a # c\n    - "d: e"\n    # d\nb: 1\n'))
test('add to a block list at the margin', adds('t:\r\n- a\r\nb: 1\r\n', 'd', 't:\r\n- a\r\n- d\r\nb: 1\r\n'))
test('add to a block list without final newline', adds('t:\n  - a', 'd', 't:\n  - a\n  - d'))
test(
  'add to a list of maps',
  adds('t:\n  - p: 1\n    q: 2\nb: 1\n', { p: 3, q: 4 }, 't:\n  - p: 1\n    q: 2\n  - p: 3\n    q: 4\nb: 1\n'),
)
test('add to an empty list', adds('t: [] # c\n', 'a', 't: [a] # c\n'))
test('add to an empty value', adds('t: # c\n', 'a', 't: [a] # c\n'))
test('add to a scalar', adds('t: a # c\n', 'b', 't: [a, b] # c\n'))
test('add what the scalar is', adds('t: a # c\n', 'a', 't: a # c\n'))
test('add to nothing', adds('b: 1\n', 'a', 'b: 1\nt: [a]\n'))
test('add below', adds('m:\n  t: [a]\n', 'b', 'm:\n  t: [a, b]\n', 'm.t'))
test('add beside an anchor in another list', adds('t: [a]\nu: &x [b]\nv: *x\n', 'b', 't: [a, b]\nu: &x [b]\nv: *x\n'))
test('add to a map', () => expect(() => addToList('a.yaml', 't: {a: 1}\n', ['t'], 'x')).toThrow('expected a list'))

const removes =
  (before: string, item: unknown, after: string, field = 't') =>
  () => {
    expect(removeFromList('a.yaml', before, dotted(field), item)).toBe(after)
    expect(removeFromList('a.yaml', after, dotted(field), item)).toBe(after)
  }
test('remove from a flow list', removes('t: [a, b, c] # c\n', 'b', 't: [a, c] # c\n'))
test('remove the last of a flow list', removes('t: [a, b]\n', 'b', 't: [a]\n'))
test('remove from a block list', removes('t:\n  - a # one\n  - b # two\n  - c\nd: 1\n', 'b', 't:\n  - a # one\n  - c\nd: 1\n'))
test('remove the first of a block list', removes('t:\n- a\n- b\n', 'a', 't:\n- b\n'))
test('remove the last line of a file', removes('t:\r\n- a\r\n- b', 'b', 't:\r\n- a'))
test('remove the only one', removes('t:\n  - a\nb: 1\n', 'a', 't: []\nb: 1\n'))
test('remove the only one between brackets', removes('t: [a] # c\n', 'a', 't: [] # c\n'))
test('remove a scalar', removes('t: a\n', 'a', 't: []\n'))
test('remove what is there twice', removes('t: [a, b, a]\n', 'a', 't: [b]\n'))
test('remove what is not there', removes('t: [a]\n', 'b', 't: [a]\n'))
test('remove from nothing', removes('b: 1\n', 'b', 'b: 1\n'))
test('remove a map', removes('t:\n  - p: 1\n    q: 2\n  - p: 3\n', { q: 2, p: 1 }, 't:\n  - p: 3\n'))

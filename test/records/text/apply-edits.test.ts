import { expect, test } from 'vitest'
import type { Edit } from '../../../src/records/plan.ts'
import { applyEdit, applyEdits } from '../../../src/records/text/apply-edits.ts'

const path = 'customers/acme/customer.md'
const on = { path, from: 'hash' }
const text = '---\nname: Acme # ours\ntags: [a]\n---\nBody\n'

const becomes = (edit: Edit, before: string | null, after: string | null) => () => expect(applyEdit(before, edit)).toBe(after)

test('set', becomes({ do: 'set', ...on, field: ['name'], value: 'Acme Inc' }, text, text.replace('Acme', 'Acme Inc')))
test('set to undefined', becomes({ do: 'set', ...on, field: ['tags'], value: undefined }, text, text.replace('tags: [a]\n', '')))
test('add', becomes({ do: 'add', ...on, field: ['tags'], value: 'b' }, text, text.replace('[a]', '[a, b]')))
test('remove a value', becomes({ do: 'remove', ...on, field: ['tags'], value: 'a' }, text, text.replace('[a]', '[]')))
test('remove a key', becomes({ do: 'remove', ...on, field: ['tags'] }, text, text.replace('tags: [a]\n', '')))
test('replace', becomes({ do: 'replace', ...on, text: 'new' }, text, 'new'))
test('create', becomes({ do: 'create', path, text }, null, text))
test('create what is there already, the same', becomes({ do: 'create', path, text }, text, text))
test('delete', becomes({ do: 'delete', ...on }, text, null))
test('move', becomes({ do: 'move', ...on, to: 'b.md' }, text, text))
test('keep', becomes({ do: 'keep', path }, text, text))
test('keep a file that is gone', becomes({ do: 'keep', path }, null, null))

const appends = (before: string, added: string, after: string) => becomes({ do: 'append', ...on, text: added }, before, after)
test('append', appends('a\n', 'b\n', 'a\nb\n'))
test('append without line break', appends('a\n', 'b', 'a\nb\n'))
test('append to a file without final newline', appends('a', 'b\n', 'a\nb'))
test('append under CRLF', appends('a\r\n', 'b\nc\n', 'a\r\nb\r\nc\r\n'))
test('append a blank line and more', appends('a\n', '\n## b\n', 'a\n\n## b\n'))
test('append below blank lines', appends('a\n\n', 'b\n', 'a\n\nb\n'))
test('append to an empty file', appends('', 'b', 'b\n'))
test('append to front matter alone', appends('---\na: 1\n---', 'b', '---\na: 1\n---\nb'))
test('append nothing', appends('a', '', 'a'))

test('a file that exists is not made again', () =>
  expect(() => applyEdit('other', { do: 'create', path, text })).toThrow(expect.objectContaining({ exitCode: 2, path })))
test('a file that is gone is not changed', () =>
  expect(() => applyEdit(null, { do: 'append', ...on, text: 'b' })).toThrow(expect.objectContaining({ exitCode: 3, path })))

test('all edits of one path, in order', () => {
  const edits: Edit[] = [
    { do: 'set', ...on, field: ['stage'], value: 'won' },
    { do: 'set', path: 'other.md', from: 'hash', field: ['stage'], value: 'lost' },
    { do: 'add', ...on, field: ['tags'], value: 'b' },
    { do: 'append', ...on, text: 'More' },
  ]
  expect(applyEdits(path, text, edits)).toBe('---\nname: Acme # ours\ntags: [a, b]\nstage: won\n---\nBody\nMore\n')
  expect(applyEdits(path, null, [{ do: 'create', path, text: '' }, ...edits])).toContain('stage: won\n')
  expect(applyEdits('third.md', text, edits)).toBe(text)
})

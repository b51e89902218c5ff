import { expect, test } from 'vitest'
import { readCommitted } from '../../../src/workspace/past/read-committed.ts'
import { blobId } from '../../../src/workspace/sheet.ts'
import { beganAt, commitAt } from '../../helpers/history.ts'
import { sessionAt } from '../../helpers/saved.ts'
import { git } from '../../helpers/workspace.ts'

const path = 'customers/acme/customer.md'
const other = 'customers/globex/customer.md'
const texts = (root: string, from: string, wanted: Record<string, string>) => {
  const ids = new Map(Object.entries(wanted).map(([file, text]) => [file, blobId(text)]))
  return Object.fromEntries([...readCommitted(sessionAt(root).here(), from, ids)].map(([file, bytes]) => [file, String(bytes)]))
}
const history = () => {
  const root = beganAt('2026-11-01T10:00:00Z', { [path]: 'one', [other]: 'theirs' })
  const from = git(root, 'rev-parse', 'HEAD').trim()
  commitAt(root, '2026-11-02T10:00:00Z', { [path]: 'two' })
  commitAt(root, '2026-11-03T10:00:00Z', { [path]: 'three' })
  return { root, from }
}

test('a text that a later commit held at that path is found, the last or not', () => {
  const { root, from } = history()
  expect(texts(root, from, { [path]: 'two' })).toEqual({ [path]: 'two' })
  expect(texts(root, from, { [path]: 'three' })).toEqual({ [path]: 'three' })
})

test('not what nobody committed, nor what stood there before, nor what stands at another path', () => {
  const { root, from } = history()
  expect(texts(root, from, { [path]: 'never' })).toEqual({})
  expect(texts(root, from, { [path]: 'one' })).toEqual({})
  expect(texts(root, from, { [other]: 'two' })).toEqual({})
  expect(texts(root, from, {})).toEqual({})
})

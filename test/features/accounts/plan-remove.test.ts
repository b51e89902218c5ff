import { expect, test } from 'vitest'
import { planRemove } from '../../../src/features/accounts/plan-remove.ts'

const file = { path: 'customers/acme/customer.md', sha: 'abc' }

test('each file goes, held against what was read', () => {
  expect(planRemove('acme', 'customer', [file], []).plan.edits).toEqual([{ do: 'delete', path: file.path, from: 'abc' }])
})

test('what undo could not bring back is refused', () => {
  expect(() => planRemove('acme', 'customer', [file], ['customers/acme/new.md'])).toThrow('git has not seen')
  expect(() => planRemove('acme', 'customer', [file, { path: 'customers/acme/documents/a.pdf', sha: undefined }], [])).toThrow(
    'not text',
  )
})

import { expect, test } from 'vitest'
import { planSave } from '../../../src/features/history/plan-save.ts'
import type { Problem } from '../../../src/records/problem.ts'

const path = 'customers/acme/deals/renewal.md'
const change = { path, before: '---\nname: R\namount: 1\n---\n', after: '---\nname: R\namount: 2\n---\n' }
const problem = (more: Partial<Problem> = {}): Problem => ({
  path,
  line: 3,
  column: 9,
  message: 'amount: "lots" is not a number.',
  expected: 'a number such as 24000',
  severity: 'error',
  ...more,
})

test('sound edits are kept as they stand', () => {
  expect(planSave([change], []).plan).toEqual({ subject: 'acme: renewal amount 1 → 2', edits: [{ do: 'keep', path }] })
})

test('an error in a changed file keeps everything from being committed, and is named with its place', () => {
  expect(() => planSave([change], [problem()])).toThrow(/renewal\.md:3:9 .*lots.*24000/)
})

test('warnings, and errors in files that are not saved, are not in the way', () => {
  const found = [problem({ severity: 'warning' }), problem({ path: 'customers/globex/customer.md' })]
  expect(planSave([change], found).plan.edits).toHaveLength(1)
})

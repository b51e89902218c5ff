import { expect, test } from 'vitest'
import { planSave } from '../../../src/features/history/plan-save.ts'

const path = 'customers/acme/deals/renewal.md'

test('sound edits are kept as they stand', () => {
  const { plan } = planSave([{ path, before: '---\nname: R\namount: 1\n---\n', after: '---\nname: R\namount: 2\n---\n' }])
  expect(plan).toEqual({ subject: 'acme: renewal amount 1 → 2', edits: [{ do: 'keep', path }] })
})

test('a broken record keeps everything from being committed, and is named with its line', () => {
  expect(() => planSave([{ path, before: null, after: '---\nname: R\namount: lots\n---\n' }])).toThrow(/renewal\.md:3:9 .*lots/)
})

test('files that are no records are not judged', () => {
  expect(planSave([{ path: 'README.md', before: 'a', after: '---\n[' }]).plan.edits).toHaveLength(1)
})

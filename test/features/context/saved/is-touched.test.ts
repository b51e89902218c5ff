import { expect, test } from 'vitest'
import type { SavedPack } from '../../../../src/features/context/saved/find-packs.ts'
import { isTouched } from '../../../../src/features/context/saved/is-touched.ts'
import type { Manifest } from '../../../../src/features/context/saved/manifest.ts'

const inputs = { 'customers/acme/customer.md': '1', 'customers/group/customer.md': '2', 'sales-toolkit/x.md': '3' }
const pack = { customer: 'acme', tier: 'compact', path: '', sha: '', manifest: { inputs } as unknown as Manifest } as SavedPack

test.each([
  ['customers/acme/customer.md', true],
  ['customers/acme/activities/2026-11-20-1000-call-new-aaaa.md', true],
  ['customers/group/notes.md', true],
  ['customers/globex/customer.md', false],
  ['customers/acme/documents/context/compact.md', false],
  ['customers/globex/documents/context/compact.md', false],
  ['customers/templates/compact.md', true],
  ['customers/workflows/lead-to-close.yaml', true],
  ['customers/prospects/0a/x.yaml', false],
  ['workspace-setup/people/ada.yaml', true],
  ['sales-toolkit/battlecards/new.md', true],
  ['reporting/pulse/acme-x-aaaaaa.yaml', true],
  ['personal/ada/notes/acme.md', false],
])('a change of %s', (path, touched) => {
  expect(isTouched(pack, [path])).toBe(touched)
  expect(isTouched(pack, ['customers/globex/customer.md', path])).toBe(touched)
})

test('a pack that does not say what it was made from is touched by its customer alone, and by what all share', () => {
  const bare = { ...pack, manifest: undefined, lacks: '' } as SavedPack
  expect([isTouched(bare, ['customers/acme/customer.md']), isTouched(bare, ['customers/group/notes.md'])]).toEqual([true, false])
})

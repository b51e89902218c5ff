import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Manifest, manifestPath, readManifest, writeManifest } from '../../../../src/features/context/saved/manifest.ts'

const id = fc.stringMatching(/^[0-9a-f]{40}$/)
const path = fc
  .array(fc.stringMatching(/^[a-zA-Z0-9 _äö東-]{1,12}$/), { minLength: 1, maxLength: 4 })
  .map((parts) => `customers/${parts.join('/')}.md`)
const manifest: fc.Arbitrary<Manifest> = fc.record({
  version: fc.constant(1 as const),
  customer: fc.constant('acme'),
  tier: fc.string({ maxLength: 30 }),
  format: fc.constantFrom('md' as const, 'xml' as const, 'json' as const),
  budget: fc.option(fc.integer({ min: 1, max: 10_000_000 })),
  task: fc.string(),
  asOf: fc.constant('2026-11-21'),
  tokenizer: fc.string({ maxLength: 30 }),
  program: fc.string({ maxLength: 30 }),
  template: id,
  commit: fc.option(id),
  history: id,
  pack: id,
  inputs: fc.dictionary(path, id, { noNullPrototype: true }),
})

test('what was written is read as it was, and written again with the same bytes, whatever the order of its files', () => {
  fc.assert(
    fc.property(manifest, (one) => {
      const text = writeManifest(one)
      expect(readManifest(text)).toEqual(one)
      const turned = { ...one, inputs: Object.fromEntries(Object.entries(one.inputs).toReversed()) }
      expect(writeManifest(turned)).toBe(text)
    }),
  )
})

const sound = writeManifest({
  version: 1,
  customer: 'acme',
  tier: 'compact',
  format: 'md',
  budget: null,
  task: '',
  asOf: '2026-11-21',
  tokenizer: 't',
  program: 'p',
  template: '',
  commit: 'a'.repeat(40),
  history: '',
  pack: 'b',
  inputs: { 'customers/acme/customer.md': 'c' },
})

test.each<[what: string, from: string | RegExp, to: string]>([
  ['half of it', /.{30}$/s, ''],
  ['another version', '"version": 1', '"version": 2'],
  ['a budget in words', '"budget": null', '"budget": "much"'],
  ['no day', '2026-11-21', 'today'],
  ['a commit that is an option of git', 'a'.repeat(40), '--output=/tmp/x'],
  ['files as a list', /\{\s+"customers.*\}(?=\s+\})/s, '[]'],
  ['a path out of the workspace', 'customers/acme/customer.md', '../../etc/passwd'],
  ['a path from the root of the disk', 'customers/acme/customer.md', '/etc/passwd'],
  ['a path that turns back', 'customers/acme/customer.md', 'customers/acme/../globex/customer.md'],
  ['a path of Windows', 'customers/acme/customer.md', 'C:\\\\x'],
])('%s is no manifest', (_, from, to) => {
  const text = sound.replace(from, to)
  expect(text).not.toBe(sound)
  expect(readManifest(sound)).toBeDefined()
  expect(readManifest(text)).toBeUndefined()
})

test('whatever is no manifest is none, and throws nothing', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => readManifest(text) === undefined))
})

test('each form of a size has a manifest of its own', () => {
  expect(['a/compact.md', 'a/compact.xml', 'a/compact.json'].map(manifestPath)).toEqual([
    'a/compact.manifest.json',
    'a/compact.xml.manifest.json',
    'a/compact.json.manifest.json',
  ])
})

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findPacks } from '../../../../src/features/context/saved/find-packs.ts'
import { accounts, change, packOf, remove, saveContext, sessionAt, write } from '../../../helpers/saved.ts'

const lies = 'customers/acme/documents/context'
const found = (root: string, customers?: string[]) =>
  findPacks(sessionAt(root).place(), customers).map(
    (pack) => `${pack.customer} ${pack.tier} ${pack.manifest ? 'known' : 'lacks' in pack ? pack.lacks : ''}`,
  )

test('by customer and size, those of some or of all', async () => {
  const root = accounts()
  await saveContext(root, 'globex')
  await saveContext(root, 'acme', { tier: 'standard' })
  await saveContext(root, 'acme', { format: 'xml' })
  expect(found(root)).toEqual(['acme compact known', 'acme standard known', 'globex compact known'])
  expect(found(root, ['globex'])).toEqual(['globex compact known'])
})

test('one without its manifest says so; what somebody wrote himself is none', async () => {
  const root = accounts()
  await saveContext(root, 'acme')
  write(root, `${lies}/mine.md`, '# What I know\n')
  remove(root, `${lies}/compact.manifest.json`)
  expect(found(root)).toEqual(['acme compact it does not say what it was made from'])
})

test.each<[what: string, spoil: (root: string) => void, lacks: string]>([
  ['no JSON', (root) => write(root, `${lies}/compact.manifest.json`, '{'), `${lies}/compact.manifest.json cannot be read`],
  [
    'of another customer',
    (root) => change(root, `${lies}/compact.manifest.json`, '"customer": "acme"', '"customer": "globex"'),
    'its manifest is that of globex, compact',
  ],
])('a manifest that is %s makes nothing known', async (_, spoil, lacks) => {
  const root = accounts()
  await saveContext(root, 'acme')
  spoil(root)
  expect(found(root)).toEqual([`acme compact ${lacks}`])
})

test('a link that leads elsewhere is not followed', async () => {
  const root = accounts()
  await saveContext(root, 'globex')
  mkdirSync(join(root, lies), { recursive: true })
  symlinkSync(join(root, packOf('globex')), join(root, lies, 'compact.md'))
  writeFileSync(join(root, lies, 'standard.md.manifest.json'), '{}')
  expect(found(root)).toEqual(['globex compact known'])
})

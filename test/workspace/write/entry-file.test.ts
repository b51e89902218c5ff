import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEntry, writeEntry } from '../../../src/workspace/write/entry-file.ts'
import type { Entry, FileChange } from '../../../src/workspace/write/journal.ts'
import { folder } from '../../helpers/workspace.ts'

const entryOf = (changes: FileChange[], over: Partial<Entry> = {}): Entry => ({
  id: '000001-x',
  home: ':',
  action: 'import csv',
  actor: 'ada',
  subject: 'Import\nall',
  because: 'asked by ada',
  author: { name: 'Ada', email: 'ada@example.test' },
  date: '2026-11-21T10:00:00Z',
  changes,
  ...over,
})

test('an entry is read as it was written, whatever its texts hold', () => {
  const file = join(folder(), 'entry')
  const text = fc.option(fc.string({ unit: 'binary' }), { nil: null })
  const change = fc.record(
    { path: fc.string({ unit: 'grapheme' }), before: text, after: text, mode: fc.nat(), kept: fc.boolean(), from: fc.string() },
    { requiredKeys: ['path', 'before', 'after'] },
  )
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const entry = entryOf(changes)
      writeEntry(file, entry)
      expect(readEntry(file, ':')).toEqual(entry)
    }),
    { numRuns: 100 },
  )
})

test('an entry of many megabytes is read as it was written', () => {
  const file = join(folder(), 'entry')
  const sizes = [0, 1 << 20, 3 << 20, ...Array.from({ length: 3_000 }, (_, n) => n % 997)]
  const entry = entryOf(sizes.map((size, n) => ({ path: `${n}.md`, before: null, after: 'ü\n'.repeat(size) })))
  writeEntry(file, entry)
  expect(readEntry(file, ':')).toEqual(entry)
})

test('an entry without changes, and one of another place', () => {
  const file = join(folder(), 'entry')
  const entry = entryOf([], { drop: '000000-y' })
  writeEntry(file, entry)
  expect([readEntry(file, ':'), readEntry(file, 'worktrees/b:')]).toEqual([entry, undefined])
  expect(readFileSync(file, 'utf8')).toMatch(/^\{.*\}\n$/)
  writeFileSync(file, '')
  expect(readEntry(file, ':')).toBeUndefined()
})

import { expect, test } from 'vitest'
import { mergeRecords } from '../../../src/records/text/merge-records.ts'

const path = 'customers/acme/deals/renewal.md'
const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const merge = (base: string, ours: string, theirs: string) => mergeRecords(path, { base, ours, theirs })

test('neighbouring keys merge', () => {
  const merged = merge(sheet('stage: a\namount: 1'), sheet('stage: b\namount: 1'), sheet('stage: a\namount: 2'))
  expect(merged).toEqual({ clean: true, text: sheet('stage: b\namount: 2') })
})

test('a child of a key that the other side took away does not move to the key above', () => {
  const base = sheet('contract:\n  start: 2026-01-01\nmeddpicc:\n  champion: jo')
  const ours = sheet('contract:\n  start: 2026-01-01\nmeddpicc:\n  champion: jo\n  pain: slow')
  const theirs = sheet('contract:\n  start: 2026-01-01')
  expect(merge(base, ours, theirs).clean).toBe(false)
})

test('the same key added on both sides is no merge', () => {
  expect(merge(sheet('a: 1\nb: 2'), sheet('owner: ada\na: 1\nb: 2'), sheet('a: 1\nb: 2\nowner: ben')).clean).toBe(false)
})

test('items added to different ends of a list merge', () => {
  const merged = merge(
    sheet('tags:\n  - b\n  - c\n  - d'),
    sheet('tags:\n  - a\n  - b\n  - c\n  - d'),
    sheet('tags:\n  - b\n  - c\n  - d\n  - e'),
  )
  expect(merged).toMatchObject({ clean: true })
})

test('a file that was broken before is merged by its lines', () => {
  expect(merge(sheet('a: [\nb: 1'), sheet('a: [\nb: 2'), sheet('a: [\nb: 1', 'Note.\n'))).toMatchObject({ clean: true })
})

test('running text is free', () => {
  expect(merge('one\ntwo\nthree\n', 'ONE\ntwo\nthree\n', 'one\ntwo\nTHREE\n')).toEqual({ clean: true, text: 'ONE\ntwo\nTHREE\n' })
})

test('front matter put on a text whose own was taken away is no merge', () => {
  expect(merge('just a note\n', sheet('industry: x', 'just a note\n'), sheet('name: Glob\nstage: lead', 'Notes.\n')).clean).toBe(
    false,
  )
})

test('a fence that changed on one side is no merge', () => {
  const theirs = sheet('name: Glob\nstage: lead', '# Glob\n')
  expect(merge(`\uFEFF${sheet('name: Glo', 'x')}`, `\uFEFF${sheet('name: Glo\nindustry: x', 'x')}`, theirs).clean).toBe(false)
})

test('a key that one side took away stays away', () => {
  const merged = merge(sheet('a: 1\nb: 2\nc: 3'), sheet('a: 1\nc: 3'), sheet('a: 1\nb: 2\nc: 4'))
  expect(merged).toEqual({ clean: true, text: sheet('a: 1\nc: 4') })
})

import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayIntake } from '../../../../src/doors/say/plans/intake.ts'
import type { FilePlan } from '../../../../src/features/intake/intake.ts'

const none = { filed: 0, updated: 0, known: 0, leftOut: 0, asked: 0 }
const step = (did: FilePlan['steps'][number]['did'], path?: string): FilePlan['steps'][number] => ({
  did,
  what: 'activity',
  called: 'Prices',
  because: 'why',
  ...(path && { path }),
})
const file = (more: Partial<FilePlan> = {}): FilePlan => ({
  file: 'personal/ada/inbox/a.eml',
  is: 'mail',
  steps: [],
  questions: [],
  notes: [],
  ...more,
})
const say = (files: FilePlan[], counts: Partial<typeof none> = {}, apply = false) => {
  const { result, talk } = sayIntake({ ...none, ...counts, files }, { commit: apply ? '1234567890' : null, apply })
  return [stripVTControlCharacters(result), talk]
}

test('an empty inbox is said', () => {
  expect(say([])).toEqual(['', 'The inbox is empty.'])
})

test('each file says where it goes, why, and what it asks', () => {
  const question = { message: 'Which customer?', hint: 'dossier intake a.eml --customer X', candidates: [] }
  const files = [
    file({ steps: [step('file', 'customers/acme/activities/x.md'), step('leave out')], notes: ['cut'], questions: [question] }),
  ]
  expect(say(files, { filed: 1, leftOut: 1, asked: 1 })).toEqual([
    'Plan for 1 file: 1 filed, 1 left out, 1 question\n\npersonal/ada/inbox/a.eml  e-mail\n  → customers/acme/activities/x.md  why\n  - activity "Prices" is left out  why\n  note: cut\n  ? Which customer?\n    dossier intake a.eml --customer X',
    'Nothing is written yet; --apply files it as one commit.',
  ])
  expect(say(files, { filed: 1 }, true)).toEqual([expect.stringContaining('Intake of 1 file: 1 filed  1234567'), ''])
})

test('what is only to leave the inbox is said so', () => {
  expect(say([file({ steps: [step('known', 'x')] })], { known: 1 })[1]).toBe(
    'There is nothing to write; --apply takes it out of the inbox.',
  )
  expect(say([file({ file: '/tmp/a.eml', steps: [step('known', 'x')] })], { known: 1 })[1]).toBe('')
})

test('of many only the first are spelt out', () => {
  const [result] = say([file({ steps: Array.from({ length: 100 }, () => step('file', 'x')) })], { filed: 100 })
  expect(result!.split('\n')).toHaveLength(2 + 1 + 12 + 1)
  expect(result).toContain('and 88 more records')
})

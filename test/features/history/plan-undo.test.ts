import { expect, test } from 'vitest'
import { planUndo } from '../../../src/features/history/plan-undo.ts'
import type { LastAction } from '../../../src/workspace/git/last-action.ts'

const path = 'customers/acme/customer.md'
const last = (more: Partial<Extract<LastAction, { commit: string }>> = {}): LastAction => ({
  commit: 'c0ffee',
  subject: 'acme: stage lead → won',
  action: 'set',
  isTip: true,
  isPushed: false,
  changes: [{ path, before: 'stage: lead\nname: A\n', after: 'stage: won\nname: A\n' }],
  ...more,
})
const stands = (text: string | null) => () => ({ text, sha: 'now' })

test('a commit that nobody has seen is taken back', () => {
  const { plan } = planUndo(last(), stands('stage: won\nname: A\n'))
  expect(plan).toMatchObject({ back: 'c0ffee', edits: [{ do: 'replace', path, from: 'now', text: 'stage: lead\nname: A\n' }] })
})

test.each([
  ['pushed', { isPushed: true }, 'it was pushed already'],
  ['not the last one', { isTip: false }, 'other commits came after it'],
])('one that is %s gets a commit that reverts it', (_, more, why) => {
  const { plan, said } = planUndo(last(more), stands('stage: won\nname: A\n'))
  expect(plan.back).toBeUndefined()
  expect(plan.because).toBe('undo of c0ffee')
  expect(said).toContain(why)
})

test('lines that were not part of it stay as they are now', () => {
  const { plan } = planUndo(last(), stands('stage: won\nname: Acme\n'))
  expect(plan.edits).toMatchObject([{ text: 'stage: lead\nname: Acme\n' }])
})

test('lines changed since are named and nothing is undone', () => {
  expect(() => planUndo(last(), stands('stage: lost\nname: A\n'))).toThrow(/line 1: stage: lost .*stage: lead/)
})

test('what it made is removed, unless it was changed since', () => {
  const made = last({ changes: [{ path, before: null, after: 'name: A\n' }] })
  expect(planUndo(made, stands('name: A\n')).plan.edits).toEqual([{ do: 'delete', path, from: 'now' }])
  expect(() => planUndo(made, stands('name: B\n'))).toThrow('changed since')
})

test('what it removed comes back, unless it was made again', () => {
  const removed = last({ changes: [{ path, before: 'name: A\n', after: null }] })
  expect(planUndo(removed, stands(null)).plan.edits).toEqual([{ do: 'create', path, text: 'name: A\n' }])
  expect(() => planUndo(removed, stands('name: B\n'))).toThrow('made again')
})

test('undo of a save leaves the edits in the files', () => {
  const { plan } = planUndo(last({ action: 'save' }), stands('whatever'))
  expect(plan).toMatchObject({ back: 'c0ffee', edits: [{ do: 'keep', path }] })
})

test('what is not text is refused', () => {
  expect(() => planUndo(last({ changes: [{ path, before: undefined, after: 'x' }] }), stands('x'))).toThrow('not text')
})

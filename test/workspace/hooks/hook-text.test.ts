import { expect, test } from 'vitest'
import { checkLine, withCheck, withoutCheck } from '../../../src/workspace/hooks/hook-text.ts'

const ours = withCheck(null, '')!
const foreign = '#!/bin/sh\nnpm test\n'

test('what is put in is taken out again', () => {
  expect(withCheck(ours, '')).toBe(ours)
  expect(withoutCheck(ours, '')).toBeNull()
  const two = withCheck(ours, "sales's crm")!
  expect(two).toBe(`${ours}said=$(dossier check --staged --cwd 'sales'\\''s crm') || { echo "$said" >&2; exit 1; }\n`)
  expect(withCheck(two, '')).toBe(two)
  expect(withoutCheck(two, "sales's crm")).toBe(ours)
  expect(withoutCheck(withoutCheck(two, '')!, "sales's crm")).toBeNull()
})

test("another's hook is no business of ours, unless it asks us", () => {
  expect(withCheck(foreign, '')).toBeUndefined()
  expect(withoutCheck(foreign, '')).toBeUndefined()
  const asking = `${foreign}${checkLine('')}\n`
  expect(withCheck(asking, '')).toBe(asking)
  expect(withoutCheck(asking, '')).toBeUndefined()
})

test('what somebody wrote below ours stays', () => {
  expect(withoutCheck(`${ours}npm test\n`, '')).toBe(foreign)
  expect(withoutCheck(ours, 'crm')).toBeUndefined()
})

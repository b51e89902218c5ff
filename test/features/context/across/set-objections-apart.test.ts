import { expect, test } from 'vitest'
import { setObjectionsApart } from '../../../../src/features/context/across/set-objections-apart.ts'
import type { Item } from '../../../../src/features/context/item.ts'

test('what customers hold against us gets a section of its own; who competes is left to all together', () => {
  const item = (section: Item['section'], path: string): Item => ({
    section,
    path,
    first: { text: 'said', sources: [{ path, line: 1 }] },
    more: [],
    value: 1,
  })
  const told = setObjectionsApart([
    item('facts', 'customers/acme/customer.md'),
    item('competition', 'customers/acme/deals/pilot.md'),
    item('competition', 'customers/acme/activities/2026-11-17-call.md'),
  ])
  expect(told.map(({ section, path }) => `${section} ${path}`)).toEqual([
    'facts customers/acme/customer.md',
    'objections customers/acme/activities/2026-11-17-call.md',
  ])
})

import { expect, test } from 'vitest'
import { compileWhere } from '../../../src/records/queries/compile-query.ts'
import { compileSeeing } from '../../../src/records/queries/compile-seeing.ts'

function compiled(where: string, seen: Record<string, string[]>) {
  const looked: string[] = []
  const { condition, faults } = compileSeeing<ReturnType<typeof compileWhere>>(
    { names: { deal: ['amount'], customer: ['segment'] } },
    (kind) => {
      looked.push(kind)
      return seen[kind] ?? []
    },
    (known) => compileWhere(where, 'deal', known),
    ({ faults: wrong = [] }) => wrong.map(({ message }) => message),
  )
  return { looked, holds: Boolean(condition), faults: faults?.map(({ message }) => message) }
}

test.each([
  ['amount > 1 && customer.segment == "x"', [], true],
  ['plant == "x"', ['deal'], true],
  ['plant == "x" && customer.city == "y"', ['customer', 'deal'], true],
  ['customer.plant == "x"', ['customer'], false],
])('%s looks for keys of %j', (where, looked, holds) => {
  expect(compiled(where, { deal: ['plant'], customer: ['city'] })).toMatchObject({ looked, holds })
})

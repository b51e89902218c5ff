import { describe, expect, test } from 'vitest'
import { compileQuery } from '../../../src/records/queries/compile-query.ts'
import { readRecord } from '../../../src/records/schema/read-record.ts'
import { fieldsOf } from '../../../src/records/schema/schema-of.ts'

const known = {
  names: { deal: Object.keys(fieldsOf('deal')), customer: Object.keys(fieldsOf('customer')), task: ['text', 'due'] },
}
const path = 'workspace-setup/queries/stalled.yaml'
const compiled = (text: string) => compileQuery(readRecord('query', path, text), known)
const problemsOf = (text: string) => compiled(text).problems.map(({ line, column, message }) => [line, column, message])

test('a query with everything', () => {
  const { query, problems } = compiled(
    'about: deal\ntitle: Stalled\nwhere: amount > 10 && slug != "x"\nsort: [-amount, name]\nlimit: 3\nfields: [name, customer.segment]\narchived: true\n',
  )
  expect(problems).toEqual([])
  expect(query).toMatchObject({ name: 'stalled', about: 'deal', value: { limit: 3, archived: true } })
  expect(query?.orders.map(({ field, descending }) => [field.name, descending])).toEqual([
    ['amount', true],
    ['name', false],
  ])
  expect(query?.fields?.map(({ name }) => name)).toEqual(['name', 'customer.segment'])
  expect(query?.condition?.reads).toEqual(['amount', 'slug'])
})

test('a query with next to nothing, and lists as text', () => {
  expect(compiled('about: task\n').query).toMatchObject({ about: 'task', orders: [] })
  expect(compiled('about: task\n').query).not.toHaveProperty('fields')
  expect(compiled('about: deal\nfields: name, amount\nsort: -amount, name\n').query?.fields).toHaveLength(2)
})

describe('what is wrong has its line and column', () => {
  test.each<[text: string, found: unknown[]]>([
    ['about: deal\nwhere: amuont > 1\n', [[2, 8, 'There is no "amuont" in a deal.']]],
    ['about: deal\nwhere: "amount > 1 && amuont > 1"\n', [[2, 23, 'There is no "amuont" in a deal.']]],
    ['about: deal\nwhere: >-\n  amount > 1\n  && amuont > 1\n', [[4, 6, 'There is no "amuont" in a deal.']]],
    ['about: deal\nwhere: |\n    amount > 1\n    && amuont > 1\n', [[4, 8, 'There is no "amuont" in a deal.']]],
    ['about: deal\nwhere: amount > 1\n  && amuont > 1\n', [[3, 6, 'There is no "amuont" in a deal.']]],
    ['about: deal\nsort: name, -amuont\n', [[2, 14, 'There is no "amuont" in a deal.']]],
    ['about: deal\nsort:\n  - name\n  - amuont:desc\n', [[4, 5, 'There is no "amuont" in a deal.']]],
    ['about: deal\nfields: [name, "amuont"]\n', [[2, 17, 'There is no "amuont" in a deal.']]],
    [
      'about: deal\nfields: [nam, customer.segmnt]\n',
      [
        [2, 10, 'There is no "nam" in a deal.'],
        [2, 15, 'There is no "segmnt" in a customer.'],
      ],
    ],
    ['about: deal\nparams: {days: 1}\nwhere: amount > $dyas\n', [[3, 17, 'There is no parameter "dyas".']]],
    [
      'about: deal\nparams: {days: 100}\nwhere: probability > $days && amuont > 1\n',
      [[3, 31, 'There is no "amuont" in a deal.']],
    ],
    ['about: deal\nparams: {my-days: 1}\n', [[2, 19, '"my-days" is no name for a parameter.']]],
    ['about: dael\n', [[1, 8, 'about: "dael" is not one of the choices.']]],
    ['where: amount > 1\n', [[1, 1, 'about is missing.']]],
    ['about: deal\nlimit: none\n', [[2, 8, 'limit: "none" is not a whole number.']]],
    ['about: [deal', [[1, 13, expect.any(String)]]],
    ['', [[1, 1, 'about is missing.']]],
  ])('%j', (text, found) => {
    expect(problemsOf(text)).toEqual(found)
    expect(compiled(text).query).toBeUndefined()
  })

  test('a mistyped key is a warning, and the query runs', () => {
    const { query, problems } = compiled('about: deal\nwhree: amount > 1\n')
    expect(problems).toMatchObject([{ line: 2, severity: 'warning' }])
    expect(query).toBeDefined()
  })
})

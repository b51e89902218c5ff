import { expect, test } from 'vitest'
import { readRecord } from '../../../src/records/schema/read-record.ts'
import { fieldsOf, requiredFrom } from '../../../src/records/schema/schema-of.ts'

const yaml = `deal:
  security_review:
    type: choice
    values: [none, started, done]
    label: Security review
    import: [Sec. review]
    required: from stage business-case
    edit: [manager]
  seats: {type: number, required: always, label: Seats}
  go_live: {type: date}
customer:
  products: {type: list, values: [crm, bi]}
values:
  lost_reason: [price, no decision]
  segment: [smb, enterprise]
`
const { value: team, problems } = readRecord('fields', 'workspace-setup/fields.yaml', yaml)
const said = (kind: 'deal' | 'customer', text: string) =>
  readRecord(
    kind,
    `customers/acme/${kind === 'deal' ? 'deals/x' : 'customer'}.md`,
    `---\nname: X\n${text}\n---\n`,
    team,
  ).problems.map((p) => p.message)

test('fields.yaml is a record like any other', () => {
  expect(problems).toEqual([])
  expect(team?.deal?.['security_review']).toMatchObject({
    type: 'choice',
    required: 'from stage business-case',
    edit: ['manager'],
  })
  expect(readRecord('fields', 'workspace-setup/fields.yaml', 'deal:\n  a: {type: txt}\n').problems).toMatchObject([
    { line: 2, column: 13, expected: expect.stringContaining('one of text, ') },
  ])
})

test.each([
  ['seats: 5\nsecurity_review: done\ngo_live: 2026-11-02\nlost_reason: price', []],
  ['seats: 5\nsecurity_review: finished', ['security_review: "finished" is not one of the choices.']],
  ['seats: five', ['seats: "five" is not a number.']],
  ['seats: 5\ngo_live: soon', ['go_live: "soon" is not a day.']],
  ['seats: 5\nlost_reason: weather', ['lost_reason: "weather" is not one of the choices.']],
  ['seats: 5\nsecurity_reviw: done', ['security_reviw: did you mean security_review?']],
  ['owner: ada', ['seats is missing.']],
] as const)('in a deal: %s', (text, messages) => {
  expect(said('deal', text)).toEqual(messages)
})

test.each([
  ['products: [crm]\nsegment: smb', []],
  ['products: [crm, erp]', ['products[1]: "erp" is not one of the choices.']],
  ['segment: huge', ['segment: "huge" is not one of the choices.']],
] as const)('in a customer: %s', (text, messages) => {
  expect(said('customer', text)).toEqual(messages)
})

test('the fields of a kind are listed with their types, the team’s own last', () => {
  const fields = fieldsOf('deal', team)
  expect(Object.keys(fields).slice(-3)).toEqual(['security_review', 'seats', 'go_live'])
  expect(fields['security_review']).toMatchObject({
    is: 'choice',
    values: ['none', 'started', 'done'],
    description: 'Security review',
    required: false,
  })
  expect(fields['name']).toMatchObject({ is: 'text', required: true })
  expect(fields['lost_reason']).toMatchObject({ is: 'choice', values: ['price', 'no decision'] })
  expect(fields['tags']).toMatchObject({ is: 'list', item: { is: 'text' } })
})

test.each([
  ['always', 'always'],
  ['never', 'never'],
  ['from stage negotiation', { stage: 'negotiation' }],
] as const)('required: %s', (required, from) => {
  expect(requiredFrom({ type: 'text', required })).toEqual(from)
})

test('a label for a built-in field changes neither its type nor whether it must be there', () => {
  const named = readRecord(
    'fields',
    'workspace-setup/fields.yaml',
    'deal:\n  name: {label: Title}\n  source: {values: [fair]}\n',
  ).value
  expect(fieldsOf('deal', named)).toMatchObject({
    name: { required: true },
    source: { is: 'choice', required: false },
    amount: { is: 'number' },
  })
})

import { describe, expect, test } from 'vitest'
import { relinkFields } from '../../../src/records/links/relink-fields.ts'

const ways = new Map([
  ['customers/globex/customer.md', 'customers/acme/customer.md'],
  ['customers/globex/contacts/jo.md', 'customers/acme/contacts/jo-x1.md'],
  ['customers/globex/contacts/bo.md', 'customers/acme/contacts/bo.md'],
  ['customers/globex/deals/pilot.md', 'customers/acme/deals/pilot-y2.md'],
  ['customers/globex/activities/a.md', 'customers/acme/activities/a.md'],
])
const sheet = (fields: string) => `---\n${fields}\n---\nBody.\n`
const at = (was: string, is = was) => ({ was, is, has: () => true })
const relink = (was: string, is: string, fields: string) => relinkFields(ways, at(was, is), sheet(fields)).text

describe('elsewhere', () => {
  test.each([
    ['customers/zeta/customer.md', 'parent: globex # ours', 'parent: acme # ours'],
    [
      'customers/zeta/deals/d.md',
      "partners:\n  - { customer: 'globex', role: x }",
      "partners:\n  - { customer: 'acme', role: x }",
    ],
    ['customers/zeta/contacts/c.md', 'moved_to: "globex"', 'moved_to: "acme"'],
    [
      'customers/zeta/deals/d.md',
      'primary_contact: globex/jo\nrenews: customers/globex/deals/pilot.md',
      'primary_contact: acme/jo-x1\nrenews: customers/acme/deals/pilot-y2.md',
    ],
    ['customers/zeta/deals/d.md', 'primary_contact: jo\nname: globex', 'primary_contact: jo\nname: globex'],
    ['customers/zeta/contacts/c.md', 'redirect: ../globex/contacts/jo.md', 'redirect: ../acme/contacts/jo-x1.md'],
  ])('%s: %j becomes %j', (path, fields, now) => expect(relink(path, path, fields)).toBe(sheet(now)))

  test('a prospect and an episode name the customer it became', () => {
    const prospect = 'customers/prospects/ab/x.example.yaml'
    expect(relinkFields(ways, at(prospect), 'name: X\ncustomer: globex\n').text).toBe('name: X\ncustomer: acme\n')
    expect(relinkFields(ways, at('reporting/pulse/e.yaml'), 'customer: globex\n').text).toBe('customer: acme\n')
  })

  test("a team's own field of type customer counts", () => {
    const team = { customer: { reseller: { type: 'customer', required: 'never' } } } as const
    const { text } = relinkFields(ways, at('customers/zeta/customer.md'), sheet('name: Z\nreseller: globex'), team)
    expect(text).toBe(sheet('name: Z\nreseller: acme'))
  })
})

describe('in what goes along', () => {
  const deal = ['customers/globex/deals/pilot.md', 'customers/acme/deals/pilot-y2.md'] as const
  test.each([
    ['primary_contact: jo', 'primary_contact: jo-x1'],
    ['primary_contact: bo', 'primary_contact: bo'],
    ['meddpicc:\n  champion: jo\n  metrics: jo said so', 'meddpicc:\n  champion: jo-x1\n  metrics: jo said so'],
    [
      'meddpicc: {champion: {contact: jo, evidence: activities/a.md}}',
      'meddpicc: {champion: {contact: jo-x1, evidence: activities/a.md}}',
    ],
  ])('%j becomes %j', (fields, now) => expect(relink(...deal, fields)).toBe(sheet(now)))
})

describe('whoever would stand in a list twice', () => {
  const one = new Map([['customers/acme/contacts/jo.md', 'customers/acme/contacts/jo-x1.md']])
  const fold = (path: string, fields: string) => relinkFields(one, at(path), sheet(fields)).text
  const deal = 'customers/acme/deals/d.md'
  test.each([
    ['customers/acme/activities/a.md', 'participants: [jo, jo-x1, a@b.example]', 'participants: [jo-x1, a@b.example]'],
    [
      deal,
      'people:\n  - { contact: jo }\n  - { contact: jo-x1, role: champion }',
      'people:\n  - { contact: jo-x1, role: champion }',
    ],
    [
      deal,
      'people:\n  - { contact: jo, role: user }\n  - { contact: jo-x1, role: champion }',
      'people:\n  - { contact: jo-x1, role: user }\n  - { contact: jo-x1, role: champion }',
    ],
  ])('%s: %j becomes %j', (path, fields, now) => expect(fold(path, fields)).toBe(sheet(now)))
})

test('who took part at one customer stays named as there when the person is kept at another', () => {
  const over = new Map([['customers/zeta/contacts/jo.md', 'customers/acme/contacts/jo.md']])
  const text = sheet('participants: [jo]')
  expect(relinkFields(over, at('customers/zeta/activities/a.md'), text).text).toBe(text)
})

test('what an alias repeats is left, with its line; a broken file is left whole', () => {
  const aliased = sheet('parent: &p globex\nother: *p')
  expect(relinkFields(ways, at('customers/zeta/customer.md'), aliased)).toEqual({ text: aliased, left: [2] })
  const broken = sheet('parent: [globex')
  expect(relinkFields(ways, at('customers/zeta/customer.md'), broken)).toEqual({ text: broken, left: [] })
})

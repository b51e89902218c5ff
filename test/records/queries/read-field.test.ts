import { expect, test } from 'vitest'
import type { KnownFields } from '../../../src/records/queries/known-fields.ts'
import { readField } from '../../../src/records/queries/read-field.ts'
import { fieldsOf } from '../../../src/records/schema/schema-of.ts'

const team = { deal: { tier: { type: 'choice', values: ['A', 'B'], required: 'never' } } } as never
const known: KnownFields = {
  names: {
    customer: [...Object.keys(fieldsOf('customer')), 'plant'],
    deal: Object.keys(fieldsOf('deal', team)),
    activity: Object.keys(fieldsOf('activity')),
    task: ['text', 'owner', 'due', 'done', 'line', 'path'],
  },
  team,
  has: ([first, second]) => first === 'meddpicc' && second === 'veto',
}

test.each([
  ['amount', 'deal', { of: 'row', path: ['amount'] }, 'number'],
  ['deal.amount', 'deal', { of: 'row', path: ['amount'] }, 'number'],
  ['close_date', 'deal', { of: 'row', path: ['close_date'] }, 'day'],
  ['tier', 'deal', { of: 'row', path: ['tier'] }, 'choice'],
  ['meddpicc.champion', 'deal', { of: 'row', path: ['meddpicc', 'champion'] }, 'either'],
  ['meddpicc.champion.on', 'deal', { of: 'row', path: ['meddpicc', 'champion', 'on'] }, 'day'],
  ['meddpicc.veto', 'deal', { of: 'row', path: ['meddpicc', 'veto'] }, undefined],
  ['external.hubspot', 'deal', { of: 'row', path: ['external', 'hubspot'] }, 'text'],
  ['lines.0.product', 'deal', { of: 'row', path: ['lines', '0', 'product'] }, 'text'],
  ['customer', 'deal', { of: 'row', path: ['customer'] }, undefined],
  ['slug', 'deal', { of: 'row', path: ['slug'] }, undefined],
  ['customer.segment', 'deal', { of: 'customer', path: ['segment'] }, 'text'],
  ['customer.slug', 'deal', { of: 'customer', path: ['slug'] }, undefined],
  ['customer.plant', 'deal', { of: 'customer', path: ['plant'] }, undefined],
  ['customer.segment', 'customer', { of: 'row', path: ['segment'] }, 'text'],
  ['plant.floor', 'customer', { of: 'row', path: ['plant', 'floor'] }, undefined],
  ['no_activity', 'contact', { of: 'computed', path: ['no_activity'] }, undefined],
  ['due', 'task', { of: 'row', path: ['due'] }, undefined],
  ['customer.segment', 'task', { of: 'customer', path: ['segment'] }, 'text'],
] as const)('%s of a list about %s', (written, about, place, is) => {
  const { field, fault } = readField(written, about, known)
  expect(fault).toBeUndefined()
  expect(field).toMatchObject({ name: written, ...place })
  expect(field?.type?.is).toBe(is)
})

test.each([
  ['amuont', 'deal', 'There is no "amuont" in a deal.', /^one of amount, /],
  ['subjcet', 'activity', 'There is no "subjcet" in an activity.', /^one of subject, /],
  ['customer.segmnt', 'deal', 'There is no "segmnt" in a customer.', /^one of customer\.segment, /],
  ['segmnt', 'customer', 'There is no "segmnt" in a customer.', /^one of segment, /],
  ['meddpicc.chmpion', 'deal', 'There is no "chmpion" in "meddpicc".', /^one of meddpicc\.champion, /],
  ['deal.meddpicc.chmpion', 'deal', 'There is no "chmpion" in "meddpicc".', /^one of deal\.meddpicc\.champion, /],
  ['amount.value', 'deal', '"amount" has no keys of its own.', /^amount$/],
  ['due.day', 'task', '"due" has no keys of its own.', /^due$/],
  ['slug', 'task', 'There is no "slug" in a task.', /^one of /],
  ['constructor', 'deal', 'There is no "constructor" in a deal.', /no_activity/],
  ['customer.toString', 'deal', 'There is no "toString" in a customer.', /customer\.name/],
] as const)('%s of a list about %s is refused', (written, about, message, expected) => {
  expect(readField(written, about, known, 7).fault).toEqual({ at: 7, message, expected: expect.stringMatching(expected) })
})

import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayHandover } from '../../../../src/doors/say/plans/handover.ts'
import { sayCustomerMerge, sayRoles } from '../../../../src/doors/say/plans/merge.ts'

const answer = {
  into: 'acme',
  from: 'globex',
  taken: [{ field: 'industry', value: 'Steel' }],
  differing: [{ field: 'segment', kept: 'smb', was: 'big' }],
  moved: { contacts: 1, deals: 2, activities: 0, documents: 0, others: 0 },
  merged: [],
  renamed: [{ from: 'customers/globex/deals/a.md', to: 'customers/acme/deals/a-x1y2.md' }],
  same: [],
  relinked: Array.from({ length: 14 }, (_, n) => `customers/c${n}/customer.md`),
  stays: [{ path: 'customers/globex/documents/o.pdf', because: 'it is no text' }],
  left: [],
  notes: [],
}

test('a plan to merge says what becomes of fields and files', () => {
  const said = stripVTControlCharacters(
    sayCustomerMerge({ ...answer, question: 'globex is the parent.' }, { apply: false, commit: null }),
  )
  expect(said.split('\n')).toEqual([
    'Plan: merge globex into acme',
    '  industry: Steel from globex',
    "  segment: kept acme's smb; globex's was big",
    'Moved to acme: 1 contact, 2 deals',
    'Under another name, for theirs is taken:',
    '  customers/globex/deals/a.md → customers/acme/deals/a-x1y2.md',
    'Relinked:',
    ...Array.from({ length: 12 }, (_, n) => `  customers/c${n}/customer.md`),
    '  and 2 more',
    'Stays where it is:',
    '  customers/globex/documents/o.pdf: it is no text',
    'globex leaves a stub: customers/globex/customer.md',
    'globex is the parent. (--yes says yes)',
  ])
})

test('what was done says its commit, and asks nothing', () => {
  const said = stripVTControlCharacters(
    sayCustomerMerge({ ...answer, question: 'globex is the parent.' }, { apply: true, commit: 'abcdef0123' }),
  )
  expect(said.split('\n')[0]).toBe('Merged globex into acme  abcdef0')
  expect(said).not.toContain('--yes')
})

test('parts left behind are warnings with their place', () => {
  expect(sayRoles([{ deal: 'pilot', role: 'champion', path: 'customers/acme/deals/pilot.md', line: 4 }])).toBe(
    'Warning: customers/acme/deals/pilot.md:4: pilot still counts on this person as champion.',
  )
})

test('a handover is told customer by customer', () => {
  const handed = {
    customer: 'acme',
    from: 'ada',
    to: 'ben',
    fields: ['owner'],
    contacts: [],
    deals: [{ slug: 'pilot', stage: 'lead', amount: 1000, currency: 'EUR' }],
    stays: [{ slug: 'other', owner: '' }],
    tasks: [{ text: 'Call', path: 'customers/acme/customer.md', line: 7 }],
    document: 'customers/acme/documents/handover-2026-11-21.md',
  }
  const say = (list: (typeof handed)[]) =>
    stripVTControlCharacters(sayHandover({ to: 'ben', handed: list, said: 'Nothing' }, { apply: false, commit: null }))
  expect(say([handed])).toBe(`Plan: hand over to ben: 1 customer

acme
  owner of the customer, until now ada
  deal pilot, lead, €1,000
  task Call  customers/acme/customer.md:7
  deal other stays with nobody
  writes customers/acme/documents/handover-2026-11-21.md`)
  expect(say([])).toBe('Nothing.')
  expect(say(Array.from({ length: 12 }, () => handed))).toContain('and 2 more customers')
})

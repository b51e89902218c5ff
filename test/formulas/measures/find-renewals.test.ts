import { expect, test } from 'vitest'
import { findRenewals } from '../../../src/formulas/measures/find-renewals.ts'
import type { Deal } from '../../../src/records/kinds/deal.ts'

const won = (slug: string, more: Partial<Deal>, outcome = 'won') => ({
  slug,
  path: `customers/acme/deals/${slug}.md`,
  customer: 'acme',
  outcome,
  deal: { name: slug, ...more } as Deal,
})
const found = (...deals: ReturnType<typeof won>[]) =>
  findRenewals(deals, '2026-11-20', 60).map(({ deal, notice, days }) => [deal.slug, notice, days])

test('contracts by their notice date, soonest first', () =>
  expect(
    found(
      won('late', { contract: { end: '2026-12-10', notice_days: 30 } }),
      won('near', { contract: { end: '2026-12-31', notice_days: 30 } }),
      won('bare', { contract: { end: '2027-01-19' } }),
      won('far', { contract: { end: '2027-01-20' } }),
      won('over', { contract: { end: '2026-11-19' } }),
      won('open', { contract: { end: '2026-12-31' } }, 'open'),
      won('none', {}),
    ),
  ).toEqual([
    ['late', '2026-11-10', -10],
    ['near', '2026-12-01', 11],
    ['bare', '2027-01-19', 60],
  ]))

test.each(['old', 'acme/old', 'customers/acme/deals/old.md'])('one that a won deal renews as %s is settled', (renews) => {
  const old = won('old', { contract: { end: '2026-12-31' } })
  expect(found(old, won('next', { renews }))).toEqual([])
  expect(found(old, won('next', { renews }, 'open'))).toHaveLength(1)
  expect(found(old, { ...won('next', { renews }), customer: 'globex' })).toHaveLength(1)
})

test('one that goes on by itself is a question until its notice date', () => {
  const of = (end: string) => won('auto', { contract: { end, notice_days: 30, auto_renew: true } })
  expect([found(of('2026-12-20')), found(of('2026-12-19'))].map(({ length }) => length)).toEqual([1, 0])
})

import { expect, test } from 'vitest'
import { kindOf, recordPath, slugInPath } from '../../src/records/kinds.ts'

test.each([
  ['customers/acme/customer.md', 'customer', 'acme'],
  ['customers/acme/contacts/jo-park.md', 'contact', 'jo-park'],
  ['customers/acme/deals/renewal.md', 'deal', 'renewal'],
  ['customers/acme/activities/2026-11-02-1000-call-pricing-k3f9.md', 'activity', '2026-11-02-1000-call-pricing-k3f9'],
  ['customers/acme/documents/msa.pdf.meta.yaml', 'document', 'msa.pdf'],
  ['customers/acme/documents/legal/msa.meta.yaml', 'document', 'msa'],
  ['customers/_unassigned/contacts/jo.md', 'contact', 'jo'],
  ['customers/_unassigned/deals/x.md', 'deal', 'x'],
  ['customers/_unassigned/activities/x.md', 'activity', 'x'],
  ['customers/prospects/0f/acme.com.yaml', 'prospect', 'acme.com'],
  ['customers/templates/compact.md', 'tier', 'compact'],
  ['customers/workflows/lead-to-close.yaml', 'workflow', 'lead-to-close'],
  ['workspace-setup/workspace.yaml', 'workspace', 'workspace'],
  ['workspace-setup/people/ada.yaml', 'person', 'ada'],
  ['workspace-setup/territories.yaml', 'territories', 'territories'],
  ['workspace-setup/quotas/2026-Q4.yaml', 'quotas', '2026-Q4'],
  ['workspace-setup/rates.yaml', 'rates', 'rates'],
  ['workspace-setup/fields.yaml', 'fields', 'fields'],
])('%s is a %s', (path, kind, slug) => {
  expect(kindOf(path)).toBe(kind)
  expect(slugInPath(path)).toBe(slug)
})

test.each([
  'customers/acme/documents/context/compact.md',
  'customers/acme/documents/context/x.meta.yaml',
  'customers/acme/documents/insights.md',
  'customers/acme/documents/msa.pdf',
  'customers/acme/deals/old/renewal.md',
  'customers/acme/contacts/jo.yaml',
  'customers/_unassigned/customer.md',
  'customers/prospects/customer.md',
  'customers/prospects/zz/acme.com.yaml',
  'customers/templates/README.md',
  'customers/templates/deals/x.md',
  'customers/workflows/contacts/x.md',
  'workspace-setup/schemas/deal.json',
  'old/customers/acme/customer.md',
  'README.md',
])('%s is no record', (path) => {
  expect(kindOf(path)).toBeUndefined()
})

test.each([
  ['deal', { customer: 'acme', slug: 'renewal' }, 'customers/acme/deals/renewal.md'],
  ['contact', { customer: '_unassigned', slug: 'jo' }, 'customers/_unassigned/contacts/jo.md'],
  ['customer', { slug: 'acme' }, 'customers/acme/customer.md'],
  ['workflow', { slug: 'lead-to-close' }, 'customers/workflows/lead-to-close.yaml'],
  ['workflow', { slug: '../../outside' }, undefined],
  ['workflow', { slug: '..' }, undefined],
  ['workflow', { slug: '.hidden' }, undefined],
  ['deal', { customer: 'acme', slug: '..\\..\\x' }, undefined],
  ['deal', { customer: '..', slug: 'x' }, undefined],
  ['deal', { customer: 'workflows', slug: 'x' }, undefined],
  ['deal', { customer: 'acme', slug: 'x\0' }, undefined],
  ['deal', { customer: 'acme', slug: '' }, undefined],
] as const)('the path of a %s named %o', (kind, named, path) => {
  expect(recordPath(kind, named)).toBe(path)
})

import { expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import customerDuplicates from '../../src/actions/customer-duplicates.ts'
import { openSession } from '../../src/session/open.ts'
import { gitEnv, workspace } from '../helpers/workspace.ts'

const sheet = (fields: string) => `---\n${fields}\n---\n`
const asked = (files: Record<string, string>) =>
  ask(
    customerDuplicates,
    {},
    openSession({ cwd: workspace({ 'workspace-setup/workspace.yaml': 'name: Orbit\n', ...files }), env: gitEnv }),
  )

test('customers that share a domain or a name are listed with what they hold, archived ones left out', async () => {
  const answer = await asked({
    'customers/acme/customer.md': sheet('name: ACME Inc.\ndomain: acme.com'),
    'customers/acme/deals/pilot.md': sheet('name: Pilot'),
    'customers/acme-gmbh/customer.md': sheet('name: Acme GmbH'),
    'customers/zeta/customer.md': sheet('name: Zeta\ndomains: [www.acme.com]'),
    'customers/old/customer.md': sheet('name: Acme\narchived: 2026-01-01'),
    'customers/broken/customer.md': sheet('name: [Acme'),
  })
  const acme = { slug: 'acme', name: 'ACME Inc.', domain: 'acme.com', deals: 1 }
  expect(answer.groups).toEqual([
    { by: 'domain', key: 'acme.com', customers: [acme, { slug: 'zeta', name: 'Zeta', domain: null, deals: 0 }] },
    { by: 'name', key: 'acme', customers: [acme, { slug: 'acme-gmbh', name: 'Acme GmbH', domain: null, deals: 0 }] },
  ])
  expect(answer.pairs.map(({ score, a, b }) => [score, a.slug, b.slug])).toEqual([
    [0.9, 'acme', 'zeta'],
    [0.85, 'acme', 'acme-gmbh'],
  ])
  expect(answer.problems.map(({ path }) => path)).toEqual(['customers/broken/customer.md'])
})

test('nothing shared is no group', async () => {
  expect(await asked({ 'customers/acme/customer.md': sheet('name: Acme') })).toEqual({
    groups: [],
    pairs: [],
    customers: 1,
    problems: [],
  })
})

test("records are read with the team's own fields, as lists read them", async () => {
  const { problems } = await asked({
    'workspace-setup/fields.yaml': 'customer:\n  tier: [A, B]\n',
    'customers/acme/customer.md': sheet('name: Acme\ntier: Z'),
  })
  expect(problems).toMatchObject([{ path: 'customers/acme/customer.md', line: 3 }])
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import handover from '../../src/actions/handover.ts'
import { perform } from '../../src/actions/perform.ts'
import undo from '../../src/actions/undo.ts'
import { openSession } from '../../src/session/open.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'

const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const tree = (more: Record<string, string> = {}) =>
  workspace({
    'workspace-setup/workspace.yaml': 'name: Ours\ncurrency: EUR\n',
    'workspace-setup/people/ada.yaml': 'name: Ada Byron\nemails: [ada@example.test]\naliases: [A. Byron]\n',
    'workspace-setup/people/ben.yaml': 'name: Ben\n',
    'workspace-setup/people/gone.yaml': 'name: Gone\nto: 2026-01-31\n',
    'workspace-setup/people/off.yaml': 'name: Off\nabsent: [{from: 2026-11-01, to: 2026-11-30, cover: ben}]\n',
    'customers/acme/customer.md': sheet(
      'name: Acme\nowner: ada # since spring\nterritory: emea',
      '\n- [ ] Call Jo @ada due:2026-11-27\n- [x] Done @ada\n- [ ] Theirs @ben\n',
    ),
    'customers/acme/contacts/jo.md': sheet('name: Jo Park\ntitle: CFO\nowner: ada'),
    'customers/acme/deals/pilot.md': sheet(
      'name: Pilot\nowner: A. Byron\nstage: discovery\namount: 1000\nnext_step: Send it\nnext_step_date: 2026-11-30',
      '- [ ] Price list @ada\n',
    ),
    'customers/acme/deals/won.md': sheet('name: Won\nowner: ada\nstage: closed-won'),
    'customers/acme/deals/bens.md': sheet('name: Bens\nowner: ben\nstage: lead'),
    'customers/acme/deals/nobodys.md': sheet('name: Nobodys\nstage: lead'),
    'customers/acme/activities/2026-11-10-1000-call-price-ab12.md': sheet(
      'type: call\ndate: 2026-11-10\nsubject: Price\nby: ada\nparticipants: [jo]',
    ),
    'reporting/pulse/acme-quiet.yaml':
      'rule: quiet\nabout: customer\nsubject: customers/acme/customer.md\nsince: 2026-11-01\nbecause: no touch for 40 days\n',
    'customers/globex/customer.md': sheet('name: Globex\nowner: ben\ncsm: ada'),
    'customers/zeta/customer.md': sheet('name: Zeta\nowner: ben'),
    'customers/zeta/deals/z.md': sheet('name: Z\nowner: ada\nstage: lead'),
    ...more,
  })
const open = (cwd: string) => openSession({ cwd, env: { ...gitEnv, DOSSIER_NOW: '2026-11-21T10:00:00Z' } })
const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const hand = (root: string, input: object) => perform(handover, { to: 'ben', ...input }, open(root))
const changed = (root: string) => git(root, 'show', '--format=', '--name-only', 'HEAD').trim().split('\n')

const document = `---
title: Handover of Acme from Ada Byron to Ben
type: handover
date: 2026-11-21
by: ada
---

# Handover of Acme from Ada Byron to Ben

Why: a new territory

What happened before this day, and what was closed, stays to the credit of those who did it.

## Open deals

- Bens (bens): stage lead, stays with ben (customers/acme/deals/bens.md:2)
  Next: nothing is written down.
- Nobodys (nobodys): stage lead (customers/acme/deals/nobodys.md:2)
  Next: nothing is written down.
- Pilot (pilot): stage discovery, €1,000 (customers/acme/deals/pilot.md:2)
  Next: Send it (Mon 30 Nov)

## People

- Jo Park, CFO (customers/acme/contacts/jo.md:2)

## Open tasks

- Call Jo, due Fri 27 Nov (customers/acme/customer.md:7)
- Theirs (customers/acme/customer.md:9)
- Price list (customers/acme/deals/pilot.md:9)

## Last touches

- Tue 10 Nov: call, Price, with jo (customers/acme/activities/2026-11-10-1000-call-price-ab12.md:4)

## Alerts

- quiet: no touch for 40 days, since Sun 1 Nov (reporting/pulse/acme-quiet.yaml:1)
`

test('the customer, its open deals and open tasks change hands; what is done or closed keeps its owner', async () => {
  const root = tree()
  const { handed } = await hand(root, { whose: 'acme', because: 'a new territory' })
  expect(text(root, 'customers/acme/customer.md')).toBe(
    sheet(
      'name: Acme\nowner: ben # since spring\nterritory: emea',
      '\n- [ ] Call Jo @ben due:2026-11-27\n- [x] Done @ada\n- [ ] Theirs @ben\n',
    ),
  )
  expect(text(root, 'customers/acme/deals/pilot.md')).toContain('owner: ben\n')
  expect(text(root, 'customers/acme/deals/pilot.md')).toContain('- [ ] Price list @ben\n')
  expect(text(root, 'customers/acme/contacts/jo.md')).toContain('owner: ben\n')
  expect(text(root, 'customers/acme/documents/handover-2026-11-21.md')).toBe(document)
  expect(changed(root)).toEqual([
    'customers/acme/contacts/jo.md',
    'customers/acme/customer.md',
    'customers/acme/deals/pilot.md',
    'customers/acme/documents/handover-2026-11-21.md',
  ])
  expect(handed).toMatchObject([
    { customer: 'acme', from: 'ada', fields: ['owner'], contacts: ['jo'], stays: [{ slug: 'bens', owner: 'ben' }] },
  ])
  expect(handed[0]!.deals.map(({ slug }) => slug)).toEqual(['nobodys', 'pilot'])
  expect(git(root, 'log', '-1', '--format=%B').trim()).toBe(
    'acme: handed over to ben\n\nDossier-Action: handover\nDossier-Actor: ada\nDossier-Because: a new territory',
  )
  await perform(undo, {}, open(root))
  expect(git(root, 'diff', 'HEAD', '--stat')).toBe('')
})

test('only deals, or only tasks: the customer keeps its owner, and a deal that named nobody names the new one', async () => {
  const root = tree()
  await hand(root, { whose: 'acme', deals: true })
  expect(text(root, 'customers/acme/customer.md')).toContain('owner: ada # since spring')
  expect(text(root, 'customers/acme/customer.md')).toContain('Call Jo @ada')
  expect(text(root, 'customers/acme/deals/nobodys.md')).toContain('owner: ben\n')
  await hand(root, { whose: 'acme', tasks: true })
  expect(text(root, 'customers/acme/customer.md')).toContain('Call Jo @ben')
  expect(changed(root)).toContain('customers/acme/documents/handover-2026-11-21-ben.md')
})

test('a person hands over all that is theirs, wherever it is; --where chooses customers', async () => {
  const root = tree()
  const { handed } = await hand(root, { whose: 'ada' })
  expect(handed.map(({ customer, fields, deals }) => [customer, fields, deals.map(({ slug }) => slug)])).toEqual([
    ['acme', ['owner'], ['nobodys', 'pilot']],
    ['globex', ['csm'], []],
    ['zeta', [], ['z']],
  ])
  const other = tree()
  expect((await hand(other, { where: 'territory == "emea"' })).handed.map(({ customer }) => customer)).toEqual(['acme'])
  expect((await hand(other, { where: 'name == "Zeta"', from: 'ada' })).handed.map(({ customer }) => customer)).toEqual(['zeta'])
})

test('a condition that no customer fits is said to be the reason', async () =>
  expect(
    (await perform(handover, { where: 'customer.territory == "moon"', to: 'ben' }, open(tree()), { dryRun: true })).said,
  ).toBe('Nothing to hand over: no customer fits this condition'))

test('a customer without an owner gets one, and a second time there is nothing to do', async () => {
  const root = tree({ 'customers/new/customer.md': sheet('name: New', '- [ ] Somebody\n') })
  await hand(root, { whose: 'new' })
  expect(text(root, 'customers/new/customer.md')).toBe(sheet('name: New\nowner: ben', '- [ ] Somebody\n'))
  expect(text(root, 'customers/new/documents/handover-2026-11-21.md')).toContain('- Somebody (customers/new/customer.md:5)')
  expect(await hand(root, { whose: 'new' })).toMatchObject({
    unchanged: true,
    handed: [],
    said: expect.stringContaining('Nothing to hand over'),
  })
})

test.each([
  [{ whose: 'acme', to: undefined }, 2, 'Who takes over?'],
  [{ whose: 'acme', to: 'carl' }, 3, 'no person "carl"'],
  [{ whose: 'acme', to: 'gone' }, 4, 'gone has left (2026-01-31)'],
  [{ whose: 'acme', to: 'off' }, 4, 'off is away until 2026-11-30'],
  [{}, 2, 'What is handed over?'],
  [{ whose: 'acme', where: 'true' }, 2, 'not both'],
  [{ whose: 'nobody' }, 3, '"nobody"'],
  [{ where: 'ownr == "ada"' }, 2, '--where'],
  [{ whose: 'acme', from: 'carl' }, 3, 'no person "carl"'],
])('%j is refused', async (input, exitCode, message) => {
  const root = tree()
  await expect(hand(root, input)).rejects.toMatchObject({ exitCode, message: expect.stringContaining(message) })
  expect(git(root, 'status', '--porcelain')).toBe('')
})

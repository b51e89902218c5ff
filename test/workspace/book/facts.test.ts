import { expect, test } from 'vitest'
import { openFacts } from '../../../src/workspace/book/facts.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { gitEnv, workspace } from '../../helpers/workspace.ts'

const activity = (date: string, more = '') => `---\ntype: call\ndate: ${date}\nsubject: x\n${more}---\n\nText.\n`
const files = {
  'workspace-setup/workspace.yaml': 'name: Us\nown_domains: [us.example]\n',
  'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@us.example]\n',
  'workspace-setup/people/jo.yaml': 'name: Jo of ours\n',
  'customers/workflows/lead-to-close.yaml':
    'about: deal\nstages:\n  - { id: lead, outcome: open }\n  - { id: closed-won, outcome: won }\n',
  'customers/acme/customer.md': '---\nname: Acme\n---\n',
  'customers/acme/contacts/jo.md': '---\nname: Jo Park\n---\n',
  'customers/acme/deals/big.md': '---\nname: Big\nstage: lead\nclose_date: 2026-11-01\n---\n',
  'customers/acme/deals/old.md': '---\nname: Old\nstage: closed-won\nclose_date: 2025-11-01\n---\n',
  'customers/acme/activities/a.md': activity('2026-10-14T10:00+02:00', 'participants: [jo, ada]\nsentiment: 0.5\n'),
  'customers/acme/activities/b.md': activity('2026-11-14T10:00+01:00', 'participants: [ada@us.example]\n'),
  'customers/fresh/customer.md': '---\nname: Fresh\n---\n',
  'customers/set/customer.md': '---\nname: Set\nhealth: 33\n---\n',
}

const open = (over: Record<string, string> = {}) =>
  openFacts(placeAt(workspace({ ...files, ...over }), gitEnv), {
    now: new Date('2026-11-20T12:00:00Z'),
    zone: 'Europe/Berlin',
    settings: { own_domains: ['us.example'] },
  })

test('the last touch decides how long it has been quiet; a contact named like a person of ours is an outsider', () => {
  const { touches, noActivity } = open()('acme')
  expect(touches.map(({ path, with: people }) => [path, people])).toEqual([['customers/acme/activities/a.md', ['jo']]])
  expect(noActivity).toBe(37)
})

test('without a touch it counts from the first commit, and health is unknown', () => {
  const fresh = open()('fresh')
  expect(fresh.noActivity).toBe(0)
  expect(fresh.health.score).toBeNull()
})

test('health knows open deals past their date, not closed ones; by hand it wins', () => {
  const facts = open()
  expect(facts('acme').health.parts.find(({ name }) => name === 'momentum')).toMatchObject({
    value: 30,
    because: 'big past the close date',
  })
  expect(facts('set').health).toMatchObject({ score: 33, byHand: true })
})

test('the team weighs the parts as it likes', () => {
  const path = 'workspace-setup/processes/health.yaml'
  const only = { weights: { recency: 0, engagement: 0, relationships: 0, momentum: 1, sentiment: 0 } }
  expect(open({ [path]: JSON.stringify(only) })('acme').health.score).toBe(30)
})

test('a workflow that cannot be read hides nothing: stages then go by their names', () => {
  const facts = open({ 'customers/workflows/lead-to-close.yaml': 'about: [deal\n' })
  expect(facts('acme').health.parts.find(({ name }) => name === 'momentum')).toMatchObject({ because: 'big past the close date' })
})

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import complete from '../../../src/actions/complete.ts'
import { openSession } from '../../../src/session/open.ts'
import { gitEnv, workspace } from '../../helpers/workspace.ts'

const sheet = (fields: string) => `---\n${fields}\n---\n`
const files = {
  'workspace-setup/workspace.yaml': 'name: Ours\n',
  'workspace-setup/fields.yaml':
    'customer:\n  tier:\n    type: choice\n    values: [A, B]\n  sponsor:\n    type: person\n  partner_of:\n    type: customer\nvalues:\n  lost_reason: [price, timing]\n',
  'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
  'workspace-setup/people/ben.yaml': 'name: Ben\n',
  'workspace-setup/triggers/churn.yaml':
    'churn_risk:\n  about: customer\n  all: [health_score < 40]\nloud:\n  keywords: [cancel]\n',
  'workspace-setup/queries/stalled-renewals.yaml': 'about: deal\nwhere: amount > $most\nparams: {most: 5}\n',
  'personal/ada/queries/mine.yaml': 'about: deal\n',
  'personal/ben/queries/his.yaml': 'about: deal\n',
  'workspace-setup/integrations/imports/zoho.yaml': 'system: zoho\n',
  'reporting/templates/ae.md': sheet('title: Mine'),
  'customers/templates/tiny.md': sheet('budget: 500\nsections: []'),
  'customers/templates/monday.md': sheet('for: my-week\nbudget: 500\nsections: []'),
  'customers/workflows/lead-to-close.yaml': 'about: deal\nstages:\n  - id: lead\n  - id: won\n    outcome: won\n',
  'customers/workflows/renewal.yaml': 'about: deal\nstages:\n  - id: due\n  - id: renewed\n',
  'customers/workflows/journey.yaml': 'about: customer\nstages:\n  - id: onboarding\n',
  'customers/acme/customer.md': sheet('name: Acme'),
  'customers/acme/contacts/jo-park.md': sheet('name: Jo Park\nemail: jo@acme.example\nemails: [jo.park@acme.example]'),
  'customers/acme/contacts/li.md': sheet('name: Li'),
  'customers/acme/deals/pilot.md': sheet('name: Pilot\nstage: lead'),
  'customers/acme/deals/renewal.md': sheet('name: Renewal\nworkflow: renewal\nstage: due'),
  'customers/globex/customer.md': sheet('name: Globex'),
  'customers/globex/deals/expansion.md': sheet('name: Expansion'),
  'customers/gamma/customer.md': sheet('name: Gamma'),
  'customers/_unassigned/contacts/sam.md': sheet('name: Sam'),
}

const ask = (root: string, command: string, of: string, typed: string, given: Record<string, string> = {}) =>
  complete.run({ command, of, typed, given }, openSession({ cwd: root, env: { ...gitEnv, DOSSIER_ME: 'ada' } }))
const values = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).names.map(({ value }) => value)

type Case = [command: string, of: string, typed: string, given: Record<string, string>, expected: string[]]

test.for<Case>([
  ['customer show', 'customer', '', {}, ['acme', 'gamma', 'globex']],
  ['customer show', 'customer', 'G', {}, ['gamma', 'globex']],
  ['customer set', 'record', 'a', {}, ['acme']],
  ['deal show', 'deal', 'g', {}, ['globex/']],
  ['deal show', 'deal', '', {}, ['acme/', 'globex/']],
  ['deal show', 'deal', 'acme/p', {}, ['acme/pilot']],
  ['deal show', 'deal', 'pil', {}, ['pilot']],
  ['deal show', 'deal', 'nobody/', {}, []],
  ['deal show', 'deal', '../../etc/', {}, []],
  ['contact show', 'contact', 'jo', {}, ['jo-park']],
  ['contact show', 'contact', 'jo@', {}, ['jo@acme.example']],
  ['contact show', 'contact', 'jo.park@ac', {}, ['jo.park@acme.example']],
  ['edit', 'record', 'a', {}, ['acme', 'acme/jo-park', 'acme/li', 'acme/pilot', 'acme/renewal', 'ada']],
  ['assign', 'record', '', {}, ['sam']],
  ['list', 'values', 'm', { query: 'stalled-renewals' }, ['most=']],
  ['list', 'values', '', { query: 'mine' }, []],
  ['task list', 'owner', '', {}, ['ada', 'ben']],
  ['task new', 'text', 'Send it @b', {}, ['Send it @ben']],
  ['task new', 'text', 'Mail jo@acme', {}, []],
  ['log', 'type', 'me', {}, ['meeting']],
  ['log', 'with', 'jo-park,l', { who: 'acme' }, ['jo-park,li']],
  ['deal move', 'stage', '', { deal: 'acme/pilot' }, ['lead', 'won']],
  ['deal move', 'stage', 'du', { deal: 'acme/renewal' }, ['due']],
  ['deal move', 'stage', '', { deal: 'nobody' }, ['due', 'lead', 'renewed', 'won']],
  ['customer move', 'stage', '', {}, ['onboarding']],
  ['set', 'values', 'stage=', { record: 'acme/renewal' }, ['stage=due', 'stage=renewed']],
  ['set', 'values', 'ti', { record: 'acme' }, ['tier=', 'timezone=']],
  ['set', 'values', 'ta', { record: 'acme' }, ['tags+=', 'tags-=', 'tags=']],
  ['set', 'values', 'tier=', { record: 'acme' }, ['tier=A', 'tier=B']],
  ['set', 'values', 'sponsor=b', { record: 'acme' }, ['sponsor=ben']],
  ['set', 'values', 'partner_of=gl', { record: 'acme' }, ['partner_of=globex']],
  ['set', 'values', 'role=ch', { record: 'acme/jo-park' }, ['role=champion']],
  ['deal set', 'values', 'lost_reason=', { record: 'acme/pilot' }, ['lost_reason=price', 'lost_reason=timing']],
  ['deal set', 'values', 'meddpicc.ch', { record: 'acme/pilot' }, ['meddpicc.champion=']],
  ['deal set', 'values', 'primary_contact=j', { record: 'acme/pilot' }, ['primary_contact=jo-park']],
  ['customer new', 'values', 'owner=', { name: 'Initech' }, ['owner=ada', 'owner=ben']],
  ['contact new', 'values', 'reports_to=', { customer: 'acme', name: 'X' }, ['reports_to=jo-park', 'reports_to=li']],
  ['report run', 'name', '', {}, ['ae']],
  ['trigger test', 'rule', '', {}, ['churn_risk', 'loud']],
  ['customer context', 'tier', '', {}, ['compact', 'extended', 'standard', 'tiny']],
  ['context', 'for', '', {}, ['monday', 'my-week', 'segment', 'team-pipeline']],
  ['list', 'query', '', {}, ['mine', 'stalled-renewals']],
  ['import csv', 'map', 'z', {}, ['zoho']],
  ['deal list', 'fields', 'name,-am', {}, ['name,-amount']],
  ['customer new', 'name', '', {}, []],
])('%s, %s: "%s" after %o', async ([command, of, typed, given, expected]) => {
  expect(await values(workspace(files), command, of, typed, given)).toEqual(expected)
})

test('what only the shell can list is left to it', async () => {
  const root = workspace(files)
  expect(await ask(root, 'import csv', 'files', '')).toEqual({ names: [], rest: 'files' })
  expect(await ask(root, 'import csv', 'map', './m')).toEqual({ names: [], rest: 'files' })
  expect(await ask(root, 'init', 'dir', '')).toEqual({ names: [], rest: 'folders' })
  expect(await ask(root, 'set', 'record', 'customers/ac')).toEqual({ names: [], rest: 'files' })
})

test('a word that goes on says so', async () => {
  const root = workspace(files)
  expect(await ask(root, 'deal show', 'deal', 'g')).toMatchObject({ rest: 'open' })
  expect(await ask(root, 'set', 'values', 'ow', { record: 'acme' })).toMatchObject({ rest: 'open' })
  expect(await ask(root, 'set', 'values', 'owner=', { record: 'acme' })).toMatchObject({ rest: 'done' })
})

test('of too many names the first and the last are offered, so that a shell adds no letters of its own', async () => {
  const root = workspace(files)
  for (let number = 0; number < 1000; number++) mkdirSync(join(root, `customers/b${number}`))
  const offered = await values(root, 'customer show', 'customer', '')
  expect(offered).toHaveLength(200)
  expect([offered[0], offered.at(-1)]).toEqual(['acme', 'globex'])
  expect(await values(root, 'customer show', 'customer', 'b99')).toEqual([
    'b99',
    ...Array.from({ length: 10 }, (_, n) => `b99${n}`),
  ])
})

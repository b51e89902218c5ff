import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import check from '../../src/actions/check.ts'
import contactMove from '../../src/actions/contact-move.ts'
import contactShow from '../../src/actions/contact-show.ts'
import { perform } from '../../src/actions/perform.ts'
import undo from '../../src/actions/undo.ts'
import { openSession } from '../../src/session/open.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'

const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const jo = sheet(
  'name: Jo Park # call her Jo\nemail: jo@mail.acme.com\nemails: [jo@gmail.com, jo@acme.com]\ntitle: CFO\nrole: champion\nreports_to: bo\nphone: "+49301"\nconsent: false',
  'Knows [[pilot]] and [Bo](bo.md).\n',
)
const tree = (more: Record<string, string> = {}) =>
  workspace({
    'workspace-setup/workspace.yaml': 'name: Ours\n',
    'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
    'customers/acme/customer.md': sheet('name: Acme\ndomain: acme.com'),
    'customers/globex/customer.md': sheet('name: Globex\ndomain: globex.com'),
    'customers/acme/contacts/jo.md': jo,
    'customers/acme/contacts/bo.md': sheet('name: Bo'),
    'customers/acme/deals/pilot.md': sheet(
      'name: Pilot\nstage: lead\npeople:\n  - { contact: bo }\n  - { contact: jo, role: champion }\nmeddpicc: {economic_buyer: jo}',
    ),
    'customers/acme/deals/old.md': sheet('name: Old\nstage: closed-lost\nprimary_contact: jo'),
    ...more,
  })
const open = (cwd: string) => openSession({ cwd, env: { ...gitEnv, DOSSIER_NOW: '2026-11-21T10:00:00Z', DOSSIER_SEED: 's' } })
const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const move = (root: string, input: object = {}) =>
  perform(contactMove, { contact: 'acme/jo', to: 'globex', ...input }, open(root))

test('a new file there without what belonged to the post, a stub here with it, a note for each open deal', async () => {
  const root = tree()
  const { path, roles, events } = await move(root, { title: 'COO' })
  expect(path).toBe('customers/globex/contacts/jo.md')
  expect(text(root, path)).toBe(
    sheet(
      'name: Jo Park # call her Jo\nemail: jo@gmail.com\ntitle: COO\nphone: "+49301"\nconsent: false\nmoved_from: acme',
      'Knows [[acme/pilot]] and [Bo](../../acme/contacts/bo.md).\n',
    ),
  )
  expect(text(root, 'customers/acme/contacts/jo.md')).toBe(
    sheet(
      'redirect: ../globex/contacts/jo.md\nname: Jo Park\nemail: jo@mail.acme.com\nemails: [jo@acme.com]\nstatus: left\nmoved_to: globex\nleft: 2026-11-21\ntitle: CFO\nrole: champion\nreports_to: bo',
    ),
  )
  expect(roles).toEqual([
    { deal: 'pilot', role: 'champion', path: 'customers/acme/deals/pilot.md', line: 6 },
    { deal: 'pilot', role: 'economic-buyer', path: 'customers/acme/deals/pilot.md', line: 7 },
  ])
  expect(events).toMatchObject([{ event: 'champion_left', deal: 'pilot' }])
  expect(text(root, events[0]!.path)).toBe(
    sheet(
      'type: note\ndate: 2026-11-21T10:00+00:00\nsubject: Jo Park left for Globex\ndirection: internal\nby: ada\nparticipants: [jo]\ndeal: pilot\nevent: champion_left',
      '\nJo Park now works at Globex ([[globex/jo]]). In this deal: champion, economic-buyer.\n',
    ),
  )
  const { problems } = await ask(check, {}, open(root))
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect((await ask(contactShow, { record: 'jo@acme.com' }, open(root))).row).toMatchObject({ customer: 'globex', slug: 'jo' })
})

test('who comes back takes the place of the stub, with the old address; undo goes the same way back', async () => {
  const root = tree()
  await move(root, { email: 'jo@globex.com' })
  const away = git(root, 'rev-parse', 'HEAD^{tree}')
  const { path } = await perform(contactMove, { contact: 'globex/jo', to: 'acme' }, open(root))
  expect(path).toBe('customers/acme/contacts/jo.md')
  expect(text(root, path)).toContain('email: jo@mail.acme.com\n')
  expect(text(root, 'customers/globex/contacts/jo.md')).toContain('redirect: ../acme/contacts/jo.md\n')
  await perform(undo, {}, open(root))
  expect(git(root, 'rev-parse', 'HEAD^{tree}')).toBe(away)
  await perform(undo, {}, open(root))
  expect(text(root, 'customers/acme/contacts/jo.md')).toBe(jo)
  expect(git(root, 'status', '--porcelain')).toBe('')
})

test('without an open deal one note says it, and a slug that is taken becomes another', async () => {
  const root = tree({
    'customers/acme/deals/pilot.md': sheet('name: Pilot\nstage: closed-won'),
    'customers/globex/contacts/jo.md': sheet('name: Jo Other'),
  })
  const { path, events, roles } = await move(root)
  expect(path).toMatch(/^customers\/globex\/contacts\/jo-\w{4}\.md$/)
  expect(roles).toEqual([])
  expect(events.map(({ event }) => event)).toEqual(['champion_left'])
  expect(text(root, events[0]!.path)).not.toContain('deal:')
})

test('--dry-run changes nothing', async () => {
  const root = tree()
  await perform(contactMove, { contact: 'acme/jo', to: 'globex' }, open(root), { dryRun: true })
  expect(git(root, 'status', '--porcelain')).toBe('')
})

test.each([
  [{ to: undefined }, {}, 2, 'Where to?'],
  [{ to: 'acme' }, {}, 2, 'acme/jo is at acme already'],
  [{ to: 'nobody' }, {}, 3, 'There is no customer "nobody"'],
  [{ email: 'no address' }, {}, 2, 'email: an e-mail address'],
  [
    {},
    { 'customers/globex/contacts/park.md': sheet('name: Jo Park\nemail: jo+x@gmail.com') },
    2,
    'Jo Park is at globex already: customers/globex/contacts/park.md',
  ],
  [{ contact: '_unassigned/al' }, { 'customers/_unassigned/contacts/al.md': sheet('name: Al') }, 2, 'belongs to no customer yet'],
])('%j is refused', async (input, more, exitCode, message) => {
  const root = tree(more)
  await expect(move(root, input)).rejects.toMatchObject({ exitCode, message: expect.stringContaining(message) })
  expect(git(root, 'status', '--porcelain')).toBe('')
})

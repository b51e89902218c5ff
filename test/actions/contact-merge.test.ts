import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import contactMerge from '../../src/actions/contact-merge.ts'
import contactShow from '../../src/actions/contact-show.ts'
import { perform } from '../../src/actions/perform.ts'
import undo from '../../src/actions/undo.ts'
import { openSession } from '../../src/session/open.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'

const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const tree = (more: Record<string, string> = {}) =>
  workspace({
    'workspace-setup/workspace.yaml': 'name: Ours\n',
    'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
    'customers/acme/customer.md': sheet('name: Acme'),
    'customers/globex/customer.md': sheet('name: Globex'),
    'customers/acme/contacts/jo.md': sheet('name: Jo Park\nemail: jo@acme.com\ntitle: CFO'),
    ...more,
  })
const open = (cwd: string) => openSession({ cwd, env: { ...gitEnv, DOSSIER_NOW: '2026-11-21T10:00:00Z' } })
const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const merge = (root: string, into: string, from: string) => perform(contactMerge, { into, from }, open(root))

test('at one customer every field that names the second names the first, and lists name the person once', async () => {
  const root = tree({
    'customers/acme/contacts/j-park.md': sheet('name: J. Park\nemail: park@acme.com\ntitle: Chief\nreports_to: jo', 'Notes.\n'),
    'customers/acme/deals/d.md': sheet(
      'name: D\npeople:\n  - { contact: j-park, role: champion } # yes\n  - { contact: jo }',
      'Ask [[j-park]], [[acme/j-park|her]].\n',
    ),
    'customers/acme/activities/a.md': sheet('type: call\ndate: 2026-01-01\nsubject: x\nparticipants: [jo, j-park]'),
    'customers/globex/notes.md': '[[j-park]] is somebody here.\n',
  })
  const { relinked, differing } = await merge(root, 'acme/jo', 'acme/j-park')
  expect(text(root, 'customers/acme/contacts/jo.md')).toBe(
    sheet(
      'name: Jo Park\nemail: jo@acme.com\ntitle: CFO\nemails: [park@acme.com]',
      '\n## Merged from J. Park on 2026-11-21\n\nValues of customers/acme/contacts/j-park.md that were not kept:\n\n- name: J. Park (kept: Jo Park)\n- title: Chief (kept: CFO)\n\nNotes.\n',
    ),
  )
  expect(differing.map(({ field }) => field)).toEqual(['name', 'title'])
  expect(text(root, 'customers/acme/deals/d.md')).toBe(
    sheet('name: D\npeople:\n  - { contact: jo, role: champion } # yes\n  - { contact: jo }', 'Ask [[jo]], [[acme/jo|her]].\n'),
  )
  expect(text(root, 'customers/acme/activities/a.md')).toContain('participants: [jo]\n')
  expect(relinked).toEqual(['customers/acme/activities/a.md', 'customers/acme/deals/d.md'])
  expect(text(root, 'customers/acme/contacts/j-park.md')).toBe(sheet('redirect: contacts/jo.md\nmerged: 2026-11-21'))
  expect((await ask(contactShow, { record: 'acme/j-park' }, open(root))).row.slug).toBe('jo')
  await perform(undo, {}, open(root))
  expect(git(root, 'diff', 'HEAD', '--stat')).toBe('')
  expect(git(root, 'log', '--format=%s').trim()).toBe('Begin')
})

test('at two customers deals name the person where they are kept; who took part in a call stays as it was', async () => {
  const root = tree({
    'customers/globex/contacts/jo.md': sheet('name: Jo Park\nconsent: opt-out'),
    'customers/globex/deals/d.md': sheet('name: D\nprimary_contact: jo'),
    'customers/globex/activities/a.md': sheet('type: call\ndate: 2026-01-01\nsubject: x\nparticipants: [jo]'),
  })
  await merge(root, 'acme/jo', 'globex/jo')
  expect(text(root, 'customers/globex/deals/d.md')).toContain('primary_contact: acme/jo\n')
  expect(text(root, 'customers/globex/activities/a.md')).toContain('participants: [jo]\n')
  expect(text(root, 'customers/acme/contacts/jo.md')).toContain('consent: opt-out\n')
  expect(text(root, 'customers/globex/contacts/jo.md')).toContain('redirect: ../acme/contacts/jo.md\n')
  await expect(merge(root, 'acme/jo', 'globex/jo')).rejects.toMatchObject({
    exitCode: 4,
    message: expect.stringContaining('was merged into acme/jo already'),
  })
})

test('who belonged to nobody yet becomes part of somebody and leaves no stub; not the other way round', async () => {
  const root = tree({
    'customers/_unassigned/contacts/park.md': sheet('name: Jo Park\nphone: "+49301"\nbelongs_to: {name: Acme Inc}'),
    'customers/_unassigned/activities/a.md': sheet('type: call\ndate: 2026-01-01\nsubject: x', '[[park]]\n'),
  })
  await expect(merge(root, '_unassigned/park', 'acme/jo')).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining('belongs to no customer yet'),
  })
  await merge(root, 'acme/jo', '_unassigned/park')
  expect(text(root, 'customers/acme/contacts/jo.md')).toBe(
    sheet('name: Jo Park\nemail: jo@acme.com\ntitle: CFO\nphone: "+49301"'),
  )
  expect(text(root, 'customers/_unassigned/activities/a.md')).toContain('[[acme/jo]]')
  expect(git(root, 'ls-files', 'customers/_unassigned/contacts')).toBe('')
})

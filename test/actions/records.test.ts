import { existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import accept from '../../src/actions/accept.ts'
import archive from '../../src/actions/archive.ts'
import { ask } from '../../src/actions/ask.ts'
import assign from '../../src/actions/assign.ts'
import check from '../../src/actions/check.ts'
import contactNew from '../../src/actions/contact-new.ts'
import customerList from '../../src/actions/customer-list.ts'
import customerNew from '../../src/actions/customer-new.ts'
import customerShow from '../../src/actions/customer-show.ts'
import dealList from '../../src/actions/deal-list.ts'
import dealMove from '../../src/actions/deal-move.ts'
import dealNew from '../../src/actions/deal-new.ts'
import { perform } from '../../src/actions/perform.ts'
import rm from '../../src/actions/rm.ts'
import save from '../../src/actions/save.ts'
import schemas from '../../src/actions/schemas.ts'
import set from '../../src/actions/set.ts'
import undo from '../../src/actions/undo.ts'
import { openSession } from '../../src/session/open.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'

const workflow = `about: deal
stages:
  - id: lead
  - id: proposal
    require: [amount != null]
  - id: won
    outcome: won
`
const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const tree = (more: Record<string, string | Uint8Array> = {}) =>
  workspace({
    'workspace-setup/workspace.yaml': 'name: Orbit\ncurrency: EUR\ntimezone: UTC\n',
    'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
    'customers/workflows/lead-to-close.yaml': workflow,
    'customers/acme/customer.md': sheet('name: Acme   # legal name\nowner: ada', 'Notes.\n'),
    ...more,
  })
const open = (cwd: string) => openSession({ cwd, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T09:00:00Z', DOSSIER_SEED: 's' } })
const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const subjects = (root: string) => git(root, 'log', '--format=%s').trim().split('\n')

test('set changes one line, and says who and why in the commit', async () => {
  const root = tree()
  const answer = await perform(
    set,
    { record: 'acme', values: ['tags+=big', 'employees=1,200'], because: 'they told us' },
    open(root),
  )
  expect(text(root, 'customers/acme/customer.md')).toBe(
    sheet('name: Acme   # legal name\nowner: ada\ntags: [big]\nemployees: 1200', 'Notes.\n'),
  )
  expect(answer).toMatchObject({ path: 'customers/acme/customer.md', commit: git(root, 'rev-parse', 'HEAD').trim() })
  expect(git(root, 'log', '-1', '--format=%B').trim()).toBe(
    'acme: tags big, employees 1200\n\nDossier-Action: set\nDossier-Actor: ada\nDossier-Because: they told us',
  )
  expect(git(root, 'status', '--porcelain')).toBe('')
})

test('setting what is already so commits nothing', async () => {
  const root = tree()
  expect(await perform(set, { record: 'acme', values: ['owner=ada@example.test'] }, open(root))).toMatchObject({
    unchanged: true,
    commit: null,
  })
  expect(subjects(root)).toEqual(['Begin'])
})

test('a dry run shows the change and makes none', async () => {
  const root = tree()
  const { preview } = await perform(set, { record: 'acme', values: ['owner='] }, open(root), { dryRun: true })
  expect(existsSync(join(root, '.git/dossier'))).toBe(false)
  expect(preview).toMatchObject([
    {
      path: 'customers/acme/customer.md',
      before: expect.stringContaining('owner: ada'),
      after: expect.not.stringContaining('owner'),
    },
  ])
  expect(git(root, 'status', '--porcelain')).toBe('')
})

test.each([
  ['an unknown key', ['titel=x'], 2, 'titel'],
  ['a stranger', ['owner=zed'], 3, 'zed'],
  ['nonsense', ['employees=lots'], 2, 'lots'],
])('%s is refused', async (_, values, exitCode, said) => {
  const root = tree()
  await expect(perform(set, { record: 'acme', values }, open(root))).rejects.toMatchObject({
    exitCode,
    message: expect.stringContaining(said),
  })
  expect(git(root, 'status', '--porcelain')).toBe('')
})

test('what a field of lists of keys cannot hold is refused, whatever the way there', async () => {
  const root = tree({ 'customers/acme/deals/renewal.md': sheet('name: Renewal\nstage: lead') })
  await expect(perform(set, { record: 'acme/renewal', values: ['lines.0.quantity=2'] }, open(root))).rejects.toMatchObject({
    exitCode: 2,
  })
  expect(git(root, 'status', '--porcelain')).toBe('')
})

test('a key of their own that a file has already needs no --new-key', async () => {
  const root = tree({ 'customers/globex/customer.md': sheet('name: Globex\nplant: Ohio') })
  await perform(set, { record: 'globex', values: ['plant=Utah'] }, open(root))
  expect(text(root, 'customers/globex/customer.md')).toContain('plant: Utah')
})

test('a customer, a contact and a deal are made, found again, moved and listed', async () => {
  const root = tree()
  await perform(customerNew, { name: 'Globex', values: ['domain=globex.com'] }, open(root))
  await perform(contactNew, { customer: 'globex.com', name: 'Max Muster', values: ['email=max@globex.com'] }, open(root))
  const made = await perform(dealNew, { customer: 'globex', name: 'Rollout', values: ['close_date=2026-12-20'] }, open(root))
  expect(text(root, made.path)).toBe(sheet('name: Rollout\nowner: ada\nstage: lead\nopened: 2026-11-20\nclose_date: 2026-12-20'))
  await expect(perform(dealMove, { record: 'globex', stage: 'proposal' }, open(root))).rejects.toMatchObject({ exitCode: 4 })
  await perform(dealMove, { record: 'globex', stage: 'proposal', force: true, because: 'verbal' }, open(root))
  expect(git(root, 'log', '-1', '--format=%b')).toContain('Dossier-Because: verbal (unmet: amount != null)')
  await expect(perform(dealMove, { record: 'acme', stage: 'won' }, open(root))).rejects.toMatchObject({ exitCode: 3 })
  const { rows } = await ask(customerList, {}, open(root))
  expect(rows.map(({ slug, owner }) => [slug, owner])).toEqual([
    ['acme', 'ada'],
    ['globex', 'ada'],
  ])
  expect(await ask(customerShow, { customer: 'globex' }, open(root))).toMatchObject({
    contacts: [{ slug: 'max-muster' }],
    deals: [{ stage: 'proposal' }],
  })
})

test('a stage set by hand on the command line is judged like a move', async () => {
  const root = tree({ 'customers/acme/deals/renewal.md': sheet('name: Renewal\nstage: lead') })
  await expect(perform(set, { record: 'acme/renewal', values: ['stage=proposal'] }, open(root))).rejects.toMatchObject({
    exitCode: 4,
  })
  await perform(set, { record: 'acme/renewal', values: ['stage=proposal', 'amount=5'] }, open(root))
  expect(text(root, 'customers/acme/deals/renewal.md')).toContain('stage: proposal\namount: 5')
})

test('a new record is judged in the stage it is made in', async () => {
  const root = tree()
  const make = (...values: string[]) => perform(dealNew, { customer: 'acme', name: 'Pilot', values }, open(root))
  await expect(make('stage=nowhere')).rejects.toMatchObject({ exitCode: 2 })
  await expect(make('stage=proposal')).rejects.toMatchObject({ exitCode: 4 })
  await expect(make('stage=proposal', 'amount=5')).resolves.toMatchObject({ slug: 'pilot' })
  await expect(perform(customerNew, { name: 'Globex', values: ['owner=zed'] }, open(root))).rejects.toMatchObject({ exitCode: 3 })
})

test("a team's own field that is required from a stage on keeps a move out, and check names it", async () => {
  const root = tree({
    'workspace-setup/fields.yaml': 'deal:\n  po: {type: text, required: from stage proposal}\n',
    'customers/acme/deals/renewal.md': sheet('name: Renewal\nstage: lead\namount: 5'),
  })
  const move = () => perform(dealMove, { record: 'acme', stage: 'proposal' }, open(root))
  await expect(move()).rejects.toMatchObject({ exitCode: 4, message: expect.stringContaining('po is missing') })
  await perform(dealMove, { record: 'acme', stage: 'proposal', force: true, because: 'by phone' }, open(root))
  const { problems } = await ask(check, { path: ['acme'] }, open(root))
  expect(problems.map(({ message }) => message)).toContainEqual(expect.stringContaining('`po != null`'))
})

test('an archived record leaves the lists and can come back', async () => {
  const root = tree()
  await perform(archive, { record: 'acme' }, open(root))
  expect((await ask(customerList, {}, open(root))).rows).toEqual([])
  expect((await ask(customerList, { archived: true }, open(root))).rows).toHaveLength(1)
  expect(await perform(archive, { record: 'acme' }, open(root))).toMatchObject({
    unchanged: true,
    said: 'acme is archived already',
  })
  await perform(set, { record: 'acme', values: ['archived='] }, open(root))
  expect((await ask(customerList, {}, open(root))).rows).toHaveLength(1)
})

test('a removed customer comes back whole', async () => {
  const root = tree({ 'customers/acme/contacts/jo.md': sheet('name: Jo') })
  await perform(rm, { record: 'acme' }, open(root))
  expect(git(root, 'ls-files', 'customers/acme')).toBe('')
  await perform(undo, {}, open(root))
  expect(git(root, 'status', '--porcelain')).toBe('')
  expect(text(root, 'customers/acme/contacts/jo.md')).toBe(sheet('name: Jo'))
  expect(subjects(root)).toEqual(['Begin'])
})

test('what belongs to nobody is assigned', async () => {
  const root = tree({ 'customers/_unassigned/contacts/sam.md': sheet('name: Sam\nemail: sam@lee.example') })
  expect(await perform(assign, { record: 'sam@lee.example', customer: 'acme' }, open(root))).toMatchObject({
    path: 'customers/acme/contacts/sam.md',
  })
  expect(git(root, 'ls-files', 'customers/_unassigned')).toBe('')
  await expect(perform(assign, { record: 'sam', customer: 'acme' }, open(root))).rejects.toMatchObject({ exitCode: 2 })
})

test('save commits the edits a person made, and undo leaves them in the files', async () => {
  const root = tree()
  const path = 'customers/acme/customer.md'
  writeFileSync(join(root, path), text(root, path).replace('owner: ada', 'owner: ada\nstage: lead'))
  await perform(save, {}, open(root))
  expect(subjects(root)[0]).toBe('acme: stage lead')
  expect(git(root, 'status', '--porcelain')).toBe('')
  await perform(undo, {}, open(root))
  expect(git(root, 'status', '--porcelain')).toBe(` M ${path}\n`)
  expect(text(root, path)).toContain('stage: lead')
})

test('undo goes back action by action, and stops where this clone began', async () => {
  const root = tree()
  await perform(set, { record: 'acme', values: ['tags+=a'] }, open(root))
  await perform(set, { record: 'acme', values: ['tags+=b'] }, open(root))
  await perform(undo, {}, open(root))
  expect(text(root, 'customers/acme/customer.md')).toContain('tags: [a]')
  await perform(undo, {}, open(root))
  expect(text(root, 'customers/acme/customer.md')).not.toContain('tags')
  await expect(perform(undo, {}, open(root))).rejects.toMatchObject({ exitCode: 3 })
})

test('undo of what was pushed adds a commit, and the next undo goes one further', async () => {
  const root = tree()
  await perform(set, { record: 'acme', values: ['tags+=a'] }, open(root))
  await perform(set, { record: 'acme', values: ['tags+=b'] }, open(root))
  git(root, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
  await perform(undo, {}, open(root))
  await perform(undo, {}, open(root))
  expect(subjects(root)).toEqual(['Undo: acme: tags a', 'Undo: acme: tags +b', 'acme: tags +b', 'acme: tags a', 'Begin'])
  expect(text(root, 'customers/acme/customer.md')).not.toContain('tags')
})

test('save commits a link as a link, and leaves out a repository within this one', async () => {
  const root = tree({ 'customers/acme/documents/msa.txt': 'x' })
  symlinkSync('documents', join(root, 'customers/acme/papers'))
  mkdirSync(join(root, 'customers/acme/site'))
  git(join(root, 'customers/acme/site'), 'init', '--quiet')
  writeFileSync(join(root, 'customers/acme/site/index.md'), 'x')
  const answer = await perform(save, {}, open(root))
  expect(answer).toMatchObject({
    files: ['customers/acme/papers'],
    said: 'acme: new papers; customers/acme/site/ is a git repository of its own, left out',
  })
  expect(git(root, 'ls-files', '-s', 'customers/acme/papers', 'customers/acme/site')).toMatch(/^120000 .*papers\n$/)
  expect(await perform(save, {}, open(root))).toMatchObject({
    said: 'Nothing is waiting to be saved; customers/acme/site/ is a git repository of its own, left out',
  })
})

test('bytes that are no text are saved as they are, and an undo that would have to write them is refused', async () => {
  const path = 'customers/acme/documents/logo.png'
  const root = tree({ [path]: new Uint8Array([137, 80, 255, 0]) })
  writeFileSync(join(root, path), new Uint8Array([137, 80, 254, 0]))
  await perform(save, {}, open(root))
  git(root, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
  await expect(perform(undo, {}, open(root))).rejects.toMatchObject({
    message: `${path} is not text, so it cannot be undone here.`,
  })
  expect([...readFileSync(join(root, path))]).toEqual([137, 80, 254, 0])
  expect(git(root, 'status', '--porcelain')).toBe('')
})

test('an edit of the same size, in the second the index was written, is saved', async () => {
  const path = 'customers/acme/customer.md'
  for (const turn of [1, 2, 3, 4]) {
    const root = tree({ [path]: sheet('name: Acme\nowner: ada', 'one\n') })
    const time = new Date(Math.floor(Date.now() / 1000) * 1000)
    utimesSync(join(root, path), time, time)
    git(root, 'add', path)
    writeFileSync(join(root, path), text(root, path).replace('one', 'two'))
    utimesSync(join(root, path), time, time)
    if (turn > 1) await new Promise((done) => setTimeout(done, 1_100 - (Date.now() % 1000)))
    expect(await perform(save, {}, open(root))).toMatchObject({ commit: expect.any(String) })
    expect(git(root, 'show', `HEAD:${path}`)).toContain('two')
  }
})

test('a name in a file leads to no other file than a record of its kind', async () => {
  const call = 'customers/acme/activities/2026-11-19-1000-call-x-k3f9.md'
  const fields = 'type: call\ndate: 2026-11-19\nsubject: X\nby: ada\ndeal: ../../../notes\nparticipants: [../../../notes]'
  const root = tree({
    'notes.md': sheet('name: Notes\nstage: lead'),
    'notes.yaml': workflow,
    [call]: sheet(fields, 'Next step: send the offer by Friday\n'),
    'customers/acme/deals/renewal.md': sheet('name: Renewal\nstage: lead\nworkflow: ../../notes'),
  })
  expect(await perform(accept, { activity: call }, open(root))).toMatchObject({ path: 'customers/acme/customer.md' })
  expect(text(root, 'notes.md')).toBe(sheet('name: Notes\nstage: lead'))
  await expect(perform(dealMove, { record: 'acme/renewal', stage: 'proposal' }, open(root))).rejects.toMatchObject({
    message: 'There is no workflow "../../notes".',
  })
})

test.each([
  ['a circle', 'bo.md', 'customers/acme/contacts/al.md → customers/acme/contacts/bo.md → customers/acme/contacts/al.md'],
  ['itself', 'al.md', 'customers/acme/contacts/al.md → customers/acme/contacts/al.md is a circle'],
  ['a record of another kind', '../customer.md', 'there is no contact at customers/acme/customer.md'],
  ['out of the tree', '../../../../notes.md', 'there is no contact at ../notes.md'],
])('a stub that leads to %s is refused', async (_, redirect, said) => {
  const root = tree({
    'customers/acme/contacts/al.md': `---\nredirect: ${redirect}\n---\n`,
    'customers/acme/contacts/bo.md': '---\nredirect: al.md\n---\n',
  })
  await expect(perform(set, { record: 'acme/al', values: ['title=CFO'] }, open(root))).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining(said),
  })
})

test('what a team set up wrongly is not decided without', async () => {
  const root = tree({
    'workspace-setup/fields.yaml': 'deal:\n  region: [text\n',
    'customers/acme/deals/renewal.md': sheet('name: Renewal\nstage: lead\namount: 5'),
  })
  const wrong = { exitCode: 2, path: 'workspace-setup/fields.yaml', message: expect.stringMatching(/fields\.yaml:\d/) }
  await expect(perform(set, { record: 'acme', values: ['tags+=a'] }, open(root))).rejects.toMatchObject(wrong)
  await expect(perform(dealMove, { record: 'acme', stage: 'proposal' }, open(root))).rejects.toMatchObject(wrong)
  await expect(perform(dealNew, { customer: 'acme', name: 'Rollout' }, open(root))).rejects.toMatchObject(wrong)
  await expect(perform(schemas, {}, open(root))).rejects.toMatchObject(wrong)
  expect((await ask(dealList, {}, open(root))).rows).toHaveLength(1)
  expect(git(root, 'status', '--porcelain')).toBe('')
})

test("a team's field may be called as what every object inherits", async () => {
  const root = tree({
    'workspace-setup/fields.yaml': 'customer:\n  constructor: { type: text }\n  toString: { type: text }\n',
  })
  expect(await ask(customerList, {}, open(root))).toMatchObject({ rows: [{ name: 'Acme' }], problems: [] })
  const answer = await perform(set, { record: 'acme', values: ['constructor=Hochtief'] }, open(root))
  expect(answer).toMatchObject({ said: 'acme: constructor Hochtief' })
  expect(text(root, 'customers/acme/customer.md')).toContain('constructor: Hochtief')
})

test('an action whose commit was amended is not mistaken for the one before it; one that was rebased is found', async () => {
  const root = tree()
  await perform(customerNew, { name: 'Globex' }, open(root))
  await perform(set, { record: 'acme', values: ['tags+=a'] }, open(root))
  git(root, 'commit', '--quiet', '--amend', '--message=my words')
  await expect(perform(undo, {}, open(root))).rejects.toThrow('is not in this branch as dossier made it')
  expect(text(root, 'customers/globex/customer.md')).toContain('Globex')

  await perform(set, { record: 'acme', values: ['tags+=b'] }, open(root))
  git(root, 'commit', '--quiet', '--amend', '--no-edit', '--reset-author', '--date=2026-11-20T09:00:00Z')
  await perform(undo, {}, open(root))
  expect(text(root, 'customers/acme/customer.md')).toContain('tags: [a]')
})

test('what waits is undone step by step as well', async () => {
  const root = tree({ 'workspace-setup/workspace.yaml': 'name: Orbit\ntimezone: UTC\ncommit: manual\n' })
  await perform(set, { record: 'acme', values: ['tags+=a'] }, open(root))
  await perform(set, { record: 'acme', values: ['tags+=b'] }, open(root))
  await perform(undo, {}, open(root))
  expect(text(root, 'customers/acme/customer.md')).toContain('tags: [a]')
  await perform(undo, {}, open(root))
  expect(git(root, 'status', '--porcelain')).toBe('')
  await expect(perform(undo, {}, open(root))).rejects.toMatchObject({ exitCode: 3 })
})

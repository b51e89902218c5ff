import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ask } from '../../../../src/actions/ask.ts'
import check from '../../../../src/actions/check.ts'
import { openSession } from '../../../../src/session/open.ts'
import { folder, git, gitEnv, workspace } from '../../../helpers/workspace.ts'
import { sound } from '../checked.ts'

const acme = 'customers/acme/customer.md'
const jo = 'customers/acme/contacts/jo-park.md'
const bad = '---\nname: Acme\nowner: zoe\n---\n'
const good = '---\nname: Acme\nowner: ada\n---\n'

const put = (root: string, path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const said = async (root: string, input: object, env = {}) => {
  const session = openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T09:00:00Z', ...env } })
  const { files, problems } = await ask(check, input, session)
  return [files, ...problems.map(({ code, path, line }) => `${code} ${path}:${line}`)]
}

test('what is staged is judged, not what stands there', async () => {
  const root = workspace(sound)
  expect(await said(root, { staged: true })).toEqual([0])
  put(root, acme, bad)
  expect(await said(root, { staged: true })).toEqual([0])
  git(root, 'add', acme)
  put(root, acme, good)
  expect(await said(root, { staged: true })).toEqual([1, `reference-missing ${acme}:3`])
  git(root, 'add', acme)
  put(root, acme, bad)
  expect(await said(root, { staged: true })).toEqual([1])
})

test('staged files are held against what is staged: a person, a contact, a field, a code', async () => {
  const root = workspace(sound)
  put(root, 'workspace-setup/people/zoe.yaml', 'name: Zoe\n')
  put(root, acme, bad)
  git(root, 'add', acme)
  expect(await said(root, { staged: true })).toEqual([1, `reference-missing ${acme}:3`])
  git(root, 'add', 'workspace-setup')
  expect(await said(root, { staged: true })).toEqual([2])
  put(root, 'workspace-setup/fields.yaml', 'customer: { tier: { type: choice, values: [A] } }\n')
  put(root, acme, '---\nname: Acme\ntier: B\n---\n')
  git(root, 'add', '.')
  rmSync(join(root, 'workspace-setup/fields.yaml'))
  expect(await said(root, { staged: true })).toEqual([3, `value-choice ${acme}:3`])
  put(root, 'workspace-setup/processes/checks.yaml', 'value-choice: off\n')
  expect(await said(root, { staged: true })).toEqual([3, `value-choice ${acme}:3`])
  git(root, 'add', 'workspace-setup/processes')
  expect(await said(root, { staged: true })).toEqual([4])
  git(root, 'rm', '--quiet', '--cached', jo)
  put(root, 'customers/acme/deals/pilot.md', '---\nname: Pilot\nnext_step: x\nprimary_contact: jo-park\n---\n')
  git(root, 'add', 'customers/acme/deals')
  expect(await said(root, { staged: true })).toEqual([5, 'reference-missing customers/acme/deals/pilot.md:4'])
})

test('a hook is told of another index', async () => {
  const root = workspace(sound)
  put(root, acme, bad)
  const env = { GIT_INDEX_FILE: join(root, '.git/other-index') }
  git(root, 'read-tree', 'HEAD')
  const { execFileSync } = await import('node:child_process')
  const own = (...args: string[]) => execFileSync('git', args, { cwd: root, env: { ...gitEnv, ...env } })
  own('read-tree', 'HEAD')
  own('add', acme)
  expect(await said(root, { staged: true }, env)).toEqual([1, `reference-missing ${acme}:3`])
  expect(await said(root, { staged: true })).toEqual([0])
})

test('before the first commit, in a workspace below the top of the repository', async () => {
  const root = workspace({}, { commit: false })
  for (const [path, text] of Object.entries({ ...sound, [acme]: bad })) put(root, `crm/${path}`, text)
  put(root, 'other/customers/acme/customer.md', bad)
  git(root, 'add', '.')
  expect(await said(join(root, 'crm'), { staged: true })).toEqual([9, `reference-missing ${acme}:3`])
  git(root, 'commit', '--quiet', '--message=x')
  expect(await said(join(root, 'crm'), { staged: true })).toEqual([0])
  put(root, `crm/${jo}`, '---\nname: Jo\nemail: jo\n---\n')
  expect(await said(join(root, 'crm'), { 'changed-since': 'HEAD' })).toEqual([1, `value-type ${jo}:3`])
})

test('both sides of a merge cannot be judged as a commit', async () => {
  const root = workspace(sound)
  git(root, 'checkout', '--quiet', '-b', 'other')
  put(root, acme, bad)
  git(root, 'commit', '--quiet', '--all', '--message=a')
  git(root, 'checkout', '--quiet', 'main')
  put(root, acme, good)
  git(root, 'commit', '--quiet', '--all', '--message=b')
  expect(() => git(root, 'merge', 'other')).toThrow()
  await expect(said(root, { staged: true })).rejects.toThrow(/both sides of a merge/)
})

test('what changed since a commit: committed, staged, edited and new files, within what is named', async () => {
  const root = workspace({ ...sound, 'customers/bolt/customer.md': bad, '.gitignore': 'personal/\n' })
  expect(await said(root, { 'changed-since': 'HEAD' })).toEqual([0])
  put(root, acme, bad)
  git(root, 'commit', '--quiet', '--all', '--message=x')
  expect(await said(root, { 'changed-since': 'HEAD~1' })).toEqual([1, `reference-missing ${acme}:3`])
  expect(await said(root, { 'changed-since': 'HEAD' })).toEqual([0])
  put(root, jo, '---\nname: Jo\nemail: jo\n---\n')
  git(root, 'add', jo)
  put(root, 'customers/cörd/customer.md', '---\nname: Cord\nowner: zoe\n---\n')
  put(root, 'personal/ada/notes/a.md', '<<<<<<< a\n')
  git(root, 'rm', '--quiet', '--force', 'customers/bolt/customer.md')
  const all = [
    3,
    `value-type ${jo}:3`,
    `reference-missing ${acme}:3`,
    'slug-invalid customers/cörd/customer.md:1',
    'reference-missing customers/cörd/customer.md:3',
  ]
  expect(await said(root, { 'changed-since': 'HEAD~1' })).toEqual(all)
  expect(await said(root, { 'changed-since': 'HEAD~1', path: ['acme'] })).toEqual(all.slice(0, 3).with(0, 2))
})

const names: [what: string, remove: (root: string) => void, ...expected: string[]][] = [
  [
    'a contact that is gone',
    (root) => void git(root, 'rm', '--quiet', jo),
    'reference-missing customers/acme/deals/pilot.md:4',
    'wikilink-broken customers/cord/customer.md:4',
    'link-broken customers/cord/customer.md:4',
  ],
  [
    'a contact that moved',
    (root) => void git(root, 'mv', jo, 'customers/acme/contacts/joanna.md'),
    'reference-missing customers/acme/deals/pilot.md:4',
    'wikilink-broken customers/cord/customer.md:4',
    'link-broken customers/cord/customer.md:4',
  ],
  [
    'a person who is gone',
    (root) => void git(root, 'rm', '--quiet', 'workspace-setup/people/ada.yaml'),
    'reference-missing customers/acme/activities/2026-11-02-1000-call-pricing-k3f9.md:5',
    'reference-missing customers/acme/customer.md:3',
    'reference-missing workspace-setup/people/ben.yaml:2',
  ],
  [
    'a stub in its place',
    (root) => {
      git(root, 'mv', jo, 'customers/acme/contacts/joanna.md')
      put(root, jo, '---\nredirect: contacts/joanna.md\n---\n')
    },
  ],
]

test.each(names)('what names %s is told of, though it did not change, and nothing else is', async (_, remove, ...expected) => {
  const linked = '---\nname: Cord\n---\nSee [[acme/jo-park]] and [Jo](../acme/contacts/jo-park.md), not [[acme/nobody]].\n'
  const cord = { 'customers/cord/customer.md': linked }
  const bolt = {
    'customers/bolt/customer.md': bad,
    'customers/bolt/deals/old.md': '---\nname: Old\nprimary_contact: jo-park\n---\n',
  }
  const root = workspace({ ...sound, ...cord, ...bolt })
  remove(root)
  git(root, 'add', '--all')
  expect((await said(root, { staged: true })).slice(1)).toEqual(expected)
  git(root, 'commit', '--quiet', '--message=x')
  expect((await said(root, { 'changed-since': 'HEAD~1' })).slice(1)).toEqual(expected)
  expect((await said(root, { 'changed-since': 'HEAD~1', path: ['bolt'] })).slice(1)).toEqual([])
})

test.each(['nope', '', '--all', 'HEAD^{tree}'])('a commit that is none: %j', async (ref) => {
  await expect(said(workspace(sound), { 'changed-since': ref })).rejects.toMatchObject({
    exitCode: 2,
    message: `There is no commit "${ref}" in this clone.`,
  })
})

test('where no git is, and two questions at once', async () => {
  const root = folder()
  for (const [path, text] of Object.entries(sound)) put(root, path, text)
  for (const input of [{ staged: true }, { 'changed-since': 'HEAD' }])
    await expect(said(root, input)).rejects.toThrow(/is not under git, so there is no commit/)
  await expect(said(workspace(sound), { staged: true, 'changed-since': 'HEAD' })).rejects.toThrow(/two questions/)
})

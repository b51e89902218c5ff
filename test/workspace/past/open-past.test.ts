import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPast } from '../../../src/workspace/past/open-past.ts'
import { type Place, placeAt } from '../../../src/workspace/place.ts'
import { bytesAt, readSheet, realPath, textNow } from '../../../src/workspace/sheet.ts'
import { customerSlugs, filesBelow, isThere, namesIn, recordPaths } from '../../../src/workspace/tree.ts'
import { withinFolder } from '../../../src/workspace/within.ts'
import { commitAt, head } from '../../helpers/history.ts'
import { git, gitEnv, workspace } from '../../helpers/workspace.ts'

const at = new Date('2026-11-21T10:00:00Z')
const openAt = (root: string, commit = head(root)): Place => {
  const place = placeAt(root, gitEnv)
  return { ...place, past: openPast(place, { commit, at }) }
}

/** All that reading asks of a place. */
const look = (place: Place, paths: readonly string[]) => ({
  customers: customerSlugs(place),
  deals: recordPaths(place, 'deal'),
  contacts: recordPaths(place, 'contact'),
  below: filesBelow(place, 'customers'),
  top: namesIn(place, ''),
  people: recordPaths(place, 'person'),
  there: paths.map((path) => isThere(place, path)),
  texts: paths.map((path) => {
    const read = readSheet(place, path)
    return 'sheet' in read ? [read.sheet.text, read.sheet.sha, read.sheet.mode & 0o111] : read.problem
  }),
  bytes: paths.map((path) => bytesAt(place, path)?.toString('latin1')),
})

const files = {
  'workspace-setup/workspace.yaml': 'name: Ours\n',
  'workspace-setup/people/ada.yaml': 'name: Ada\n',
  'customers/acme/customer.md': '---\nname: Acme\n---\n',
  'customers/acme/contacts/jö.md': '---\nname: Jö\n---\n',
  'customers/acme/documents/a/b.pdf': '\u0000\u0001',
  'customers/acme/.hidden.md': 'x',
  'customers/_unassigned/deals/stray.md': '---\nname: Stray\n---\n',
  'customers/templates/t.md': 'x',
  'personal/ada/notes.md': 'x',
  'README.md': 'Read me',
}
const odd = [
  'nowhere.md',
  'customers',
  'customers/acme',
  'customers/acme/customer.md/x',
  'customers/gone/customer.md',
  '',
  'x/y/z.md',
]

test('a commit reads as the disk did when it was made', () => {
  const root = workspace(files)
  const paths = [...Object.keys(files), ...odd.filter(Boolean)]
  const then = look(placeAt(root, gitEnv), paths)
  const commit = head(root)
  commitAt(root, '2026-11-20T10:00:00Z', {
    'customers/acme/customer.md': 'other',
    'customers/acme/contacts': null,
    'customers/new/customer.md': '',
  })
  expect(look(openAt(root, commit), paths)).toEqual(then)
  expect(look(openAt(root), paths)).toEqual(look(placeAt(root, gitEnv), paths))
})

test('a workspace in a folder of a repository', () => {
  const root = workspace(Object.fromEntries(Object.entries(files).map(([path, text]) => [`sales/${path}`, text])))
  const sales = join(root, 'sales')
  expect(look({ ...openAt(sales) }, Object.keys(files))).toEqual(look(placeAt(sales, gitEnv), Object.keys(files)))
})

describe('links', () => {
  const linked = () => {
    const root = workspace(files, { commit: false })
    const link = (target: string, path: string) => {
      mkdirSync(join(root, dirname(path)), { recursive: true })
      symlinkSync(target, join(root, path))
    }
    link('acme', 'customers/acme-too')
    link('../../acme/contacts/jö.md', 'customers/globex/contacts/jo.md')
    link('jo.md', 'customers/globex/contacts/round.md')
    link('self.md', 'customers/globex/contacts/self.md')
    link('gone.md', 'customers/globex/contacts/dangling.md')
    link('/etc', 'customers/globex/outside')
    link('../../../../etc/hostname', 'customers/globex/contacts/out.md')
    link(join(root, 'README.md'), 'customers/globex/whole.md')
    git(root, 'add', '--all')
    git(root, 'commit', '--quiet', '--message=Links')
    return root
  }
  const paths = [
    'customers/acme-too',
    'customers/acme-too/customer.md',
    'customers/acme-too/contacts/jö.md',
    'customers/globex/contacts/jo.md',
    'customers/globex/contacts/round.md',
    'customers/globex/contacts/self.md',
    'customers/globex/contacts/dangling.md',
    'customers/globex/contacts/out.md',
    'customers/globex/whole.md',
  ]
  test('are followed as on the disk, and never out of the workspace', () => {
    const root = linked()
    const [was, is] = [look(openAt(root), paths), look(placeAt(root, gitEnv), paths)]
    expect({ ...was, bytes: [] }).toEqual({
      ...is,
      bytes: [],
      texts: is.texts.map((text, n) =>
        paths[n] === 'customers/globex/contacts/out.md'
          ? expect.objectContaining({ message: expect.stringContaining('leads out') })
          : text,
      ),
    })
    expect(namesIn(openAt(root), 'customers/globex/outside')).toEqual([])
  })

  test('what really lies in a folder', () => {
    const root = linked()
    const asked = ['customers/globex/contacts/jo.md', 'customers/globex/contacts/round.md', 'customers/globex/nothing.md']
    for (const folder of ['customers/globex', 'customers/acme-too', 'customers/acme'])
      expect(withinFolder(openAt(root), folder, asked), folder).toEqual(withinFolder(placeAt(root, gitEnv), folder, asked))
  })
})

test('whatever the order of questions, and however many customers', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const root = workspace(
    Object.fromEntries(
      names.flatMap((name) => [
        [`customers/${name}/customer.md`, `---\nname: ${name}\n---\n`],
        [`customers/${name}/deals/one.md`, `---\nname: ${name} one\n---\n`],
        [`customers/${name}/deals/two.md`, `---\nname: ${name} two\n---\n`],
      ]),
    ),
  )
  const paths = [
    ...names.flatMap((name) => [`customers/${name}/customer.md`, `customers/${name}/deals/two.md`, `customers/${name}/none.md`]),
    'customers/z/customer.md',
  ]
  const disk = placeAt(root, gitEnv)
  const told = new Map(paths.map((path) => [path, JSON.stringify(readSheet(disk, path))]))
  fc.assert(
    fc.property(fc.shuffledSubarray(paths, { minLength: 1 }), fc.boolean(), (asked, first) => {
      const place = openAt(root)
      if (first) place.past!.prepare(asked)
      for (const path of asked)
        expect(JSON.stringify(readSheet(place, path)).replace(/"mode":\d+/, '')).toBe(told.get(path)!.replace(/"mode":\d+/, ''))
      expect(recordPaths(place, 'deal')).toEqual(recordPaths(disk, 'deal'))
    }),
    { numRuns: 15 },
  )
})

test('nothing is written there', () => {
  const root = workspace(files)
  const place = openAt(root)
  writeFileSync(join(root, 'customers/acme/customer.md'), 'later')
  expect(textNow(place, 'customers/acme/customer.md').text).toBe(files['customers/acme/customer.md'])
  expect(textNow(place, 'customers/acme/none.md')).toEqual({ text: null, sha: '' })
  expect(() => realPath(place, 'customers/acme/customer.md')).toThrow(/Nothing can be written as of commit [0-9a-f]{7}/)
})

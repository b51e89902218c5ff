import { chmodSync, mkdirSync, readlinkSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Edit } from '../../../src/records/plan.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { blobId, openSheet } from '../../../src/workspace/sheet.ts'
import { preview } from '../../../src/workspace/write/apply.ts'
import { act, appending, atHead, commits, leftovers, plan, setting, status, textOf, unsound } from '../../helpers/act.ts'
import { folder, git, gitEnv, workspace } from '../../helpers/workspace.ts'

const acme = 'customers/acme/customer.md'
const text = '---\nname: Acme\nstage: lead\n---\nA body.\n'
const files = { [acme]: text, 'customers/beta/customer.md': text.replace('Acme', 'Beta') }
const sha = (root: string, path: string) => openSheet(placeAt(root, gitEnv), path).sha

/** The whole outcome of one action that must leave a clean tree and exactly these changes in one commit. */
function expectOneCommit(root: string, ...changed: string[]) {
  expect(git(root, 'show', '--format=', '--name-status', '--no-renames', '-z', 'HEAD').split('\0').filter(Boolean)).toEqual(
    changed,
  )
  expect(status(root)).toBe('')
  expect(leftovers(root)).toEqual([])
  expect(unsound(root)).toBe('')
}

describe('one commit holds exactly the plan', () => {
  test('a field is set; the trailers say who, what and why', async () => {
    const root = workspace(files)
    const { commit, paths } = await act(root, setting(acme, 'stage', 'proposal'))
    expect(paths).toEqual([acme])
    expect(commit).toBe(git(root, 'rev-parse', 'HEAD').trim())
    expect(textOf(root, acme)).toBe(text.replace('lead', 'proposal'))
    expect(atHead(root, acme)).toBe(textOf(root, acme))
    expectOneCommit(root, 'M', acme)
    expect(git(root, 'log', '-1', '--format=%an <%ae>%n%aI%n%B').trim().replace('+00:00', 'Z')).toBe(
      'Ada <ada@example.test>\n2026-11-21T10:00:00Z\nChange it\n\nDossier-Action: deal set\nDossier-Actor: ada\nDossier-Because: asked by ada',
    )
    const trailers = '%(trailers:key=Dossier-Action,valueonly,separator=)|%(trailers:key=Dossier-Because,valueonly,separator=)'
    expect(git(root, 'log', '-1', `--format=${trailers}`).trim()).toBe('deal set|asked by ada')
  })

  const steps: [name: string, edits: (root: string) => Edit[], changed: string[]][] = [
    ['created', () => [{ do: 'create', path: 'customers/new/customer.md', text }], ['A', 'customers/new/customer.md']],
    ['deleted', (root) => [{ do: 'delete', path: acme, from: sha(root, acme) }], ['D', acme]],
    [
      'moved',
      (root) => [{ do: 'move', path: acme, from: sha(root, acme), to: 'customers/acme-inc/customer.md' }],
      ['A', 'customers/acme-inc/customer.md', 'D', acme],
    ],
    [
      'moved and changed',
      (root) => [
        { do: 'move', path: acme, from: sha(root, acme), to: 'customers/z/customer.md' },
        { do: 'append', path: 'customers/z/customer.md', from: '', text: 'Moved.' },
      ],
      ['D', acme, 'A', 'customers/z/customer.md'],
    ],
    [
      'created, changed and deleted at once',
      (root) => [
        { do: 'create', path: 'a.md', text },
        { do: 'set', path: acme, from: sha(root, acme), field: ['stage'], value: 'won' },
        { do: 'delete', path: 'customers/beta/customer.md', from: sha(root, 'customers/beta/customer.md') },
      ],
      ['A', 'a.md', 'M', acme, 'D', 'customers/beta/customer.md'],
    ],
  ]
  test.each(steps)('a file is %s', async (_, edits, changed) => {
    const root = workspace(files)
    const { commit } = await act(root, () => plan(...edits(root)))
    expect(commit).toBeTruthy()
    expectOneCommit(root, ...changed)
  })

  test('several edits of one file follow one another', async () => {
    const root = workspace(files)
    const from = sha(root, acme)
    await act(root, () =>
      plan({ do: 'set', path: acme, from, field: ['stage'], value: 'won' }, { do: 'append', path: acme, from, text: 'End.' }),
    )
    expect(textOf(root, acme)).toBe(`${text.replace('lead', 'won')}End.\n`)
    expectOneCommit(root, 'M', acme)
  })

  test('a plan that changes nothing makes no commit', async () => {
    const root = workspace(files)
    expect(await act(root, setting(acme, 'stage', 'lead'))).toEqual({ paths: [], commit: null, unchanged: true })
    expect(commits(root)).toBe(1)
  })

  test('a preview changes nothing', () => {
    const root = workspace(files)
    const place = placeAt(root, gitEnv)
    expect(preview(place, setting(acme, 'stage', 'won')(place))).toMatchObject([
      { path: acme, before: text, after: text.replace('lead', 'won') },
    ])
    expect(status(root)).toBe('')
  })

  test('a folder that loses its last file goes, its neighbours stay', async () => {
    const root = workspace(files)
    await act(root, () => plan({ do: 'delete', path: acme, from: sha(root, acme) }))
    expect(statSync(join(root, 'customers/acme'), { throwIfNoEntry: false })).toBeUndefined()
    expect(statSync(join(root, 'customers/beta')).isDirectory()).toBe(true)
  })
})

describe('a file keeps what it is', () => {
  const texts: [name: string, before: string, after: string][] = [
    ['CRLF', '---\r\nstage: lead\r\n---\r\nBody\r\n', '---\r\nstage: won\r\n---\r\nBody\r\n'],
    ['a byte order mark', '\uFEFF---\nstage: lead\n---\n', '\uFEFF---\nstage: won\n---\n'],
    ['no final newline', '---\nstage: lead\n---\nBody', '---\nstage: won\n---\nBody'],
    ['letters beyond ASCII', '---\nstage: lead\n---\nGrüße 🚀\n', '---\nstage: won\n---\nGrüße 🚀\n'],
  ]
  test.each(texts)('%s', async (_, before, after) => {
    const root = workspace({ [acme]: before, '.gitattributes': '* -text\n' })
    await act(root, setting(acme, 'stage', 'won'))
    expect(textOf(root, acme)).toBe(after)
    expect(git(root, 'rev-parse', `HEAD:${acme}`).trim()).toBe(blobId(after))
    expectOneCommit(root, 'M', acme)
  })

  test.each([0o755, 0o600, 0o664])('mode %o', async (mode) => {
    const root = workspace(files)
    chmodSync(join(root, acme), mode)
    git(root, 'commit', '--all', '--allow-empty', '--quiet', '--message=Mode')
    await act(root, setting(acme, 'stage', 'won'))
    expect(statSync(join(root, acme)).mode & 0o777).toBe(mode)
    expectOneCommit(root, 'M', acme)
  })

  test('a link: its target is written', async () => {
    const root = workspace(files)
    symlinkSync('acme/customer.md', join(root, 'customers/link.md'))
    git(root, 'add', '.')
    git(root, 'commit', '--quiet', '--message=Link')
    const { paths } = await act(root, setting('customers/link.md', 'stage', 'won'))
    expect(paths).toEqual([acme])
    expect(readlinkSync(join(root, 'customers/link.md'))).toBe('acme/customer.md')
    expectOneCommit(root, 'M', acme)
  })

  const names = [
    'customers/with space/a file.md',
    'customers/müller & söhne/größe.md',
    `customers/o'neil "x"/quo"te.md`,
    'customers/tab\there/-dash.md',
    'customers/*glob*/[a].md',
  ]
  test.each(names)('the name %j', async (path) => {
    const root = workspace({ [path]: text, 'customers/a/[b].md': text })
    await act(root, setting(path, 'stage', 'won'))
    expectOneCommit(root, 'M', path)
    await act(root, () => plan({ do: 'move', path, from: sha(root, path), to: `${path}.md` }))
    expect(textOf(root, `${path}.md`)).toContain('won')
    expect(status(root)).toBe('')
  })

  test('a name as long as the disk allows', async () => {
    const path = `customers/${'n'.repeat(252)}.md`
    const root = workspace({ [path]: text })
    await act(root, setting(path, 'stage', 'won'))
    expectOneCommit(root, 'M', path)
  })
})

describe('what cannot be done changes nothing', () => {
  const refusals: [
    name: string,
    arrange: (root: string) => void,
    edits: (root: string) => Edit[],
    said: RegExp,
    exitCode: number,
  ][] = [
    [
      'the file is not what was read',
      () => {},
      () => [{ do: 'set', path: acme, from: blobId('older'), field: ['stage'], value: 'won' }],
      /was changed by another program.*nothing was written/,
      1,
    ],
    [
      'a file to create is there',
      () => {},
      () => [{ do: 'create', path: acme, text: 'mine' }],
      /is there already; nothing was written/,
      2,
    ],
    [
      'a file to move to is there',
      () => {},
      (root) => [{ do: 'move', path: acme, from: sha(root, acme), to: 'customers/beta/customer.md' }],
      /is there already/,
      2,
    ],
    [
      'the file is gone',
      () => {},
      () => [{ do: 'set', path: 'no.md', from: 'x', field: ['stage'], value: 'won' }],
      /not there/,
      3,
    ],
    [
      'a link leads out of the tree',
      (root) => symlinkSync('/etc/hostname', join(root, 'out.md')),
      () => [{ do: 'append', path: 'out.md', from: '', text: 'x' }],
      /leads out of the workspace; nothing was written/,
      2,
    ],
    [
      'a folder is a link out of the tree',
      (root) => symlinkSync(folder(), join(root, 'customers/away')),
      () => [{ do: 'create', path: 'customers/away/new.md', text }],
      /leads out of the workspace/,
      2,
    ],
    ['a path leads out of the tree', () => {}, () => [{ do: 'create', path: '../new.md', text }], /lies out of the workspace/, 2],
    [
      "a path leads into git's folder",
      () => {},
      () => [{ do: 'create', path: '.git/new.md', text }],
      /lies out of the workspace/,
      2,
    ],
    [
      'a move leads out of the tree',
      () => {},
      (root) => [{ do: 'move', path: acme, from: sha(root, acme), to: '../moved.md' }],
      /lies out of the workspace/,
      2,
    ],
    [
      'a link leads back to itself',
      (root) => symlinkSync('loop.md', join(root, 'loop.md')),
      () => [{ do: 'append', path: 'loop.md', from: '', text: 'x' }],
      /leads back to itself/,
      2,
    ],
    [
      'a link leads nowhere',
      (root) => symlinkSync('nothing.md', join(root, 'lost.md')),
      () => [{ do: 'create', path: 'lost.md', text }],
      /link to nothing/,
      2,
    ],
    [
      'a file stands where a folder should be',
      (root) => writeFileSync(join(root, 'plain'), ''),
      () => [{ do: 'create', path: 'plain/new.md', text }],
      /file stands where a folder/,
      2,
    ],
    [
      'a binary file is named .md',
      (root) => writeFileSync(join(root, 'picture.md'), Buffer.from([0x89, 0x50, 0, 0xff])),
      () => [{ do: 'append', path: 'picture.md', from: '', text: 'x' }],
      /not text/,
      2,
    ],
    [
      'the second edit of two is refused',
      () => {},
      (root) => [
        { do: 'set', path: acme, from: sha(root, acme), field: ['stage'], value: 'won' },
        { do: 'create', path: 'customers/beta/customer.md', text },
      ],
      /is there already/,
      2,
    ],
  ]
  test.each(refusals)('%s', async (_, arrange, edits, said, exitCode) => {
    const root = workspace(files)
    arrange(root)
    const before = status(root)
    const failed = await act(root, () => plan(...edits(root))).catch((error: unknown) => error)
    expect(failed).toMatchObject({ exitCode, message: expect.stringMatching(said) })
    expect(status(root)).toBe(before)
    expect(textOf(root, acme)).toBe(text)
    expect(commits(root)).toBe(1)
    expect(leftovers(root)).toEqual([])
  })

  test('when a later file cannot be put, the earlier ones are put back', async () => {
    const root = workspace({ ...files, 'c.md': text })
    const three = (): Edit[] => [
      { do: 'set', path: acme, from: sha(root, acme), field: ['stage'], value: 'won' },
      { do: 'delete', path: 'c.md', from: sha(root, 'c.md') },
      { do: 'create', path: 'customers/fresh/new.md', text },
      { do: 'create', path: 'zz.md', text: 'ours' },
    ]
    const at = (step: string) => step === 'staged' && writeFileSync(join(root, 'zz.md'), 'theirs')
    const failed = await act(root, () => plan(...three()), { at }).catch((error: unknown) => error)
    expect(failed).toMatchObject({ message: 'Another program made zz.md at the same moment.', exitCode: 1 })
    expect(textOf(root, acme)).toBe(text)
    expect(textOf(root, 'c.md')).toBe(text)
    expect(textOf(root, 'zz.md')).toBe('theirs')
    expect(status(root)).toBe('?? zz.md\n')
    expect(statSync(join(root, 'customers/fresh'), { throwIfNoEntry: false })).toBeUndefined()
    expect(leftovers(root)).toEqual([])
    rmSync(join(root, 'zz.md'))
    expect((await act(root, () => plan(...three()))).commit).toBeTruthy()
    expectOneCommit(root, 'D', 'c.md', 'M', acme, 'A', 'customers/fresh/new.md', 'A', 'zz.md')
  })
})

describe('wherever the repository is', () => {
  test('no commit yet', async () => {
    const root = workspace(files, { commit: false })
    await act(root, () => plan({ do: 'create', path: 'first.md', text }))
    expect(git(root, 'show', '--format=', '--name-status', 'HEAD').trim()).toBe('A\tfirst.md')
    expect(status(root)).toBe(`?? ${acme}\n?? customers/beta/customer.md\n`)
    const { commit, pending } = await act(root, setting(acme, 'stage', 'won'))
    expect([commit, pending]).toEqual([null, [{ paths: [acme], reason: `${acme} is not in git yet; dossier save commits it` }]])
    git(root, 'add', '--all')
    git(root, 'commit', '--quiet', '--message=Mine')
    const next = await act(root, appending(acme, 'More.'))
    expect(next.pending).toBeUndefined()
    expect(commits(root)).toBe(3)
    expectOneCommit(root, 'M', acme)
  })

  test('the workspace is a folder of the repository, with a neighbour', async () => {
    const top = workspace({ 'sales/a.md': text, 'notes/b.md': text, 'other/a.md': text })
    writeFileSync(join(top, 'notes/b.md'), 'mine, uncommitted')
    await act(join(top, 'sales'), setting('a.md', 'stage', 'won'))
    expect(git(top, 'show', '--format=', '--name-status', 'HEAD').trim()).toBe('M\tsales/a.md')
    expect(status(top)).toBe(' M notes/b.md\n')
  })

  test('what one workspace of a repository left unfinished, another leaves alone', async () => {
    const top = workspace({ 'sales/a.md': text, 'other/a.md': text })
    await act(join(top, 'sales'), setting('a.md', 'stage', 'won'), { manual: true })
    await act(join(top, 'other'), setting('a.md', 'stage', 'lost'))
    expect(textOf(top, 'other/a.md')).toContain('lost')
    expect(git(top, 'show', '--format=', '--name-status', 'HEAD').trim()).toBe('M\tother/a.md')
    expect(status(top)).toBe(' M sales/a.md\n')
    await act(join(top, 'sales'), appending('a.md', 'More.'))
    expect(commits(top)).toBe(4)
    expect(status(top)).toBe('')
  })

  test('a worktree', async () => {
    const root = workspace(files)
    const tree = join(folder(), 'tree')
    git(root, 'worktree', 'add', '--quiet', '-b', 'side', tree)
    await act(root, setting(acme, 'stage', 'won'), { manual: true })
    await act(tree, setting(acme, 'stage', 'lost'))
    expect(git(tree, 'log', '-1', '--format=%D').trim()).toBe('HEAD -> side')
    expect(atHead(tree, acme)).toContain('lost')
    expect(status(tree)).toBe('')
    expect(status(root)).toBe(` M ${acme}\n`)
    expect(commits(root)).toBe(1)
    await act(root, appending(acme, 'More.'))
    expect([commits(root), status(root)]).toEqual([3, ''])
  })

  test('object ids of sha256', async () => {
    const root = folder()
    git(root, 'init', '--quiet', '--object-format=sha256', '--initial-branch=main')
    git(root, 'config', 'user.name', 'Ada')
    git(root, 'config', 'user.email', 'ada@example.test')
    await act(root, () => plan({ do: 'create', path: 'first.md', text }, { do: 'create', path: 'second.md', text }))
    const mine = text.replace('A body.', 'My body.')
    writeFileSync(join(root, 'first.md'), mine)
    await act(root, setting('first.md', 'stage', 'won'))
    expect(atHead(root, 'first.md')).toBe(text.replace('lead', 'won'))
    expect(status(root)).toBe(' M first.md\n')
    await act(root, () => plan({ do: 'delete', path: 'second.md', from: sha(root, 'second.md') }))
    expect(git(root, 'ls-files').trim()).toBe('first.md')
    expect(commits(root)).toBe(3)
    expect(unsound(root)).toBe('')
  })

  test('a repository that was moved elsewhere after an action waited', async () => {
    const root = workspace(files)
    await act(root, setting(acme, 'stage', 'won'), { manual: true })
    const there = join(folder(), 'moved')
    mkdirSync(there)
    git(root, 'clone', '--quiet', root, join(there, 'clone'))
    renameSync(root, join(there, 'place'))
    await act(join(there, 'place'), appending(acme, 'More.'))
    expect([commits(join(there, 'place')), status(join(there, 'place'))]).toEqual([3, ''])
  })
})

test('a move takes the user’s uncommitted lines along in the file, not into the commit', async () => {
  const root = workspace(files)
  writeFileSync(join(root, acme), text.replace('A body.', 'My body.'))
  await act(root, () => plan({ do: 'move', path: acme, from: sha(root, acme), to: 'moved.md' }))
  expect(atHead(root, 'moved.md')).toBe(text)
  expect(textOf(root, 'moved.md')).toContain('My body.')
  expect(status(root)).toBe(' M moved.md\n')
})

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edit } from '../../../src/records/plan.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { openSheet } from '../../../src/workspace/sheet.ts'
import { act, appending, leftovers, plan, status } from '../../helpers/act.ts'
import { folder, git, gitEnv } from '../../helpers/workspace.ts'

const paths = ['customers/acme/customer.md', 'customers/acme/deals/größe 1.md', 'customers/beta/customer.md']
const begin =
  '---\nname: Acme\nstage: lead\namount: 10\nowner: ada\n# a remark\nnext_step: Call\n---\n# Notes\n\nFirst line.\nSecond line.\nThird line.\n'

/** What a user does to one file by hand. */
type ByHand = {
  path: number
  edit: 'stage' | 'amount' | 'body' | 'remark' | 'more' | 'delete' | 'new' | 'executable'
  staged: boolean
  again: boolean
}

const byHand: fc.Arbitrary<ByHand> = fc.record({
  path: fc.constantFrom(0, 0, 0, 1, 2),
  edit: fc.constantFrom('stage', 'amount', 'body', 'remark', 'more', 'delete', 'new', 'stage', 'amount', 'body'),
  staged: fc.boolean(),
  again: fc.boolean(),
})

/** What our action changes: a field, an addition at the end, a move, a new file, or a file deleted. */
const ours = fc.record({
  path: fc.constantFrom(0, 0, 0, 1, 2),
  what: fc.constantFrom('stage', 'stage', 'stage', 'append', 'move', 'create', 'delete', 'two'),
})

/** Situations that chance might leave out. */
const examples: [ByHand[], { path: 0 | 1 | 2; what: 'stage' }][] = [
  [[{ path: 0, edit: 'stage', staged: false, again: false }], { path: 0, what: 'stage' }],
  [[{ path: 0, edit: 'stage', staged: true, again: true }], { path: 0, what: 'stage' }],
  [[{ path: 0, edit: 'body', staged: true, again: true }], { path: 0, what: 'stage' }],
  [[{ path: 0, edit: 'new', staged: false, again: false }], { path: 0, what: 'stage' }],
  [[{ path: 1, edit: 'delete', staged: true, again: false }], { path: 0, what: 'stage' }],
]

const change = (text: string, { edit }: ByHand, word: string): string => {
  if (edit === 'stage') return text.replace(/^stage: .*$/m, `stage: ${word}`)
  if (edit === 'amount') return text.replace(/^amount: .*$/m, `amount: ${word.length}${word.charCodeAt(0)}`)
  if (edit === 'body') return text.replace(/^Second line.*$/m, `Second line, ${word}.`)
  if (edit === 'remark') return text.replace('# a remark\n', `# a remark, ${word}\n# and one more\n`)
  return `${text}${word}.\n`
}

const read = (root: string, path: string) => (existsSync(join(root, path)) ? openSheet(placeAt(root, gitEnv), path).text : null)

function write(root: string, path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** Does the edits in the tree and in the index, some in both and then again in the tree. */
function doByHand(root: string, edits: ByHand[]) {
  for (const [n, hand] of edits.entries()) {
    const path = hand.edit === 'new' ? `customers/acme/new-${n}.md` : paths[hand.path]!
    const now = read(root, path)
    if (hand.edit === 'delete') rmSync(join(root, path), { force: true })
    else write(root, path, change(now ?? begin, hand, `mine ${n}`))
    if (hand.staged) git(root, 'add', '--all', '--', dirname(path))
    if (hand.staged && hand.again && hand.edit !== 'delete') write(root, path, change(read(root, path)!, hand, `later ${n}`))
  }
}

const staged = (root: string) => git(root, 'ls-files', '-s', '-z').split('\0').filter(Boolean)
const committed = (root: string) =>
  new Map(
    git(root, 'ls-tree', '-r', '-z', 'HEAD')
      .split('\0')
      .filter(Boolean)
      .map((line) => [line.split('\t')[1]!, line]),
  )
const changedIn = (root: string) =>
  git(root, 'show', '--format=', '--name-only', '--no-renames', '-z', 'HEAD').split('\0').filter(Boolean).sort()
const texts = (root: string, at: string) => (path: string) => {
  const held = git(root, 'ls-tree', '-z', at, '--', path)
  return held ? git(root, 'cat-file', 'blob', held.split(/[ \t]/)[2]!) : null
}

function decide(root: string, { path: n, what }: { path: number; what: string }): Edit[] {
  const path = paths[n]!
  const sheet = read(root, path)
  if (what === 'create' || sheet === null) return [{ do: 'create', path: 'customers/made/by us.md', text: begin }]
  const { sha: from } = openSheet(placeAt(root, gitEnv), path)
  const set: Edit = { do: 'set', path, from, field: ['stage'], value: 'won' }
  if (what === 'append') return [{ do: 'append', path, from, text: 'Said by us.' }]
  if (what === 'move') return [{ do: 'move', path, from, to: 'customers/moved/there.md' }]
  if (what === 'delete') return [{ do: 'delete', path, from }]
  return what === 'two' ? [set, { do: 'create', path: 'customers/made/by us.md', text: begin }] : [set]
}

/** What the plan makes of these texts, worked out without the program: on the tree, and on HEAD. */
function asPlanned(edits: Edit[], textOf: (path: string) => string | null): Map<string, string | null> {
  return new Map(
    edits.flatMap((edit): [string, string | null][] => {
      if (edit.do === 'create') return [[edit.path, edit.text]]
      if (edit.do === 'delete') return [[edit.path, null]]
      const text = textOf(edit.path)!
      if (edit.do === 'set') return [[edit.path, text.replace(/^stage: .*$/m, 'stage: won')]]
      if (edit.do === 'append') return [[edit.path, `${text}Said by us.\n`]]
      return edit.do === 'move'
        ? [
            [edit.path, null],
            [edit.to, text],
          ]
        : []
    }),
  )
}

test('a commit holds exactly its plan, and the edits of the user are where they were', async () => {
  const seen = {
    committed: 0,
    pending: 0,
    'user’s lines in our file': 0,
    staged: 0,
    'staged in our file': 0,
    untracked: 0,
    deleted: 0,
    cleared: 0,
  }
  const count = (situation: keyof typeof seen, happened: boolean) => happened && (seen[situation] += 1)
  const template = folder()
  git(template, 'init', '--quiet', '--initial-branch=main')
  git(template, 'config', 'user.name', 'Ada')
  git(template, 'config', 'user.email', 'ada@example.test')
  for (const path of paths) write(template, path, begin)
  git(template, 'add', '.')
  git(template, 'commit', '--quiet', '--message=Begin')

  const property = fc.asyncProperty(fc.array(byHand, { maxLength: 5 }), ours, async (edits, wanted) => {
    const root = join(template, '..', `${template.split('/').at(-1)}-run`)
    git(template, 'clone', '--quiet', '--no-hardlinks', template, root)
    git(root, 'config', 'user.name', 'Ada')
    git(root, 'config', 'user.email', 'ada@example.test')
    try {
      doByHand(root, edits)
      const [indexBefore, headBefore, workBefore] = [staged(root), committed(root), new Map(allTexts(root))]
      const headText = texts(root, git(root, 'rev-parse', 'HEAD').trim())
      const plannedEdits = decide(root, wanted)
      const written = await act(root, () => plan(...plannedEdits))
      const workAfter = new Map(allTexts(root))

      // The files: ours changed as planned, every other one as the user left it.
      const touched = plannedEdits.flatMap((edit) => (edit.do === 'move' ? [edit.path, edit.to] : [edit.path]))
      for (const [path, text] of workBefore) if (!touched.includes(path)) expect(workAfter.get(path)).toBe(text)
      for (const path of workAfter.keys()) if (!touched.includes(path)) expect(workBefore.has(path)).toBe(true)

      for (const [path, text] of asPlanned(plannedEdits, (file) => workBefore.get(file) ?? null))
        expect(read(root, path)).toBe(text)

      if (written.commit) {
        expect(written.pending).toBeUndefined()
        // The commit: each file is HEAD's text with only the change of the plan, and nothing else is in it.
        for (const [path, text] of asPlanned(plannedEdits, headText)) expect(texts(root, 'HEAD')(path)).toBe(text)
        for (const path of touched)
          count('user’s lines in our file', workBefore.has(path) && workBefore.get(path) !== headText(path))
        expect(changedIn(root).filter((path) => !touched.includes(path))).toEqual([])
        expect(git(root, 'rev-parse', 'HEAD^').trim()).toBe(git(template, 'rev-parse', 'HEAD').trim())
        // The index: where it equalled HEAD it still does, everything else is as it was staged.
        const now = committed(root)
        const pathIn = (line: string) => line.split('\t')[1]!
        const blob = (line: string | undefined) => line && /[0-9a-f]{40}/.exec(line)?.[0]
        const [before, after] = [
          new Map(indexBefore.map((line) => [pathIn(line), blob(line)])),
          new Map(staged(root).map((line) => [pathIn(line), blob(line)])),
        ]
        for (const path of new Set([...before.keys(), ...after.keys(), ...now.keys()])) {
          const asHead = before.get(path) === blob(headBefore.get(path))
          expect([path, after.get(path)]).toEqual([path, asHead ? blob(now.get(path)) : before.get(path)])
          count('staged in our file', !asHead && touched.includes(path))
          count('staged', !asHead)
        }
        count('committed', true)
      } else {
        expect(staged(root)).toEqual(indexBefore)
        expect(committed(root)).toEqual(headBefore)
        expect(written.pending).toEqual([
          {
            paths: expect.any(Array),
            reason: expect.stringMatching(/not committed yet; dossier save|not in git yet; dossier save/),
          },
        ])
        count('pending', true)
        git(root, 'add', '--all')
        git(root, 'commit', '--quiet', '--message=All of mine')
        const between = git(root, 'rev-list', '--count', 'HEAD')
        const next = await act(root, appending('customers/beta/customer.md', 'Next.')).catch(async () =>
          act(root, () => plan({ do: 'create', path: 'next.md', text: 'Next.' })),
        )
        expect(next.pending).toBeUndefined()
        expect(Number(git(root, 'rev-list', '--count', 'HEAD'))).toBe(Number(between) + 1)
        expect(status(root)).toBe('')
        count('cleared', true)
      }
      count('untracked', status(root).includes('?? '))
      count(
        'deleted',
        edits.some(({ edit }) => edit === 'delete'),
      )
      expect(leftovers(root)).toEqual([])
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  })
  await fc.assert(property, { numRuns: 120, examples })
  console.log('commits beside the user’s edits:', JSON.stringify(seen))
  for (const [situation, times] of Object.entries(seen)) expect(times, situation).toBeGreaterThan(0)
}, 180_000)

function allTexts(root: string): [string, string][] {
  const listed = git(root, 'ls-files', '-z', '--cached', '--others').split('\0').filter(Boolean)
  return [...new Set(listed)].flatMap((path): [string, string][] => {
    const text = read(root, path)
    return text === null ? [] : [[path, text]]
  })
}

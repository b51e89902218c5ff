import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import find from '../../src/actions/find.ts'
import { lookBack } from '../../src/session/look-back.ts'
import { openSession } from '../../src/session/open.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'

const call = (subject: string, body: string) => `---\ntype: call\ndate: 2026-11-02T10:00:00Z\nsubject: ${subject}\n---\n${body}\n`

let root: string
beforeEach(() => {
  root = workspace({
    'workspace-setup/workspace.yaml': 'name: Test\ncurrency: EUR\ntimezone: UTC\n',
    'customers/acme/customer.md': '---\nname: Acme\n---\nLegal is slow.\n',
    'customers/acme/activities/2026-11-02-1000-call-budget-aaaa.md': call('Budget', 'First line.\nThe budget is approved.'),
    'customers/acme/activities/2026-08-01-1000-call-plans-bbbb.md': call('Plans', 'No money.\nBudget was approved, said Zoë.'),
    'customers/globex/customer.md': '---\nname: Globex\n---\n',
    'customers/globex/deals/pilot.md': '---\nname: Pilot\nnext_step: Ask for the budget\n---\n',
    'customers/globex/documents/notes.md': '# Notes of legal\n\n予算承認\n',
    'customers/globex/documents/context/compact.md': 'budget approved\n',
  })
})

const session = (asOf?: string) =>
  openSession({
    cwd: root,
    env: { ...gitEnv, DOSSIER_NOW: '2026-11-21T10:00:00Z' },
    ...(asOf !== undefined && { asOf: lookBack(asOf) }),
  })
const search = async (input: object, asOf?: string) => {
  const answer = await ask(find, input, session(asOf))
  return { ...answer, places: answer.found.map(({ path, line }) => `${path.replace(/^customers\//, '')}:${line}`) }
}

describe('find', () => {
  test.each([
    ['all words', { words: ['approved', 'budget'] }, 2],
    ['a phrase', { words: ['budget was approved'] }, 1],
    ['the beginning of a word', { words: ['budg*'] }, 3],
    ['letters without their accents', { words: ['zoe'] }, 1],
    ['a script without blanks', { words: ['承認'] }, 1],
    ['what must be absent', { words: ['budget'], not: ['approved'] }, 1],
    ['one kind of file', { words: ['legal'], in: 'documents' }, 1],
    ['one customer', { words: ['budget'], customer: 'globex' }, 1],
    ['a time', { words: ['budget'], since: '2026-09-01' }, 1],
    ['until a day', { words: ['budget'], until: '2026-09-01' }, 1],
  ])('by %s', async (_, input, count) => {
    expect((await search(input)).found).toHaveLength(count)
  })

  test('a find in a name comes first, with the line in which most of it stands', async () => {
    const { places, found } = await search({ words: ['budget', 'approved'], lines: 1 })
    expect(places).toEqual([
      'acme/activities/2026-11-02-1000-call-budget-aaaa.md:7',
      'acme/activities/2026-08-01-1000-call-plans-bbbb.md:7',
    ])
    expect(found[0]).toMatchObject({
      kind: 'activity',
      customer: 'acme',
      date: '2026-11-02',
      lines: [
        {
          marks: [
            [4, 10],
            [14, 22],
          ],
        },
      ],
    })
  })

  test('what was written, changed or removed by hand since is found, or found no more', async () => {
    await search({ words: ['budget'] })
    writeFileSync(join(root, 'customers/globex/documents/new.md'), 'A fresh budget.\n')
    rmSync(join(root, 'customers/globex/deals/pilot.md'))
    expect((await search({ words: ['budget'], customer: 'globex' })).places).toEqual(['globex/documents/new.md:1'])
  })

  test('as of a commit, what stood there then', async () => {
    rmSync(join(root, 'customers/globex/deals/pilot.md'))
    writeFileSync(join(root, 'customers/acme/customer.md'), '---\nname: Acme\n---\nThe budget is gone.\n')
    git(root, 'commit', '--quiet', '--all', '--message=Later')
    expect((await search({ words: ['budget'], customer: 'globex' })).places).toEqual([])
    expect((await search({ words: ['budget'], customer: 'globex' }, 'HEAD~1')).places).toEqual(['globex/deals/pilot.md:3'])
    expect((await search({ words: ['legal'], customer: 'acme' }, 'HEAD~1')).places).toEqual(['acme/customer.md:4'])
    expect((await search({ words: ['legal'], customer: 'acme' })).places).toEqual([])
  })

  test('a word nobody wrote is answered with one somebody did', async () => {
    expect(await search({ words: ['bugdet'] })).toMatchObject({ found: [], total: 0, instead: ['budget'] })
  })

  test.each([
    [{ words: [] }, /nothing to look for/],
    [{ words: ['"'] }, /nothing to look for/],
    [{ words: ['budget'], in: 'drawers' }, /in/],
    [{ words: ['budget'], since: 'soon' }, /no day/],
    [{ words: ['budget'], customer: 'nobody' }, /nobody/],
  ])('%j is refused', async (input, message) => {
    await expect(search(input)).rejects.toThrow(message)
  })

  test('where no index can be kept, it says so', async () => {
    writeFileSync(join(root, '.dossier'), '')
    await expect(search({ words: ['budget'] })).rejects.toThrow(/index cannot be kept/)
  })
})

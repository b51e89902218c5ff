import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import { perform } from '../../src/actions/perform.ts'
import taskDone from '../../src/actions/task-done.ts'
import taskList from '../../src/actions/task-list.ts'
import taskMove from '../../src/actions/task-move.ts'
import taskNew from '../../src/actions/task-new.ts'
import { openSession } from '../../src/session/open.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'

const acme = 'customers/acme/customer.md'
const pilot = 'customers/acme/deals/pilot.md'
const tree = {
  'workspace-setup/workspace.yaml': 'name: Ours\n',
  'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
  'workspace-setup/people/ben.yaml': 'name: Ben\n',
  [acme]: '\uFEFF---\r\nname: Acme\r\n---\r\n\r\n- [ ] Send the MSA @ada due:2026-11-27  \r\n  - [ ] ask legal\r\n- [ ] Call Bo',
  [pilot]: '---\nname: Pilot\n---\nNotes.\n',
  'customers/templates/compact.md': '- [ ] no task\n',
}

const start = (files: Record<string, string> = {}) => workspace({ ...tree, ...files })
const session = (root: string) => openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-21T10:00:00Z' } })
const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

const move = (root: string, input: object) => perform(taskMove, input, session(root))
const add = (root: string, input: object) => perform(taskNew, { record: 'acme', text: 'Ask for a map', ...input }, session(root))

describe('task done', () => {
  test.each(['send the msa', `${acme}:5`])('ticks %s off and changes no other byte', async (task) => {
    const root = start()
    const { commit } = await perform(taskDone, { task }, session(root))
    expect(read(root, acme)).toBe(tree[acme].replace('[ ] Send', '[x] Send'))
    expect(git(root, 'show', '--format=', '--numstat', commit!)).toBe(`1\t1\t${acme}\n`)
  })

  test('a line without an end is ticked off as well, and twice is once', async () => {
    const root = start()
    await perform(taskDone, { task: 'call bo' }, session(root))
    expect(read(root, acme)).toBe(tree[acme].replace('[ ] Call', '[x] Call'))
    expect(await perform(taskDone, { task: 'call bo' }, session(root))).toMatchObject({ unchanged: true })
  })
})

describe('task move', () => {
  test('to another day and person changes only those words', async () => {
    const root = start()
    await move(root, { task: 'send the msa', when: 'in 2 weeks', owner: 'Ben' })
    expect(read(root, acme)).toBe(tree[acme].replace('@ada due:2026-11-27', '@ben due:2026-12-05'))
  })

  test('into a record takes along what stands below it', async () => {
    const root = start()
    const { path, line, commit } = await move(root, { task: 'send the msa', into: 'acme/pilot', when: 'fri' })
    expect(read(root, acme)).toBe('\uFEFF---\r\nname: Acme\r\n---\r\n\r\n- [ ] Call Bo')
    expect(read(root, pilot)).toBe(`${tree[pilot]}\n- [ ] Send the MSA @ada due:2026-11-27  \n  - [ ] ask legal\n`)
    expect([path, line]).toEqual([pilot, 6])
    expect(git(root, 'show', '--format=', '--name-only', commit!).trim().split('\n')).toEqual([acme, pilot])
  })

  test.each<[object, number]>([
    [{ task: 'send the msa' }, 2],
    [{ task: 'send the msa', into: 'acme' }, 2],
    [{ task: 'send the msa', when: 'someday' }, 2],
    [{ task: 'send the msa', owner: 'zoe' }, 3],
    [{ task: 'send the msa', into: 'nowhere' }, 3],
    [{ task: 'zzz', when: 'fri' }, 3],
  ])('%j is refused', async (input, exitCode) => {
    await expect(move(start(), input)).rejects.toMatchObject({ exitCode })
  })
})

describe('task new', () => {
  test('is a line at the end of the record, mine unless said otherwise', async () => {
    const root = start()
    const { path, line } = await add(root, { due: 'fri', priority: 'high' })
    expect(read(root, acme)).toBe(`${tree[acme]}\r\n- [ ] Ask for a map @ada due:2026-11-27 !high`)
    expect([path, line]).toEqual([acme, 8])
  })

  test('below prose it stands apart; marks in its words count', async () => {
    const root = start()
    await add(root, { record: 'acme/pilot', text: 'Ask @ben\nnow !low' })
    expect(read(root, pilot)).toBe(`${tree[pilot]}\n- [ ] Ask now @ben !low\n`)
  })

  test.each<[object, number, string]>([
    [{ text: 'call BO' }, 2, `${acme}:7`],
    [{ text: '@ada' }, 2, 'no text'],
    [{ due: 'Q3' }, 2, 'Q3'],
    [{ owner: 'zoe' }, 3, 'zoe'],
    [{ record: 'nowhere' }, 3, 'nowhere'],
    [{ priority: 'urgent' }, 2, 'priority'],
  ])('%j is refused', async (input, exitCode, message) => {
    await expect(add(start(), input)).rejects.toMatchObject({ exitCode, message: expect.stringContaining(message) })
  })

  test('in an open code block it would not be read, so it is not written', async () => {
    const root = start({ [acme]: '---\nname: Acme\n---\n```\n' })
    await expect(add(root, {})).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('code block') })
  })
})

test('the list knows tasks of every record, saved or not, and no template', async () => {
  const root = start({ [pilot]: '- [ ] Plan @ben due:2026-11-20\n- [x] Past\n' })
  const list = async (input: object) => (await ask(taskList, input, session(root))).tasks.map(({ text }) => text)
  expect(await list({})).toEqual(['Plan', 'Send the MSA', 'ask legal', 'Call Bo'])
  expect(await list({ mine: true })).toEqual(['Send the MSA'])
  expect(await list({ owner: 'ben', customer: 'acme' })).toEqual(['Plan'])
  expect(await list({ due: 'overdue' })).toEqual(['Plan'])
  expect(await list({ all: true, customer: 'acme' })).toContain('Past')
})

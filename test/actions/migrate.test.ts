import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import check from '../../src/actions/check.ts'
import customerList from '../../src/actions/customer-list.ts'
import customerNew from '../../src/actions/customer-new.ts'
import migrate, { migrating } from '../../src/actions/migrate.ts'
import { perform } from '../../src/actions/perform.ts'
import schemas from '../../src/actions/schemas.ts'
import undo from '../../src/actions/undo.ts'
import { chooseSteps } from '../../src/features/migrations/choose-steps.ts'
import { type Migration, migrations, type TreeFile } from '../../src/features/migrations/migration.ts'
import { planMigration } from '../../src/features/migrations/plan-migration.ts'
import { newestFormat } from '../../src/records/format.ts'
import { openSession } from '../../src/session/open.ts'
import { openSheet } from '../../src/workspace/sheet.ts'
import { formatOf } from '../../src/workspace/start/format.ts'
import { filesBelow } from '../../src/workspace/tree.ts'
import { act, leftovers, plan } from '../helpers/act.ts'
import { tree as treeOf } from '../helpers/imports.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'

const open = (cwd: string) => openSession({ cwd, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T09:00:00Z' } })
const settings = 'workspace-setup/workspace.yaml'
const deal = 'customers/acme/deals/pilot.md'
const files = {
  [settings]: '# ours\nname: Orbit\nformat: 1 # the first\n',
  'customers/acme/customer.md': '---\nname: Acme\n---\nNotes   \n',
  [deal]: '---\r\nname: Pilot # p\r\nphase: lead   # where\r\n---\r\nText phase: x',
  'customers/acme/contacts/jo.md': '---\nname: Jo\n---\n',
}
const isDeal = (path: string) => /^customers\/[^/]+\/deals\/[^/]+\.md$/.test(path)

/** Two invented steps: a key of deals takes another name, and contacts get another folder. */
const steps: Migration[] = [
  {
    from: 1,
    to: 2,
    about: 'phase: of a deal becomes step:.',
    concerns: isDeal,
    forward: ({ path, text }) => [{ path, text: text.replace(/^phase:/m, 'step:') }],
    back: ({ path, text }) => [{ path, text: text.replace(/^step:/m, 'phase:') }],
  },
  {
    from: 2,
    to: 3,
    about: 'contacts/ becomes people/.',
    concerns: (path) => /\/(?:contacts|people)\/[^/]+\.md$/.test(path),
    forward: ({ path, text }) => [{ path: path.replace('/contacts/', '/people/'), text }],
    back: ({ path, text }) => [{ path: path.replace('/people/', '/contacts/'), text }],
  },
]
const move = (root: string, to?: number, some: readonly Migration[] = steps) =>
  perform(migrating(some), { apply: true, ...(to && { to }) }, open(root))

/** The way back, as a program that knows the formats would go it. */
const back = (root: string, to: number) =>
  act(root, (place) => {
    const read = (path: string) => openSheet(place, path)
    const paths = ['customers', 'workspace-setup'].flatMap((folder) => filesBelow(place, folder))
    return plan(...planMigration(paths, read, chooseSteps(steps, formatOf(place).format, to)).edits)
  })

describe('the machinery', () => {
  test('shows a plan, moves forward as one commit, and back to the very bytes', async () => {
    const root = workspace(files)
    const before = treeOf(root)
    const asked = await perform(migrating(steps), {}, open(root), { dryRun: true })
    expect(asked).toMatchObject({ from: 1, to: 3, files: 4, said: 'format 1 → 3, 4 files' })
    expect(asked.steps.map(({ about }) => about)).toEqual(steps.map(({ about }) => about))
    expect(treeOf(root)).toEqual(before)

    await move(root)
    expect(treeOf(root)).toEqual({
      ...before,
      [settings]: '# ours\nname: Orbit\nformat: 3 # the first\n',
      [deal]: '---\r\nname: Pilot # p\r\nstep: lead   # where\r\n---\r\nText phase: x',
      'customers/acme/people/jo.md': '---\nname: Jo\n---\n',
      'customers/acme/contacts/jo.md': undefined,
    })
    expect(git(root, 'log', '--format=%s')).toBe('migrate: format 1 → 3, 4 files\nBegin\n')
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test('each way back leads to the very bytes it came from, one step or all', async () => {
    for (const said of [
      '# ours\nname: Orbit\nformat: 1 # the first\n',
      '# ours\nname: Orbit\n',
      'format: 1\nname: Orbit\n',
      'name: Orbit\r\n',
      'name: Orbit',
    ]) {
      const root = workspace({ ...files, [settings]: said })
      const before = treeOf(root)
      await move(root)
      await back(root, 2)
      expect(readFileSync(join(root, settings), 'utf8')).toMatch(/^format: 2/m)
      expect(readFileSync(join(root, deal), 'utf8')).toContain('step: lead')
      await back(root, 1)
      expect(treeOf(root)).toEqual(before)
    }
  }, 60_000)
})

describe('what goes wrong leaves everything as it was', () => {
  const stays = async (root: string, some: readonly Migration[], message: RegExp | string) => {
    const [before, head] = [treeOf(root), git(root, 'rev-parse', 'HEAD')]
    await expect(move(root, undefined, some)).rejects.toThrow(message)
    expect(treeOf(root)).toEqual(before)
    expect(git(root, 'rev-parse', 'HEAD')).toBe(head)
    expect(leftovers(root)).toEqual([])
  }
  const [first, second] = steps as [Migration, Migration]

  test('a step that throws half-way', async () => {
    const failing = {
      ...second,
      forward: () => {
        throw new Error('Oh.')
      },
    } // prettier-ignore
    await stays(workspace(files), [first, failing], 'Oh.')
  })

  test('a step that would leave a file nobody can read', async () => {
    const breaking = { ...first, forward: ({ path }: { path: string }) => [{ path, text: '---\nname: [\n---\n' }] }
    await stays(workspace(files), [breaking], `${deal}: the step from format 1 to 2 would leave what cannot be read.`)
  })

  test('two files that would become one', async () => {
    const root = workspace({ ...files, 'customers/acme/people/jo.md': 'A note.\n' })
    await stays(root, steps, /would become customers\/acme\/people\/jo\.md in format 3, where another file is already/)
  })

  test('a file that is no text', async () => {
    const root = workspace({ ...files, 'customers/acme/deals/odd.md': new Uint8Array([0, 255]) })
    await stays(root, steps, 'customers/acme/deals/odd.md: This is not text.')
  })

  test('a file that another program saves meanwhile', async () => {
    const root = workspace(files)
    const meddling = {
      ...second,
      forward: (file: TreeFile) => {
        writeFileSync(join(root, deal), '---\nname: New\n---\n')
        return second.forward(file)
      },
    }
    await expect(move(root, undefined, [first, meddling])).rejects.toThrow(`${deal} was changed by another program`)
    expect(readFileSync(join(root, deal), 'utf8')).toBe('---\nname: New\n---\n')
    expect(git(root, 'log', '--format=%s')).toBe('Begin\n')
  })
})

test('there is no format beyond the newest, and none before the first', async () => {
  await expect(move(workspace(files), 9)).rejects.toThrow('There is no format 9.')
  await expect(perform(migrate, { to: 0 }, open(workspace(files)))).rejects.toThrow('There is no format 0.')
})

test('the steps that are shipped lead from the first format to the newest, one by one', async () => {
  expect(migrations.map(({ from, to }) => [from, to])).toEqual(Array.from({ length: newestFormat - 1 }, (_, n) => [n + 1, n + 2]))
  const answer = await perform(migrate, { apply: true }, open(workspace(files)))
  expect(answer).toMatchObject({ from: 1, to: newestFormat, said: 'the workspace has format 1', unchanged: true })
})

test('a newer format is read, told by check, and never written to', async () => {
  const root = workspace({ ...files, [settings]: `name: Orbit\nformat: ${newestFormat + 1}\n` })
  const refused = `${settings}:2: This workspace has format ${newestFormat + 1}`
  const newer = { exitCode: 2 }
  await expect(perform(customerNew, { name: 'Globex' }, open(root))).rejects.toThrow(refused)
  await expect(perform(customerNew, { name: 'Globex' }, open(root))).rejects.toMatchObject(newer)
  await expect(perform(undo, {}, open(root))).rejects.toThrow(refused)
  await expect(perform(schemas, {}, open(root))).rejects.toThrow(refused)
  expect((await ask(customerList, {}, open(root))).total ?? 1).toBe(1)
  const { problems } = await ask(check, {}, open(root))
  expect(problems.find(({ path }) => path === settings)).toMatchObject({ line: 2, severity: 'error' })
  expect(git(root, 'status', '--porcelain')).toBe('')
})

test('a format that is none counts as the first, and check tells it', async () => {
  const root = workspace({ ...files, [settings]: 'name: Orbit\nformat: soon\n' })
  expect((await perform(customerNew, { name: 'Globex' }, open(root))).commit).not.toBeNull()
  expect((await ask(check, {}, open(root))).problems.map(({ message }) => message)).toContain(
    'format: "soon" is not the format this program knows, which is 1.',
  )
})

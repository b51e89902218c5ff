import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Failure } from '../../../src/failure.ts'
import { refuseOutside } from '../../../src/workspace/stop/refuse-outside.ts'
import { sessionAt } from '../../helpers/saved.ts'
import { workspace } from '../../helpers/workspace.ts'

const settings = 'workspace-setup/workspace.yaml'
const asked = (files: Record<string, string>, before?: (root: string) => void) => {
  const root = workspace({ [settings]: 'name: Orbit\n', ...files })
  before?.(root)
  try {
    refuseOutside(sessionAt(root).here())
    return undefined
  } catch (error) {
    if (error instanceof Failure) return { exitCode: error.exitCode, path: error.path, said: error.message }
    throw error
  }
}

test('where nothing stands against it, nothing is refused', () => expect(asked({})).toBeUndefined())

test.each<[what: string, files: Record<string, string>, path: string]>([
  ['a file STOP, whatever is in it', { 'workspace-setup/STOP': '' }, 'workspace-setup/STOP'],
  ['a clock that is set', { [settings]: 'name: Orbit\nnow: 2026-11-20T12:00:00Z\n' }, settings],
])('%s: exit 4, with the file', (_, files, path) => expect(asked(files)).toMatchObject({ exitCode: 4, path }))

test('a folder of that name stops as well', () => {
  const made = asked({}, (root) => mkdirSync(join(root, 'workspace-setup/STOP')))
  expect(made).toMatchObject({ exitCode: 4 })
})

test("a stop of this clone alone lies in git's folder, and is named", () => {
  const made = asked({}, (root) => {
    mkdirSync(join(root, '.git/dossier'), { recursive: true })
    writeFileSync(join(root, '.git/dossier/STOP'), '')
  })
  expect(made).toMatchObject({ exitCode: 4, said: expect.stringContaining('This clone was stopped') })
})

import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gitEnv, workspace } from '../helpers/workspace.ts'

const run = join(import.meta.dirname, '../../bin/run.js')

test.skipIf(!existsSync('/dev/full'))(
  'a result that finds no room is one sentence and exit code 1 (skipped without /dev/full)',
  () => {
    const root = workspace({
      'workspace-setup/workspace.yaml': 'name: Ours\n',
      'customers/acme/customer.md': '---\nname: Acme\n---\n',
    })
    const full = openSync('/dev/full', 'w')
    for (const flags of [[], ['--json']]) {
      const { status, stderr } = spawnSync(process.execPath, [run, 'customer', 'list', ...flags], {
        cwd: root,
        env: gitEnv,
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      })
      expect(stderr).toMatch(/^Error: The result could not be written: ENOSPC[^\n]*\n$/)
      expect(status).toBe(1)
    }
    closeSync(full)
  },
)

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import importCsv from '../../src/actions/import-csv.ts'
import { perform } from '../../src/actions/perform.ts'
import { openSession } from '../../src/session/open.ts'
import { folder, gitEnv, workspace } from './workspace.ts'

const settings = 'name: Ours\ncurrency: USD\ntimezone: UTC\n'
const lead = readFileSync(join(import.meta.dirname, '../../customers/workflows/lead-to-close.yaml'), 'utf8')

/** A workspace to import into: settings and the shipped workflow of deals, and these files besides. */
export const started = (more: Record<string, string> = {}) =>
  workspace({
    'workspace-setup/workspace.yaml': settings,
    'customers/workflows/lead-to-close.yaml': lead,
    '.gitattributes': '* -text\n',
    ...more,
  })

/** A session in a workspace, on the day the tests stand on. */
export const sessionIn = (root: string) => openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T12:00:00Z' } })

/** Imports files and writes what they say, unless `apply` is false; answers with the plan and the commit. */
export async function importing(root: string, files: string[], more: Record<string, unknown> = {}) {
  const how = { dryRun: more['apply'] === false }
  const { import: answer, commit } = await perform(importCsv, { files, apply: true, ...more }, sessionIn(root), how)
  return { ...answer, commit }
}

/** Files of an export, in a folder of their own; answers with where each lies. */
export function exported(files: Record<string, string | Uint8Array>): (name: string) => string {
  const home = folder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name)), { recursive: true })
    writeFileSync(join(home, name), text)
  }
  return (name) => join(home, name)
}

/** All files of a workspace but git's own, by path. */
export function tree(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !/(^|\/)\.(git|dossier)(\/|$)/.test(join(entry.parentPath, entry.name).slice(root.length)),
    )
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

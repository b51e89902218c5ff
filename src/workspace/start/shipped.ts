import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { textOf } from '../sheet.ts'

/** The folders of this package that are a workspace; the program stands beside them. */
const folders = ['customers', 'personal', 'reporting', 'sales-toolkit', 'workspace-setup']

/** The folder of this package, whether the program runs from src/ or from dist/. */
function packageRoot(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'dossier') return folder
  }
  throw new Error(`package.json of dossier is not above ${import.meta.dirname}`)
}

/** The files of the sample workspace that comes with the program, by path. Generated and hidden ones are no part of it. */
export function readShipped(): Map<string, string> {
  const root = packageRoot()
  const files = folders.flatMap((folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true }) : [],
  )
  const paths = files
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  const shown = paths.filter((path) => !/(?:^|\/)\.|\/documents\/context\//.test(path)).sort()
  return new Map(
    shown.flatMap((path) => {
      const text = textOf(readFileSync(join(root, path)))
      return text === null ? [] : [[path, text]]
    }),
  )
}

/** What changed when in the sample's records, as text; it is no part of any workspace, so its name is hidden. */
export function readSampleHistory(): string {
  const file = join(packageRoot(), 'workspace-setup', '.sample-history.yaml')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** One file that comes with the program, such as a template a workspace does without; undefined when there is none. */
export function readShippedFile(path: string): string | undefined {
  const file = join(packageRoot(), path)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

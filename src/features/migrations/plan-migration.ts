import { Failure } from '../../failure.ts'
import type { Edit } from '../../records/plan.ts'
import { readFrontMatter } from '../../records/text/front-matter.ts'
import { setField } from '../../records/text/set-field.ts'
import { settingsPath } from '../../workspace/place.ts'
import type { Step } from './choose-steps.ts'
import type { TreeFile } from './migration.ts'

/** A file as it lies in the tree, with the hash a change is held against. */
type LyingFile = TreeFile & { sha: string }

/** What a migration would write: the edits, and how many files they touch. */
type MigrationPlan = { edits: Edit[]; files: number }

/**
 * Takes all steps in memory, each over what the one before it left; only whole results become edits. `open` reads a file and throws
 * when it cannot. Throws a Failure when a step would break a file, or when two files would become one.
 */
export function planMigration(
  paths: readonly string[],
  open: (path: string) => LyingFile,
  steps: readonly Step[],
): MigrationPlan {
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return { edits: [], files: 0 }
  const origins = new Map<string, LyingFile>()
  const read = (path: string) => {
    if (!origins.has(path)) origins.set(path, open(path))
    return origins.get(path)!
  }
  let now = new Map<string, string | undefined>(paths.map((path) => [path, undefined]))
  for (const step of steps) {
    const next = new Map<string, string | undefined>()
    for (const [path, changed] of now) {
      const made = step.concerns(path) ? takeStep(step, { path, text: changed ?? read(path).text }) : [{ path, text: changed }]
      for (const file of made) {
        if (next.has(file.path)) throw clash(step, path, file.path)
        next.set(file.path, file.text)
      }
    }
    now = next
  }
  now.set(settingsPath, withFormat(now.get(settingsPath) ?? read(settingsPath).text, last.to))
  return plan(now, origins)
}

function takeStep(step: Step, file: TreeFile): TreeFile[] {
  const made = step.change(file)
  const wasSound = isSound(file)
  for (const one of made)
    if (one.text !== file.text && wasSound && !isSound(one))
      throw new Failure(
        `${file.path}: the step from format ${step.from} to ${step.to} would leave what cannot be read. Nothing was changed.`,
        {
          hint: `look at ${file.path}; dossier check ${file.path}`,
          path: file.path,
        },
      )
  return made
}

const isSound = ({ path, text }: TreeFile) =>
  !/\.(?:md|ya?ml)$/i.test(path) || readFrontMatter(path, text).problems.every(({ severity }) => severity !== 'error')

const clash = (step: Step, path: string, to: string) =>
  new Failure(`${path} would become ${to} in format ${step.to}, where another file is already. Nothing was changed.`, {
    hint: 'move one of the two, then run the command again',
    exitCode: 2,
    path,
  })

/** Marks a line that was not there before, so that the way back takes it away again. */
const mark = '  # since dossier migrate'

/** The first format is meant where none is said. */
function withFormat(text: string, format: number): string {
  const isOurs = new RegExp(`^format: \\d+${mark}`, 'm').test(text)
  if (format === 1 && isOurs) return setField(settingsPath, text, ['format'], undefined)
  const isNew = !Object.hasOwn(readFrontMatter(settingsPath, text).data, 'format')
  const said = setField(settingsPath, text, ['format'], format)
  return isNew ? said.replace(/^format: \d+$/m, `$&${mark}`) : said
}

function plan(now: ReadonlyMap<string, string | undefined>, origins: ReadonlyMap<string, LyingFile>): MigrationPlan {
  const edits: Edit[] = []
  for (const [path, { sha: from, text }] of origins) {
    const after = now.get(path)
    if (!now.has(path)) edits.push({ do: 'delete', path, from })
    else if (after !== undefined && after !== text) edits.push({ do: 'replace', path, from, text: after })
  }
  for (const [path, text] of now) if (!origins.has(path) && text !== undefined) edits.push({ do: 'create', path, text })
  return { edits, files: new Set(edits.map(({ path }) => path)).size }
}

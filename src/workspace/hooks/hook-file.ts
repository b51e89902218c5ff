import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Failure } from '../../failure.ts'
import { mustGit } from '../git/run.ts'
import { gitOf, isInside, type Place } from '../place.ts'
import { writeNew } from '../write/durable.ts'

/** Git's hook before each commit of this repository, wherever core.hooksPath puts it. Throws a Failure where it is one for other repositories too. */
export async function findHook(place: Place): Promise<string> {
  const { top, common, dir } = gitOf(place)
  const folder = resolve(top, (await mustGit(place, ['rev-parse', '--git-path', 'hooks'])).trim())
  if ([top, common, dir].some((own) => isInside(own, folder))) return join(folder, 'pre-commit')
  throw new Failure(`core.hooksPath is ${folder}, which other repositories use as well; nothing was written.`, {
    hint: 'git config core.hooksPath .git/hooks gives this repository hooks of its own',
    exitCode: 2,
  })
}

/** The hook as it stands; null where there is none. */
export function readHook(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

/** Puts a hook in its place in one step, so that git never runs half of one; null takes it away. */
export function putHook(file: string, text: string | null): void {
  if (text === null) {
    rmSync(file, { force: true })
    return
  }
  mkdirSync(dirname(file), { recursive: true })
  const temporary = `${file}.dossier`
  rmSync(temporary, { force: true })
  writeNew(temporary, text, 0o755)
  renameSync(temporary, file)
}

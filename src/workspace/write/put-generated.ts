import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../failure.ts'
import { diskTrouble } from '../disk-trouble.ts'
import type { Place } from '../place.ts'
import { realPath } from '../sheet.ts'

/** Writes a file that is made anew at any time, and that git ignores: whole or not at all, without journal and commit. `id` is new for every write. */
export function putGenerated(place: Place, path: string, text: string, id: string): void {
  const file = join(place.root, realPath(place, path))
  const temporary = join(dirname(file), `.${basename(file)}.${id}.dossier`)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(temporary, text, { flag: 'wx' })
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    const trouble = diskTrouble(error)
    if (!trouble) throw error
    throw new Failure(`${trouble.message}: ${path} was not written.`, { hint: trouble.hint, exitCode: 2, path, cause: error })
  }
}

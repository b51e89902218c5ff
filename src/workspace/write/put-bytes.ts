import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../failure.ts'
import { diskTrouble } from '../disk-trouble.ts'
import type { Place } from '../place.ts'
import { realPath } from '../sheet.ts'
import { syncFolder, tryLink } from './durable.ts'
import { removeEmptyFolders } from './put-file.ts'

/** A new file that is no text, such as an attachment. */
export type NewFile = { path: string; bytes: Uint8Array }

/**
 * Writes new files whole, each or none; what stands there with the same bytes stays. A plan with a `keep` of each commits them. Call
 * what it answers to take them back when that plan failed.
 */
export function putBytes(place: Place, files: readonly NewFile[], id: string): () => void {
  const made: string[] = []
  const takeBack = () => {
    for (const file of made) {
      rmSync(file, { force: true })
      removeEmptyFolders(dirname(file))
    }
  }
  try {
    for (const { path, bytes } of files)
      if (putOne(join(place.root, realPath(place, path)), path, bytes, id)) made.push(join(place.root, path))
  } catch (error) {
    takeBack()
    const trouble = diskTrouble(error)
    if (!trouble) throw error
    throw new Failure(`${trouble.message}; nothing was written.`, { hint: trouble.hint, cause: error })
  }
  return takeBack
}

/** Removes what an earlier run that was killed left beside a file; nobody else writes there while the lock is held. */
function sweepBeside(file: string): void {
  const folder = dirname(file)
  const isLeft = (name: string) =>
    name.startsWith(beginning(file)) && /^[\w-]+\.dossier$/.test(name.slice(beginning(file).length))
  for (const name of existsSync(folder) ? readdirSync(folder).filter(isLeft) : []) rmSync(join(folder, name), { force: true })
}

const beginning = (file: string) => `.${basename(file).slice(0, 40)}.`

function putOne(file: string, path: string, bytes: Uint8Array, id: string): boolean {
  sweepBeside(file)
  if (existsSync(file)) {
    if (readFileSync(file).equals(bytes)) return false
    throw new Failure(`${path} is there already, and is another file; nothing was written.`, {
      hint: 'give that one another name',
      exitCode: 2,
      path,
    })
  }
  mkdirSync(dirname(file), { recursive: true })
  const temporary = join(dirname(file), `${beginning(file)}${id}.dossier`)
  try {
    writeFileSync(temporary, bytes, { flag: 'wx', flush: true })
    if (!tryLink(temporary, file)) copyFileSync(temporary, file, constants.COPYFILE_EXCL)
  } finally {
    rmSync(temporary, { force: true })
  }
  syncFolder(dirname(file))
  return true
}

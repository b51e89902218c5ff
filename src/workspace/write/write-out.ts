import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Failure } from '../../failure.ts'
import { diskTrouble } from '../disk-trouble.ts'

/** Writes a new file for people, wherever they want it; one that is there is never written over. */
export function writeOut(file: string, text: string, cwd: string): string {
  const at = resolve(cwd, file)
  try {
    writeFileSync(at, text, { flag: 'wx' })
    return at
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EEXIST')
      throw new Failure(`${file} is there already.`, {
        hint: 'give another name, or remove it first',
        exitCode: 2,
        path: file,
        cause,
      })
    if (code === 'ENOENT')
      throw new Failure(`There is no folder for ${file}.`, { hint: 'make it first', exitCode: 3, path: file, cause })
    const trouble = diskTrouble(cause)
    if (!trouble) throw cause
    throw new Failure(`${trouble.message}: ${file} was not written.`, { hint: trouble.hint, exitCode: 2, path: file, cause })
  }
}

import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Failure } from '../../failure.ts'
import { nameFormat } from '../../records/csv/name-format.ts'

// Enough for some hundred rows of two thousand bytes.
const headSize = 2 ** 18

/** The first bytes of a file a user named, and whether they are all of it; throws a Failure when it cannot be read or is plainly no text. */
export async function readHead(file: string, cwd: string): Promise<{ path: string; head: Buffer; whole: boolean }> {
  const path = resolve(cwd, file)
  // Without waiting: opening a pipe nobody writes to would wait for ever.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((cause) =>
    Promise.reject(explain(file, cause)),
  )
  try {
    const stats = await handle.stat()
    if (stats.isDirectory())
      throw new Failure(`${file} is a folder.`, { hint: 'name the CSV files in it', exitCode: 2, path: file })
    if (!stats.isFile())
      throw new Failure(`${file} is no file.`, { hint: 'save what it says as a file, and name that', exitCode: 2, path: file })
    const buffer = Buffer.alloc(Math.min(headSize, Math.max(stats.size, 1)))
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    const head = buffer.subarray(0, bytesRead)
    const format = nameFormat(head.toString('latin1'))
    if (format) throw new Failure(`${file} is ${format.what}, not CSV.`, { hint: format.hint, exitCode: 2, path: file })
    return { path, head, whole: stats.size <= bytesRead }
  } finally {
    await handle.close()
  }
}

const explain = (file: string, cause: NodeJS.ErrnoException) => {
  const about = { cause, path: file }
  switch (cause.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure(`There is no file ${file}.`, { ...about, hint: 'see what is there with ls', exitCode: 3 })
    case 'EACCES':
    case 'EPERM':
      return new Failure(`You have no permission to read ${file}.`, {
        ...about,
        hint: `ask its owner, or chmod u+r ${file}`,
        exitCode: 2,
      })
    case 'ELOOP':
      return new Failure(`${file} is a symbolic link that leads back to itself.`, {
        ...about,
        hint: 'mend the link',
        exitCode: 2,
      })
    case 'ENAMETOOLONG':
      return new Failure(`${file.slice(0, 60)}… is too long for a name of a file.`, {
        ...about,
        hint: 'name a file',
        exitCode: 2,
      })
    default:
      return cause
  }
}

import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a new file and waits until the disk has it. Throws EEXIST when there is one already. */
export function writeNew(file: string, text: string, mode = 0o666): void {
  const handle = openSync(file, 'wx', mode)
  try {
    const bytes = Buffer.from(text)
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes a file whole or not at all: a reader, and a crash, see the old text or the new one. */
export function writeWhole(file: string, text: string, id: string): void {
  const temporary = `${file}.${id}`
  rmSync(temporary, { force: true })
  try {
    writeNew(temporary, text)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  renameSync(temporary, file)
  syncFolder(dirname(file))
}

/** Waits until the disk knows a folder's new names. Systems that cannot open folders (Windows) do so by themselves. */
export function syncFolder(folder: string): void {
  let handle: number
  try {
    handle = openSync(folder, 'r')
  } catch (error) {
    if (['EISDIR', 'EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return
    throw error
  }
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Whether a second name for the file could be made; where links fail the caller copies. */
export function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (['EPERM', 'EXDEV', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EOPNOTSUPP'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return false
    throw error
  }
}

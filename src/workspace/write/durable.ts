import { closeSync, fsync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

/** A text, or the parts of one that is too long to be a single string. */
type Text = string | Iterable<string>

/** How many files are handed to the disk at once: it needs half the time of one by one, and more gains nothing. */
const handful = 32

/** Writes a new file and waits until the disk has it. Throws EEXIST when there is one already. */
export function writeNew(file: string, text: Text, mode = 0o666): void {
  const handle = openSync(file, 'wx', mode)
  try {
    fill(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A file to be written; without a mode, whatever the user's mask leaves. */
type NewFile = { file: string; text: string; mode?: number | undefined }

/** Writes new files and waits until the disk has them all. Throws EEXIST when there is one already. */
export async function writeAllNew(files: NewFile[]): Promise<void> {
  for (let n = 0; n < files.length; n += handful) await writeTogether(files.slice(n, n + handful))
}

async function writeTogether(files: NewFile[]): Promise<void> {
  const handles: number[] = []
  try {
    for (const { file, text, mode } of files) {
      handles.push(openSync(file, 'wx', mode))
      fill(handles.at(-1)!, text)
    }
    await awaitAll(handles.map((handle) => promisify(fsync)(handle)))
  } finally {
    for (const handle of handles) closeSync(handle)
  }
}

/** Waits for every one of them, so that no handle is closed under one that is still at work, and throws what one threw. */
async function awaitAll(work: Promise<void>[]): Promise<void> {
  await Promise.allSettled(work)
  await Promise.all(work)
}

function fill(handle: number, text: Text): void {
  for (const part of typeof text === 'string' ? [text] : text) {
    const bytes = Buffer.from(part)
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
  }
}

/** Writes a file whole or not at all: a reader, and a crash, see the old text or the new one. */
export function writeWhole(file: string, text: Text, id: string): void {
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

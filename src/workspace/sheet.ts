import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { Failure } from '../failure.ts'
import { hashOf } from '../records/hash.ts'
import { failureFor, type Problem } from '../records/problem.ts'
import { isInside, type Past, type Place, refusePast } from './place.ts'
import { isThere } from './tree.ts'

/** A file as it was read: `sha` is git's id of exactly this text, and is what a later write is held against. */
export type Sheet = { path: string; text: string; sha: string; mode: number }

/** Git's blob id of a text. */
export const blobId = (text: string | Buffer, algorithm: 'sha1' | 'sha256' = 'sha1') => {
  const bytes = Buffer.from(text)
  return hashOf(algorithm, `blob ${bytes.length}\0`, bytes)
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of bytes, or null when they are no UTF-8 text and so must never be written back. */
export function textOf(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}

/** The hash and the mode are asked for by writes alone, so they wait until then; the hash is always of the text that was read. */
function sheetOf(place: Place, path: string, text: string): Sheet {
  return {
    path,
    text,
    get sha() {
      return blobId(text)
    },
    get mode() {
      return statSync(join(place.root, path)).mode & 0o777
    },
  }
}

/** Reads one file for a listing or a check: what keeps it from being read is a problem, never a throw. `isPlain`: it was looked at, and is no link. */
export function readSheet(place: Place, path: string, { isPlain = false } = {}): { sheet: Sheet } | { problem: Problem } {
  const wrong = (message: string, expected: string) => ({
    problem: { path, line: 1, column: 1, message, expected, severity: 'error' as const },
  })
  try {
    if (place.past) return readThen(place.past, path, wrong)
    const file = join(place.root, path)
    if (!isPlain && lstatSync(file).isSymbolicLink() && !isInside(realpathSync(place.root), realpathSync(file)))
      return wrong(...outside)
    const text = textOf(readFileSync(file))
    if (text === null) return wrong(...notText)
    return { sheet: sheetOf(place, path, text) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const said = unreadable[code ?? '']
    if (!said) throw error
    return wrong(...said)
  }
}

/** The same, of a commit. */
function readThen<P>(past: Past, path: string, wrong: (message: string, expected: string) => P): { sheet: Sheet } | P {
  const file = past.file(path)
  if (typeof file === 'string') return wrong(...(file === 'outside' ? outside : unreadable[file]!))
  const bytes = past.bytes(path)
  if (!bytes) return wrong('Git does not have this file any more.', 'a clone with its whole history')
  const text = textOf(bytes)
  return text === null ? wrong(...notText) : { sheet: { path, text, sha: file.id, mode: file.mode } }
}

const notText: [message: string, expected: string] = [
  'This is not text.',
  'a Markdown or YAML file in UTF-8; attachments belong in documents/',
]

const outside: [message: string, expected: string] = [
  'This is a link that leads out of the workspace; it is not read.',
  'the file itself',
]

const unreadable: Record<string, [message: string, expected: string]> = {
  ENOENT: ['This file is not there.', 'a file'],
  EACCES: ['You have no permission to read this file.', 'a file you may read (chmod u+r)'],
  EPERM: ['You have no permission to read this file.', 'a file you may read (chmod u+r)'],
  ELOOP: ['This is a symbolic link that leads back to itself.', 'a link to a file'],
  ENAMETOOLONG: ['This name is too long for the disk.', 'a shorter name'],
  EISDIR: ['This is a folder.', 'a file'],
  ENOTDIR: ['A file stands where a folder should be.', 'a folder'],
}

/** Reads one file that a command is about: what keeps it from being read is a Failure. */
export function openSheet(place: Place, path: string): Sheet {
  const read = readSheet(place, path)
  if ('sheet' in read) return read.sheet
  throw failureFor(read.problem, { exitCode: read.problem.message === unreadable['ENOENT']![0] ? 3 : 2 })
}

/** The bytes of a file as they stand now; null where nothing stands, undefined where it is no file (a link, a folder). */
export function bytesAt(place: Place, path: string): Buffer | null | undefined {
  if (!isThere(place, path)) return null
  if (place.past) return place.past.bytes(path)
  const file = join(place.root, path)
  return lstatSync(file).isFile() ? readFileSync(file) : undefined
}

/** What stands at a path now; null where nothing does. */
export function textNow(place: Place, path: string): { text: string | null; sha: string } {
  const isHere = place.past ? isThere(place, path) : existsSync(join(place.root, path))
  return isHere ? openSheet(place, path) : { text: null, sha: '' }
}

/** The file a path really names, from the root: a link is followed, but never out of the workspace, nor into git's own folder. */
export function realPath(place: Place, path: string): string {
  refusePast(place)
  const root = realpathSync(place.root)
  const real = follow(path, join(root, path))
  const way = relative(root, real).split(sep)
  if (isInside(root, real) && !way.includes('.git')) return way.join('/')
  const isLink = real !== join(root, path)
  throw new Failure(`${path} ${isLink ? 'is a link that leads' : 'lies'} out of the workspace; nothing was written.`, {
    hint: 'put the file itself here, or edit it where it is',
    exitCode: 2,
    path,
  })
}

/** Follows links as far as there are files; what is not there yet stands in the folder that is. */
function follow(path: string, file: string): string {
  try {
    return realpathSync(file)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const isDangling = code === 'ENOENT' && lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()
    if (code === 'ENOENT' && !isDangling) return join(follow(path, dirname(file)), basename(file))
    const said = isDangling ? 'This is a symbolic link to nothing.' : unreadable[code ?? '']?.[0]
    throw new Failure(`${path}: ${said ?? (cause as Error).message}`, { exitCode: 2, path, cause })
  }
}

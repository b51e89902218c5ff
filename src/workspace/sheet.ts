import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../failure.ts'
import type { Problem } from '../records/problem.ts'
import { isInside, type Place } from './place.ts'

/** A file as it was read: `sha` is git's id of exactly this text, and is what a later write is held against. */
export type Sheet = { path: string; text: string; sha: string; mode: number }

/** Git's blob id of a text. */
export const blobId = (text: string | Buffer, algorithm = 'sha1') => {
  const bytes = Buffer.from(text)
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
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

/** Reads one file for a listing or a check: what keeps it from being read is a problem, never a throw. */
export function readSheet(place: Place, path: string): { sheet: Sheet } | { problem: Problem } {
  const wrong = (message: string, expected: string) => ({
    problem: { path, line: 1, column: 1, message, expected, severity: 'error' as const },
  })
  try {
    const file = join(place.root, path)
    const bytes = readFileSync(file)
    const text = textOf(bytes)
    if (text === null) return wrong('This is not text.', 'a Markdown or YAML file in UTF-8; attachments belong in documents/')
    return { sheet: { path, text, sha: blobId(bytes), mode: statSync(file).mode & 0o777 } }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const said = unreadable[code ?? '']
    if (!said) throw error
    return wrong(...said)
  }
}

const unreadable: Record<string, [message: string, expected: string]> = {
  ENOENT: ['This file is not there.', 'a file'],
  EACCES: ['You have no permission to read this file.', 'a file you may read (chmod u+r)'],
  EPERM: ['You have no permission to read this file.', 'a file you may read (chmod u+r)'],
  ELOOP: ['This is a symbolic link that leads back to itself.', 'a link to a file'],
  EISDIR: ['This is a folder.', 'a file'],
  ENOTDIR: ['A file stands where a folder should be.', 'a folder'],
}

/** Reads one file that a command is about: what keeps it from being read is a Failure. */
export function openSheet(place: Place, path: string): Sheet {
  const read = readSheet(place, path)
  if ('sheet' in read) return read.sheet
  const { message, expected, line } = read.problem
  throw new Failure(`${path}: ${message}`, { ...(expected && { hint: `expected: ${expected}` }), exitCode: 3, path, line })
}

/** The file a path really names: a link is followed, but never out of the workspace. */
export function realPath(place: Place, path: string): string {
  const root = realpathSync(place.root)
  try {
    const real = realpathSync(join(root, path))
    if (isInside(root, real)) return real.slice(root.length + 1)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return path
    throw new Failure(`${path}: ${unreadable[code ?? '']?.[0] ?? (error as Error).message}`, { exitCode: 2, path, cause: error })
  }
  throw new Failure(`${path} is a link that leads out of the workspace; nothing was written.`, {
    hint: 'put the file itself here, or edit it where it is',
    exitCode: 2,
    path,
  })
}

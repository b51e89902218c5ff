import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../../place.ts'
import { readSheet } from '../../sheet.ts'
import { codeProblem, whole } from '../found.ts'
import { walk } from '../walk.ts'
import type { Source, Taken } from './source.ts'

/** No record of a person is as long, in bytes; what is longer would keep everybody waiting. */
const longest = 4_000_000

/** The files as they stand, or as they stood in the commit the place looks at. */
export const onDisk = (place: Place): Source => ({
  walk: (roots) => walk(place, roots),
  read: (path) => read(place, path),
  holds: (path) => (place.past ? place.past.has(path) : existsSync(join(place.root, path))),
})

function read(place: Place, path: string): Taken {
  const size = sizeOf(place, path)
  if (isTooBig(size)) return { problem: tooBig(path, size) }
  try {
    const sheet = readSheet(place, path)
    if ('sheet' in sheet) return { text: sheet.sheet.text }
    const { message } = sheet.problem
    const code = /not text/.test(message) ? 'file-not-text' : /out of the workspace/.test(message) ? 'file-outside' : undefined
    return { problem: codeProblem(code ?? 'file-unreadable', sheet.problem) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return { problem: whole(path, 'file-unreadable', `This cannot be read (${code}).`, 'a file that can be read') }
  }
}

/** A file that cannot even be looked at is read all the same, which says why not. */
function sizeOf(place: Place, path: string): number {
  try {
    if (place.past) return place.past.bytes(path)?.length ?? 0
    return statSync(join(place.root, path), { throwIfNoEntry: false })?.size ?? 0
  } catch {
    return 0
  }
}

/** A file of which nothing is read because of its size in bytes. */
const tooBig = (path: string, size: number) =>
  whole(
    path,
    'file-too-big',
    `This file is ${Math.ceil(size / 1_000_000)} MB, so nothing in it was read.`,
    `at most ${longest / 1_000_000} MB; attachments belong in documents/`,
  )

/** Whether a text of so many bytes is read at all. */
const isTooBig = (size: number) => size > longest

import { existsSync, lstatSync, statSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { Failure } from '../../failure.ts'
import type { Edit } from '../../records/plan.ts'
import { applyEdit } from '../../records/text/apply-edits.ts'
import type { Place } from '../place.ts'
import { openSheet, realPath, type Sheet } from '../sheet.ts'
import type { FileChange } from './journal.ts'

/** The edits as old and new texts. Throws a Failure, with nothing changed, when a file is not what the plan was made from. */
export function changesOf(place: Place, edits: Edit[]): FileChange[] {
  const changes = new Map<string, FileChange>()
  const real = realPaths(place)
  const current = (path: string, from?: string): FileChange => {
    const known = changes.get(path)
    if (known) return known
    const sheet = from === undefined ? absent(place, path) : unchanged(place, path, from)
    const change: FileChange = {
      path,
      before: sheet?.text ?? null,
      after: sheet?.text ?? null,
      ...(sheet && { mode: sheet.mode }),
    }
    changes.set(path, change)
    return change
  }
  for (const edit of edits) {
    if (edit.do === 'keep') {
      changes.set(edit.path, { path: edit.path, before: null, after: null, kept: true })
      continue
    }
    const path = real(edit.path)
    const change = current(path, 'from' in edit ? edit.from : undefined)
    if (edit.do !== 'move') {
      change.after = applyEdit(change.after, edit)
      continue
    }
    const there = current(real(edit.to))
    there.after = change.after
    there.from = change.from ?? path
    if (change.mode !== undefined) there.mode = change.mode
    change.after = null
  }
  return [...changes.values()].filter(({ before, after, kept }) => kept || before !== after)
}

/** The same as `realPath`, for many: of a new file only the folder is followed, and that once for all of them. */
function realPaths(place: Place): (path: string) => string {
  const folders = new Map<string, string | undefined>()
  const folderOf = (path: string) => {
    const folder = dirname(path)
    if (!folders.has(folder)) folders.set(folder, mayBeFolder(join(place.root, folder)) ? realPath(place, folder) : undefined)
    return folders.get(folder)
  }
  return (path) => {
    const folder = basename(path) !== '.git' && isFree(join(place.root, path)) ? folderOf(path) : undefined
    return folder === undefined ? realPath(place, path) : join(folder, basename(path)).split(sep).join('/')
  }
}

/** Whether nothing has this name, not even a link; a name that cannot be asked about is not free. */
function isFree(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) === undefined
  } catch {
    return false
  }
}

const mayBeFolder = (file: string) => statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? true

function unchanged(place: Place, path: string, from: string): Sheet {
  const sheet = openSheet(place, path)
  if (sheet.sha === from) return sheet
  throw new Failure(`${path} was changed by another program while this command ran; nothing was written.`, {
    hint: 'run the command again',
    path,
  })
}

function absent(place: Place, path: string): undefined {
  if (!existsSync(join(place.root, path))) return undefined
  throw new Failure(`${path} is there already; nothing was written.`, { exitCode: 2, path, hint: 'choose another name' })
}

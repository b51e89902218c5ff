import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { mergeLines } from '../../records/merge-lines.ts'
import { textOf } from '../sheet.ts'
import { syncFolder, tryLink, writeNew } from './durable.ts'
import type { At, FileChange } from './journal.ts'

/** One file of an entry on its way: where it stands, its new text beside it, and the second name of what it replaces. */
export type Move = { change: FileChange; file: string; temporary: string; link: string }

/** What became of a file: done; or an editor saved in between, on the very lines we change, and its text was kept. */
export type Put = 'done' | 'kept theirs'

/** Names of our own that may stand in the tree for a moment, or after a crash. */
export const temporaryName = (file: string, id: string) => join(dirname(file), `.${basename(file)}.${id}.dossier`)

/** Writes the new text beside the file, on the disk, with the old one's mode. Nothing a reader sees has changed yet. */
export function stage({ change, file, temporary }: Move): void {
  if (change.after === null || change.kept) return
  mkdirSync(dirname(file), { recursive: true })
  rmSync(temporary, { force: true })
  writeNew(temporary, change.after)
  if (change.mode !== undefined) chmodSync(temporary, change.mode)
}

/** Puts one staged file in its place in one move, and makes sure that nobody's save went under with it (design.md 5). */
export async function put(move: Move, at: At): Promise<Put> {
  const { change, file, temporary, link } = move
  if (change.before === null) return create(move, at)
  holdOn(file, link)
  at('linked')
  if (change.after === null) unlinkSync(file)
  else renameSync(temporary, file)
  syncFolder(dirname(file))
  at('renamed')
  const put = await reconcile(move, at)
  if (put === 'done' && change.after === null) removeEmptyFolders(dirname(file))
  return put
}

/** Looks again at the text we replaced: if an editor saved into it meanwhile, both are merged, or theirs is put back. */
async function reconcile({ change, file, temporary, link }: Move, at: At): Promise<Put> {
  if (change.before === null || !existsSync(link)) return 'done'
  const theirs = await settledText(link, change.before)
  at('compared')
  if (theirs === change.before) return 'done'
  const merged = change.after === null || theirs === null ? undefined : merge(change.before, change.after, theirs)
  if (merged === undefined) {
    renameSync(link, file)
    return 'kept theirs'
  }
  writeNew(temporary, merged, change.mode)
  renameSync(temporary, file)
  return 'done'
}

/** The last look, when the journal closes: a save that came after ours, made from the old text, gets our change as well. */
export async function settle(move: Move, at: At): Promise<Put> {
  const put = await reconcile(move, at)
  const { change, file, temporary, link } = move
  if (put !== 'done' || change.before === null || change.after === null || !existsSync(file)) return put
  const theirs = await settledText(file, change.after)
  const merged = theirs === null || theirs === change.after ? undefined : merge(change.before, change.after, theirs)
  if (merged === undefined || merged === theirs) return put
  writeNew(temporary, merged, change.mode)
  holdOn(file, link)
  renameSync(temporary, file)
  return reconcile({ ...move, change: { ...change, before: theirs, after: merged } }, at)
}

/** Both changes in one text; undefined when they touch the same lines, or when theirs is a save that has only begun. */
function merge(before: string, ours: string, theirs: string): string | undefined {
  if (isBegun(theirs, before) || isBegun(theirs, ours)) return undefined
  const merged = mergeLines({ base: before, ours, theirs })
  return merged.clean ? merged.text : undefined
}

const isBegun = (text: string, whole: string) => text !== whole && whole.startsWith(text)

function create({ file, temporary }: Move, at: At): Put {
  if (!tryLink(temporary, file)) copyFileSync(temporary, file, 1)
  at('renamed')
  unlinkSync(temporary)
  syncFolder(dirname(file))
  return 'done'
}

/** Gives the current file a second name, so that what an editor writes into it, or over it, is not lost. */
function holdOn(file: string, link: string): void {
  for (;;) {
    rmSync(link, { force: true })
    if (!tryLink(file, link)) return copyFileSync(file, link)
    if (statSync(file).ino === statSync(link).ino) return
  }
}

/** An editor that empties a file before it fills it is given half a second to finish. */
async function settledText(link: string, before: string): Promise<string | null> {
  for (let waited = 0; ; waited += 20) {
    const text = textOf(readFileSync(link))
    if (text === null || !isBegun(text, before) || waited >= 500) return text
    await wait(20)
  }
}

function removeEmptyFolders(folder: string): void {
  try {
    rmdirSync(folder)
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'EBUSY', 'EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return
    throw error
  }
  removeEmptyFolders(dirname(folder))
}

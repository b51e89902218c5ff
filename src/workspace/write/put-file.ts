import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { syncFolder, tryLink, writeAllNew, writeNew } from './durable.ts'
import { replace, settledText, textAt } from './hold.ts'
import type { At, Entry, FileChange } from './journal.ts'
import { mergeSaves } from './merge-saves.ts'

/** One file of an entry on its way: where it stands, its new text beside it, and the second name of what it replaces. */
export type Move = {
  change: FileChange
  file: string
  temporary: string
  link: string
  /** What we know to stand at the file, and in what it replaced, once it is put. */
  put?: { file: string | null; link: string | null }
}

/** What became of a file: done; or another program saved in between, on the very lines we change, and its text was kept. */
export type Put = 'done' | 'kept theirs'

/** A name of our own that may stand in the tree for a moment, or after a crash. */
export const temporaryName = (file: string, { id }: Entry, n: number) =>
  join(dirname(file), `.${basename(file).slice(0, 40)}.${id}-${n}.dossier`)

/** Writes the new text beside the file, on the disk, with the old one's mode. Nothing a reader sees has changed yet. */
function stage({ change, file, temporary }: Move, text = change.after): void {
  if (text === null || change.kept) return
  mkdirSync(dirname(file), { recursive: true })
  rmSync(temporary, { force: true })
  writeNew(temporary, text, change.mode)
  if (change.mode !== undefined) chmodSync(temporary, change.mode)
}

/** The same for all files of a new entry; many at once wait for the disk together. */
export async function stageAll(moves: Move[]): Promise<void> {
  const written = moves.flatMap(({ change, temporary }) => {
    const { after: text, mode, kept } = change
    return text === null || kept ? [] : [{ file: temporary, text, mode }]
  })
  for (const folder of new Set(written.map(({ file }) => dirname(file)))) mkdirSync(folder, { recursive: true })
  await writeAllNew(written)
  for (const { file, mode } of written) if (mode !== undefined) chmodSync(file, mode)
}

/** Puts one staged file in its place in one move, and makes sure that nobody's save went under with it (design.md 5). */
export async function put(move: Move, at: At): Promise<Put> {
  const { change, file, temporary, link } = move
  if (change.before === null) return create(move, at)
  const work = () => {
    if (change.after === null) unlinkSync(file)
    else renameSync(temporary, file)
    move.put = { file: change.after, link: change.before }
  }
  if (!replace(file, link, work, () => at('linked'))) return change.after === null ? 'done' : 'kept theirs'
  at('renamed')
  const outcome = await reconcile(move, at)
  if (outcome === 'done' && change.after === null) removeEmptyFolders(dirname(file))
  return outcome
}

/** Looks at what we replaced until it is what we knew: what was saved into it is merged with ours, or put back. */
async function reconcile(move: Move, at: At): Promise<Put> {
  const { change, file, link } = move
  let held = link
  let theirs = await settledText(held, change.before)
  at('compared')
  for (let known = change.before, n = 1; theirs !== known; n++) {
    const merged = mergeSaves({ path: change.path, before: change.before, ours: change.after, theirs })
    if (merged === undefined) return restore(move, held)
    const standing = move.put!.file
    stage(move, merged)
    const next = `${link}.${n}`
    if (!replace(file, next, () => renameSync(move.temporary, file))) return 'kept theirs'
    move.put = { file: merged, link: held === link ? theirs : move.put!.link }
    held = next
    known = standing
    theirs = await settledText(held, known)
  }
  return 'done'
}

/** The last look, when the journal closes: a save that came after ours, made from the old text, gets our change as well. */
export async function settle(move: Move): Promise<void> {
  const { change, file, temporary, link } = move
  if (change.before === null) return
  const known = move.put ?? { file: change.after, link: change.before }
  const late = await settledText(link, known.link)
  if (late !== known.link && late !== null) {
    const merged = mergeSaves({ path: change.path, before: known.link, ours: textAt(file), theirs: late })
    if (merged === undefined && textAt(file) === known.file) return void (await restore(move))
    if (merged !== undefined && merged !== textAt(file)) {
      stage(move, merged)
      if (replace(file, `${link}.late`, () => renameSync(temporary, file))) known.file = merged
    }
  }
  if (change.after === null) return
  const theirs = await settledText(file, known.file)
  if (theirs === null || theirs === known.file) return
  const merged = mergeSaves({ path: change.path, before: change.before, ours: change.after, theirs })
  if (merged === undefined || merged === theirs) return
  stage(move, merged)
  const over = `${link}.over`
  if (!replace(file, over, () => renameSync(temporary, file))) return
  if ((await settledText(over, theirs)) !== theirs) renameSync(over, file)
}

/** Puts back the very file that we replaced, so that whoever still writes into it is heard; a save made meanwhile stays. */
export async function restore(move: Move, held = move.link): Promise<Put> {
  const { change, file, link } = move
  if (!move.put) return 'kept theirs'
  if (change.before === null) {
    if (textAt(file) === change.after) unlinkSync(file)
  } else if (move.put.file === null) {
    mkdirSync(dirname(file), { recursive: true })
    if (textAt(file) === null) giveName(held, file)
  } else {
    const ours = `${link}.ours`
    if (!replace(file, ours, () => renameSync(held, file))) giveName(held, file)
    else if ((await settledText(ours, move.put.file)) !== move.put.file) renameSync(ours, file)
  }
  syncFolder(dirname(file))
  delete move.put
  return 'kept theirs'
}

function create(move: Move, at: At): Put {
  const { change, file, temporary } = move
  try {
    giveName(temporary, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return 'kept theirs'
  }
  move.put = { file: change.after, link: null }
  at('renamed')
  unlinkSync(temporary)
  return 'done'
}

/** Waits until the disk knows the names of all new files, once for each folder; `put` leaves that to be done for all together. */
export function syncNew(moves: Move[]): void {
  const made = moves.filter(({ change }) => change.before === null && change.after !== null)
  for (const folder of new Set(made.map(({ file }) => dirname(file)))) if (existsSync(folder)) syncFolder(folder)
}

/** Gives a file another name that nobody has yet. Throws EEXIST when somebody has. */
function giveName(file: string, name: string): void {
  if (!tryLink(file, name)) copyFileSync(file, name, constants.COPYFILE_EXCL)
}

/** Removes a folder that has become empty, and those above it. */
export function removeEmptyFolders(folder: string): void {
  try {
    rmdirSync(folder)
  } catch (error) {
    if (
      ['ENOENT', 'ENOTEMPTY', 'EEXIST', 'EBUSY', 'EPERM', 'EACCES', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')
    )
      return
    throw error
  }
  removeEmptyFolders(dirname(folder))
}

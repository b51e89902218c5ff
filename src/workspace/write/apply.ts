import { accessSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Failure } from '../../failure.ts'
import { applyEdit } from '../../records/apply-edits.ts'
import type { Edit, Plan } from '../../records/plan.ts'
import { commitEntry } from '../git/commit.ts'
import { type GitConfig, needIdentity, readConfig } from '../git/identity.ts'
import { commitPending, type Waiting } from '../git/pending.ts'
import { keepFolder, type Place } from '../place.ts'
import { openSheet, realPath, type Sheet } from '../sheet.ts'
import { writeNew } from './durable.ts'
import { type At, closeEntry, type Entry, entryFolder, type FileChange, openEntry, shelveEntry } from './journal.ts'
import { type Move, put, settle, stage, temporaryName } from './put-file.ts'

/** Who acts, when and by which action; `id` is new for every write. */
export type By = { id: string; action: string; actor: string; because: string; now: Date; manual?: boolean; at?: At }

/** What a write came to. `commit` is null when the files are saved but not committed; `pending` then says why. */
export type Written = { paths: string[]; commit: string | null; unchanged?: true; pending?: Waiting[] }

const nowhere: At = () => {}

/** Carries out a plan: every file whole and through the journal, then one commit. Call it only while holding the lock (lock.ts). */
export async function apply(place: Place, plan: Plan, by: By): Promise<Written> {
  const at = by.at ?? nowhere
  const config = await readConfig(place)
  const author = needIdentity(config)
  const changes = changesOf(place, plan.edits)
  if (changes.length === 0) return { paths: [], commit: null, unchanged: true }

  const { id, action, actor, now } = by
  const because = plan.because ?? by.because
  const entry: Entry = { id, action, actor, subject: plan.subject, because, author, date: now.toISOString(), changes }
  if (plan.back) entry.back = plan.back

  const moves = guardDisk(() => begin(place, entry, at), () => abandon(place, entry))
  await putAll(place, entry, moves, at)
  at('filed')
  return finish(place, entry, moves, { config, at, manual: by.manual ?? false })
}

/** What a plan would change, for `--dry-run`. Changes nothing; throws what `apply` would throw about the files. */
export const preview = (place: Place, plan: Plan): FileChange[] => changesOf(place, plan.edits)

/** The way of a set of files to their place, named anew for a recovery by the entry alone. */
export const movesOf = (place: Place, entry: Entry): Move[] =>
  entry.changes
    .filter((change) => !change.kept)
    .map((change, n) => {
      const file = join(place.root, change.path)
      return { change, file, temporary: temporaryName(file, entry.id), link: join(entryFolder(place, entry.id), String(n)) }
    })

/** The commit of an entry whose files are in place; what cannot be committed now waits for the next action. */
export async function finish(
  place: Place,
  entry: Entry,
  moves: Move[],
  { config, at, manual }: { config: GitConfig; at: At; manual: boolean },
): Promise<Written> {
  const paths = entry.changes.map(({ path }) => path)
  const waiting = manual ? [] : await commitPending(place, config)
  const outcome = manual ? { reason: 'commit: manual is set in workspace.yaml' } : await commitEntry(place, entry, config, at)
  for (const move of moves) await settle(move, at)
  if ('reason' in outcome) {
    shelveEntry(place, entry.id)
    at('closed')
    return { paths, commit: null, pending: [...waiting, { paths, reason: outcome.reason }] }
  }
  closeEntry(place, entry.id)
  at('closed')
  return { paths, commit: outcome.commit, ...(waiting.length > 0 && { pending: waiting }) }
}

function begin(place: Place, entry: Entry, at: At): Move[] {
  for (const { path, before } of entry.changes) if (before !== null) accessSync(join(place.root, path), constants.W_OK)
  openEntry(place, entry)
  at('journaled')
  const moves = movesOf(place, entry)
  for (const move of moves) stage(move)
  at('staged')
  return moves
}

async function putAll(place: Place, entry: Entry, moves: Move[], at: At): Promise<void> {
  const done: Move[] = []
  for (const move of moves) {
    const outcome = await put(move, at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      return 'kept theirs' as const
    })
    if (outcome === 'done') {
      done.push(move)
      continue
    }
    await takeBack(place, entry, done, at)
    const ours = keepAside(place, entry, move.change)
    throw new Failure(`Another program saved ${move.change.path} at the same moment, in the lines this command changes.`, {
      hint: `its text was kept and nothing else was changed; what this command wanted is in ${ours}; look at both, then run the command again`,
      path: move.change.path,
    })
  }
}

/** Puts the files of an entry back that were already in place, and forgets it. */
async function takeBack(place: Place, entry: Entry, done: Move[], at: At): Promise<void> {
  for (const { change, file, temporary, link } of done.toReversed()) {
    const back: Move = { change: { ...change, before: change.after, after: change.before }, file, temporary, link: `${link}.back` }
    stage(back)
    await put(back, at)
  }
  abandon(place, entry)
}

function abandon(place: Place, entry: Entry): void {
  for (const { temporary } of movesOf(place, entry)) rmSync(temporary, { force: true })
  closeEntry(place, entry.id)
}

function keepAside(place: Place, { id }: Entry, change: FileChange): string {
  const folder = keepFolder(place, 'unapplied', id)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, basename(change.path))
  writeNew(file, change.after ?? '')
  return file
}

/** The edits as old and new texts. Throws a Failure, with nothing changed, when a file is not what the plan was made from. */
function changesOf(place: Place, edits: Edit[]): FileChange[] {
  const changes = new Map<string, FileChange>()
  const current = (path: string, from?: string): FileChange => {
    const known = changes.get(path)
    if (known) return known
    const sheet = from === undefined ? absent(place, path) : unchanged(place, path, from)
    const change: FileChange = { path, before: sheet?.text ?? null, after: sheet?.text ?? null, ...(sheet && { mode: sheet.mode }) }
    changes.set(path, change)
    return change
  }
  for (const edit of edits) {
    const path = realPath(place, edit.path)
    if (edit.do === 'keep') {
      changes.set(path, { path, before: null, after: null, kept: true })
      continue
    }
    const change = current(path, 'from' in edit ? edit.from : undefined)
    if (edit.do !== 'move') {
      change.after = applyEdit(change.after, edit)
      continue
    }
    const there = current(edit.to)
    there.after = change.after
    if (change.mode !== undefined) there.mode = change.mode
    change.after = null
  }
  return [...changes.values()].filter(({ before, after, kept }) => kept || before !== after)
}

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

/** Names what only the user can mend about the disk; everything staged so far is removed first. */
function guardDisk<T>(work: () => T, undo: () => void): T {
  try {
    return work()
  } catch (cause) {
    const { code, path } = cause as NodeJS.ErrnoException
    undo()
    const said = diskTrouble[code ?? '']
    if (!said) throw cause
    throw new Failure(`${said[0]}${path ? ` (${path})` : ''}; nothing was written.`, { hint: said[1], cause })
  }
}

const diskTrouble: Record<string, [message: string, hint: string]> = {
  ENOSPC: ['The disk is full', 'make room and run the command again'],
  EDQUOT: ['Your disk quota is used up', 'make room and run the command again'],
  EROFS: ['The disk is read-only', 'run the command in a copy you may write to'],
  EACCES: ['You have no permission to write here', 'ask the owner of the folder, or chmod u+w it'],
  EPERM: ['You have no permission to write here', 'ask the owner of the folder, or chmod u+w it'],
  ENAMETOOLONG: ['The name is too long for this disk', 'choose a shorter name'],
}

import { accessSync, constants, existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../../failure.ts'
import type { Plan } from '../../records/plan.ts'
import { diskTrouble } from '../disk-trouble.ts'
import { commitEntry } from '../git/commit.ts'
import { type GitConfig, needIdentity, readConfig } from '../git/identity.ts'
import { commitInOrder, type Waiting } from '../git/pending.ts'
import { gitOf, keepFolder, type Place } from '../place.ts'
import { keepAside } from './aside.ts'
import { changesOf } from './changes.ts'
import {
  type At,
  closeEntry,
  type Entry,
  entryFolder,
  type FileChange,
  homeOf,
  nextId,
  openEntry,
  shelveEntry,
} from './journal.ts'
import { type Move, put, removeEmptyFolders, restore, settle, stageAll, syncNew, temporaryName } from './put-file.ts'

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
  if (changes.length === 0) {
    const { waiting } = by.manual ? { waiting: [] } : await commitInOrder(place, config, at)
    return { paths: [], commit: null, unchanged: true, ...(waiting.length > 0 && { pending: waiting }) }
  }

  const { action, actor, now } = by
  const [id, home, date] = [nextId(place, by.id), homeOf(place), now.toISOString()]
  const entry: Entry = {
    id,
    home,
    action,
    actor,
    subject: plan.subject,
    because: plan.because ?? by.because,
    author,
    date,
    changes,
  }
  if (plan.back) entry.back = plan.back
  if (plan.drop) entry.drop = plan.drop
  if (by.manual && !changes.some(({ kept }) => kept)) entry.manual = true

  const moves = await putAll(place, entry, at)
  at('filed')
  return finish(place, entry, moves, { config, at })
}

/** What a plan would change, for `--dry-run`. Changes nothing; throws what `apply` would throw about the files. */
export const preview = (place: Place, plan: Plan): FileChange[] => changesOf(place, plan.edits)

/** The way of a set of files to their place, named anew for a recovery by the entry alone. */
export const movesOf = (place: Place, entry: Entry): Move[] =>
  entry.changes
    .filter((change) => !change.kept)
    .map((change, n) => {
      const file = join(place.root, change.path)
      return { change, file, temporary: temporaryName(file, entry, n), link: keepFolder(place, 'journal', entry.id, String(n)) }
    })

/** The commit of an entry whose files are in place; what cannot be committed now waits for the next action. */
export async function finish(
  place: Place,
  entry: Entry,
  moves: Move[],
  { config, at }: { config: GitConfig; at: At },
): Promise<Written> {
  const paths = entry.changes.map(({ path }) => path)
  if (entry.drop) closeEntry(place, entry.drop, 'pending')
  const { waiting: earlier, stuck } = entry.manual ? leaveToUser(entry) : await commitInOrder(place, config, at)
  const outcome = stuck ?? (entry.manual ? { commit: null } : await commitEntry(place, entry, { config, at }))
  for (const move of moves) await settle(move)
  if ('reason' in outcome) {
    shelveEntry(place, entry.id)
    at('closed')
    return { paths, commit: null, pending: [...earlier, { paths, reason: outcome.reason }] }
  }
  closeEntry(place, entry.id)
  at('closed')
  // What a person saves may be just what an earlier action waited for.
  const saved = earlier.length > 0 && entry.changes.some(({ kept }) => kept)
  const waiting = saved ? (await commitInOrder(place, config, at)).waiting : earlier
  return { paths, commit: outcome.commit, ...(waiting.length > 0 && { pending: waiting }) }
}

/** With `commit: manual` nothing is committed; taking back what waited leaves nothing that would have to be. */
const leaveToUser = ({ drop }: Entry) => ({
  waiting: [],
  stuck: drop ? undefined : { reason: 'commit: manual is set in workspace.yaml' },
})

/** Puts every file of an entry in its place; where that fails, those already there are put back and the entry is forgotten. */
async function putAll(place: Place, entry: Entry, at: At): Promise<Move[]> {
  const moves: Move[] = []
  try {
    await begin(place, entry, moves, at)
    for (const move of moves) if ((await put(move, at)) !== 'done') refuseSaved(place, entry, move)
    syncNew(moves)
    return moves
  } catch (cause) {
    for (const move of moves.toReversed()) await restore(move)
    abandon(place, entry)
    const trouble = diskTrouble(cause)
    if (!trouble) throw cause
    throw new Failure(`${trouble.message}; nothing was written.`, { hint: trouble.hint, cause })
  }
}

async function begin(place: Place, entry: Entry, moves: Move[], at: At): Promise<void> {
  const { dir, common } = gitOf(place)
  for (const folder of [dir, join(common, 'objects')]) accessSync(folder, constants.W_OK)
  for (const { path, before } of entry.changes) if (before !== null) accessSync(join(place.root, path), constants.W_OK)
  openEntry(place, entry)
  entryFolder(place, entry.id)
  at('journaled')
  moves.push(...movesOf(place, entry))
  await stageAll(moves)
  at('staged')
}

function refuseSaved(place: Place, entry: Entry, { change, file }: Move): never {
  const { path, before } = change
  const ours = keepAside(place, entry, change)
  const did = before === null ? 'made' : existsSync(file) ? 'saved' : 'removed'
  throw new Failure(
    `Another program ${did} ${path} at the same moment${did === 'saved' ? ', in the lines this command changes' : ''}.`,
    {
      hint: `what it did was kept and nothing else was changed; what this command wanted is in ${ours}; look at both, then run the command again`,
      path,
    },
  )
}

function abandon(place: Place, entry: Entry): void {
  for (const { change, temporary } of movesOf(place, entry)) {
    rmSync(temporary, { force: true })
    if (change.before === null) removeEmptyFolders(dirname(temporary))
  }
  closeEntry(place, entry.id)
}

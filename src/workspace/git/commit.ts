import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskTrouble } from '../disk-trouble.ts'
import type { Place } from '../place.ts'
import { type At, type Entry, entryFolder, noteCommit, notedCommit } from '../write/journal.ts'
import type { GitConfig } from './identity.ts'
import { findObstacle } from './obstacle.ts'
import { complaintIn, GitTrouble, git, headOf, mustGit } from './run.ts'
import { runHook, tailOf } from './run-hook.ts'
import { type Seed, takeSeed } from './seed-index.ts'
import { type Built, buildTree } from './tree.ts'
import { lockIndex, prepareIndex, repairIndex, unlockIndex } from './user-index.ts'

/** What came of committing an entry: the commit (null when HEAD already says all of it), or the reason why not. */
export type Outcome = { commit: string | null } | Refused

/** `stuck` reasons lie in the repository, so that no other entry can be committed now either. */
export type Refused = { reason: string; stuck?: true }

/** How often a commit is built anew because another one came first. */
const races = 5

/** How long a signature may take, in milliseconds; a key that asks for a word or a touch is not waited for. */
const signing = 5_000

/** A commit that no branch holds yet. */
type Made = { next: string; seed?: Seed }

type How = { config: GitConfig; at: At; waited?: boolean }

/**
 * Commits one entry below porcelain (design.md 5): the tree from HEAD plus our changes, hooks, signature, and the branch moved
 * only if nobody moved it meanwhile. The user's staged and unstaged edits are neither swept in nor lost.
 */
export async function commitEntry(place: Place, entry: Entry, how: How): Promise<Outcome> {
  try {
    return await tryCommit(place, entry, how)
  } catch (error) {
    if (error instanceof GitTrouble) return { reason: `git says: ${error.said}` }
    const trouble = diskTrouble(error)
    if (!trouble) throw error
    return { reason: trouble.message }
  }
}

async function tryCommit(place: Place, entry: Entry, how: How): Promise<Outcome> {
  const obstacle = findObstacle(place)
  if (obstacle) return { reason: obstacle, stuck: true }
  const branch = (await git(place, ['symbolic-ref', '-q', 'HEAD'])).out.trim()
  if (!branch) return { reason: 'HEAD is on no branch; git switch to one', stuck: true }

  for (let attempt = 0; attempt < races; attempt++) {
    const head = await headOf(place)
    const made = await makeCommit(place, entry, head, how)
    if (!('next' in made)) return made
    const moved = await moveBranch(place, entry, { branch, from: head, to: made.next, seed: made.seed, at: how.at })
    if (moved === 'raced') continue
    if (moved !== 'moved') return moved
    await runHook(place, 'post-commit')
    return { commit: entry.back ? null : made.next }
  }
  return { reason: 'other commits kept coming first' }
}

async function makeCommit(
  place: Place,
  entry: Entry,
  head: string | null,
  { config, at, waited = false }: How,
): Promise<Made | Outcome> {
  const before = notedCommit(place, entry.id)
  if (before && head && (await isIn(place, before, head)) && !(entry.back && (await isIn(place, entry.back, head)))) {
    await repairIndex(place, entry)
    return { commit: entry.back ? null : before }
  }
  if (entry.back && head === entry.back) {
    const next = (await mustGit(place, ['rev-parse', `${head}^`])).trim()
    noteCommit(place, entry.id, next)
    at('noted')
    return { next }
  }
  const built = await buildTree(place, entry, { head, waited, at })
  if ('reason' in built) return built
  if ('nothing' in built) return { commit: null }
  const made = await writeCommit(place, entry, { head, built, sign: config.sign }, at)
  return 'next' in made && built.seed ? { ...made, seed: built.seed } : made
}

async function writeCommit(
  place: Place,
  entry: Entry,
  { head, built: { tree, env }, sign }: { head: string | null; built: Built; sign: boolean },
  at: At,
): Promise<Made | Outcome> {
  const message = join(entryFolder(place, entry.id), 'message')
  writeFileSync(message, messageOf(entry))
  const refused = await runHook(place, 'commit-msg', [message], env)
  if (refused) return { reason: refused }

  const args = ['commit-tree', tree, ...(head ? ['-p', head] : []), ...(sign ? ['-S'] : []), '-F', message]
  const { name, email } = entry.author
  const committed = await git(place, args, {
    ...(sign && { patience: signing }),
    env: {
      GIT_COMMITTER_NAME: place.env.GIT_COMMITTER_NAME ?? name,
      GIT_COMMITTER_EMAIL: place.env.GIT_COMMITTER_EMAIL ?? email,
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_AUTHOR_DATE: entry.date,
      GIT_COMMITTER_DATE: entry.date,
      GPG_TTY: '',
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      SSH_ASKPASS_REQUIRE: 'never',
    },
  })
  if (committed.code !== 0 && sign) return { reason: `signing failed, or would ask: ${tailOf(committed.err)}`, stuck: true }
  if (committed.code !== 0) return { reason: `git says: ${complaintIn(committed.err)}` }
  at('written')
  const next = committed.out.trim()
  noteCommit(place, entry.id, next)
  at('noted')
  return { next }
}

async function moveBranch(
  place: Place,
  entry: Entry,
  { branch, from, to, seed, at }: { branch: string; from: string | null; to: string; seed?: Seed | undefined; at: At },
): Promise<'moved' | 'raced' | Refused> {
  if (!(await lockIndex(place, entry.id)))
    return {
      reason: 'another git holds the index (index.lock in the git folder); if none is running, remove that file',
      stuck: true,
    }
  at('locked')
  try {
    const putIndex = (seed && takeSeed(place, seed)) ?? (await prepareIndex(place, entry, from, to))
    const old = from ?? '0'.repeat(to.length)
    const moved = await git(place, ['update-ref', '-m', `dossier: ${entry.action}`, branch, to, old])
    if (moved.code !== 0) {
      const now = (await git(place, ['rev-parse', '-q', '--verify', branch])).out.trim()
      return now === (from ?? '') ? { reason: `git says: ${complaintIn(moved.err)}` } : 'raced'
    }
    at('moved')
    putIndex()
    at('indexed')
  } finally {
    unlockIndex(place, entry.id)
  }
  at('unlocked')
  return 'moved'
}

const isIn = async (place: Place, commit: string, head: string) =>
  (await git(place, ['merge-base', '--is-ancestor', commit, head])).code === 0

/** Subject, and the trailers by which every change can be traced to who did it and why. */
export const messageOf = ({ subject, action, actor, because }: Pick<Entry, 'subject' | 'action' | 'actor' | 'because'>) =>
  `${subject.replace(/\s+/g, ' ').trim()}\n\nDossier-Action: ${action}\nDossier-Actor: ${actor}\nDossier-Because: ${because.replace(/\s*\n\s*/g, ' ')}\n`

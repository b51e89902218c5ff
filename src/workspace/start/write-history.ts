import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { messageOf } from '../git/commit.ts'
import { git, headOf, mustGit } from '../git/run.ts'
import { gitOf, keepFolder, type Place } from '../place.ts'

/** A commit as somebody would have made it at an instant; `offset`: minutes that their clock was ahead of UTC. */
export type PastCommit = {
  author: { name: string; email: string }
  at: Date
  offset: number
  subject: string
  action: string
  actor: string
  because: string
  files: { path: string; text: string }[]
}

/** Where the history grows until it is whole; an `init` that was cut short begins it again. */
const growing = 'refs/dossier/sample'

/** How many commits of a history that begins so are there already, left by an `init` that was cut short; undefined for any other. */
export async function countHistory(place: Place, beginning: string): Promise<number | undefined> {
  const roots = await git(place, ['log', '--max-parents=0', '--format=%s', 'HEAD'])
  if (roots.code !== 0 || roots.out.trim() !== beginning) return undefined
  return Number(await mustGit(place, ['rev-list', '--count', '--invert-grep', '--grep=^Start the workspace$', 'HEAD']))
}

/** Why a folder gets no history made for it; undefined where there is nothing yet that it could mix with. */
export async function refuseHistory(place: Place, kept: readonly string[]): Promise<string | undefined> {
  if (gitOf(place).prefix !== '') return 'the repository around it has a history of its own'
  if (await headOf(place)) return 'the folder has commits already'
  return kept.length > 0 ? 'some of its files were there already' : undefined
}

/**
 * Gives a repository without commits a history, in one go: the branch appears when all of it is there, and the index then holds
 * what its tip holds, so that writing these very files leaves nothing to commit.
 */
export async function writeHistory(place: Place, commits: readonly PastCommit[]): Promise<void> {
  const branch = (await mustGit(place, ['symbolic-ref', 'HEAD'])).trim()
  await git(place, ['update-ref', '-d', growing])
  await mustGit(place, ['fast-import', '--quiet', '--done'], { input: streamOf(commits) })
  const index = keepFolder(place, 'sample-index')
  await mustGit(place, ['read-tree', growing], { env: { GIT_INDEX_FILE: index } })
  renameSync(index, join(gitOf(place).dir, 'index'))
  const tip = (await mustGit(place, ['rev-parse', growing])).trim()
  await mustGit(place, ['update-ref', '-m', 'the history of the sample', branch, tip])
  await mustGit(place, ['update-ref', '-d', growing])
}

/** The commits in the language of git fast-import, each standing on the one before it. */
function* streamOf(commits: readonly PastCommit[]): Generator<Buffer> {
  yield Buffer.from('feature done\n')
  for (const commit of commits) {
    const when = `${Math.floor(commit.at.getTime() / 1000)} ${sayOffset(commit.offset)}`
    const who = `${plain(commit.author.name)} <${plain(commit.author.email)}> ${when}`
    yield Buffer.from(`commit ${growing}\nauthor ${who}\ncommitter ${who}\n`)
    yield dataOf(messageOf(commit))
    for (const { path, text } of commit.files) {
      yield Buffer.from(`M 100644 inline ${JSON.stringify(path)}\n`)
      yield dataOf(text)
    }
  }
  yield Buffer.from('done\n')
}

function dataOf(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')])
}

const plain = (name: string) => name.replace(/[<>\n\0]/g, ' ').trim()

const sayOffset = (minutes: number) => {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`
}

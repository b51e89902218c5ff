import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { Failure } from '../../failure.ts'
import { hashOf } from '../../records/hash.ts'
import { diskTrouble } from '../disk-trouble.ts'
import { gitAtOnce, gitPath } from '../git/run.ts'
import { isInside, type Place } from '../place.ts'
import { namesIn } from '../tree.ts'

/** A file that was dropped for intake, or named to it. `file` is how a person calls it; `refused` says why it is not read. */
export type Dropped = {
  file: string
  name: string
  /** Where it lies on the disk. */
  at: string
  /** Whether it lies in an inbox, and leaves it once it is filed. */
  isDropped: boolean
  size: number
  refused?: string
}

/** What of a dropped file was read, to tell later that it is still the same. */
export type Taken = Dropped & { sha: string }

/** The folder within an inbox where files go once they are filed; nothing is read from there. */
const filed = 'filed'

/** Files larger than this, in bytes, are never read (model.md, Document). */
const largest = 50 * 1_000_000

/** The files in a person's inbox and in the short one of this clone, by their names. Folders and hidden files are nobody's mail. */
export function findDropped(place: Place, me: string | undefined): Dropped[] {
  const folders = [...(me ? [`personal/${me}/inbox`] : []), 'personal/inbox']
  return folders.flatMap((folder) =>
    namesIn(place, folder, (entry) => !entry.isDirectory()).map((name) =>
      look(join(place.root, folder, name), `${folder}/${name}`, true),
    ),
  )
}

/** A file that somebody named, from where they stand. Throws a Failure when there is none (exit 3), or it is a folder (exit 2). */
export function openDropped(place: Place, named: string, cwd: string): Dropped {
  const at = resolve(cwd, named)
  const found = statSync(at, { throwIfNoEntry: false })
  if (!found)
    throw new Failure(`There is no file ${named}.`, {
      hint: 'a file to be filed, from where you stand',
      exitCode: 3,
      path: named,
    })
  if (!found.isFile())
    throw new Failure(`${named} is no file.`, { hint: 'name the files in it, such as mail.eml', exitCode: 2, path: named })
  const way = isInside(place.root, at) ? relative(place.root, at).split(sep).join('/') : undefined
  const isDropped = way !== undefined && /^personal\/(?:[^/]+\/)?inbox\/[^/]+$/.test(way)
  return look(isDropped ? at : realpathSync(at), isDropped ? way : named, isDropped)
}

/** Reads a dropped file whole. Throws a Failure when it cannot be read. */
export function readDropped(dropped: Dropped): { bytes: Buffer; taken: Taken } {
  try {
    const bytes = readFileSync(dropped.at)
    return { bytes, taken: { ...dropped, sha: hashOf('sha256', bytes) } }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const why = code === 'EACCES' || code === 'EPERM' ? 'you have no permission to read it' : `it cannot be read (${code})`
    throw new Failure(`${dropped.file}: ${why}.`, {
      hint: 'chmod u+r it, or take it out of the inbox',
      exitCode: 2,
      path: dropped.file,
      cause,
    })
  }
}

/**
 * Puts filed files away, into the folder `filed` of their inbox, once all they said is in the tree. What was changed since it was read
 * stays where it is, and so does what the disk will not move: the next intake finds that it is filed.
 */
export function putAway(files: readonly Taken[]): void {
  for (const one of files.filter(({ isDropped }) => isDropped))
    try {
      if (!isSame(one)) continue
      const folder = join(dirname(one.at), filed)
      mkdirSync(folder, { recursive: true })
      renameSync(one.at, freeName(folder, one))
    } catch (error) {
      if (!diskTrouble(error) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
}

/** Of dropped files, those that git keeps: they are moved by the plan itself. */
export function keptByGit(place: Place, files: readonly Dropped[]): Set<string> {
  const dropped = files.filter(({ isDropped }) => isDropped).map(({ file }) => file)
  if (!place.git || dropped.length === 0) return new Set()
  const out = gitAtOnce(place, ['ls-files', '-z', '--', ...dropped.map((file) => gitPath(place, file))])
  const known = new Set(out.split('\0'))
  return new Set(dropped.filter((file) => known.has(gitPath(place, file))))
}

/** Where a filed file goes, for the plan of one that git keeps. */
export const filedPath = (file: string) => file.replace(/[^/]+$/, `${filed}/$&`)

function look(at: string, file: string, isDropped: boolean): Dropped {
  const stat = lstatSync(at, { throwIfNoEntry: false })
  const refused = !stat?.isFile()
    ? 'it is a link or no file, and is not read; drop the file itself'
    : stat.size > largest
      ? `it is larger than ${largest / 1_000_000} MB, and is not read`
      : undefined
  return { file, name: basename(at), at, isDropped, size: stat?.size ?? 0, ...(refused && { refused }) }
}

const isSame = ({ at, sha }: Taken) =>
  lstatSync(at, { throwIfNoEntry: false })?.isFile() === true && hashOf('sha256', readFileSync(at)) === sha

function freeName(folder: string, { name, sha }: Taken): string {
  const plain = join(folder, name)
  return existsSync(plain) ? join(folder, `${sha.slice(0, 8)}-${name}`) : plain
}

import { gitAtOnce, gitPath, recordPath, tipOf } from '../git/run.ts'
import type { Place } from '../place.ts'

/** What a commit did to a file: git's ids of what it was and became, null where there was none; `from` is the path it had before, or was `copied` from. */
export type FileStep = { path: string; from?: string; copied?: true; was: string | null; is: string | null }

/** A commit as history tells of it; what it says of itself is empty where it says nothing. */
export type LoggedCommit = {
  commit: string
  at: Date
  author: string
  subject: string
  action: string
  actor: string
  because: string
  /** Nothing came before it, as far as is known. */
  isFirst: boolean
  steps: FileStep[]
}

const trailer = (key: string) => `%(trailers:key=Dossier-${key},valueonly,separator=%x2C )`
const format = ['%x01%H', '%P', '%ct', '%an', '%s', ...['Action', 'Actor', 'Because'].map(trailer), '%x02'].join('%x03')
const shown = ['--first-parent', '-m', '--raw', '--no-abbrev', '-z', '--no-ext-diff', `--format=${format}`]

/** What commits did to some files and folders, newest first; `tip` is where the look begins. A merge tells what it brought in. */
export const readLog = (place: Place, paths: readonly string[], tip = tipOf(place)): LoggedCommit[] =>
  commitsIn(place, ['log', ...shown, '--no-renames', tip, '--', ...paths.map((path) => gitPath(place, path))])

/** What these commits did below customers/, files that were moved or copied told as such. */
export function readMoves(place: Place, commits: readonly string[]): LoggedCommit[] {
  if (commits.length === 0) return []
  const args = ['log', '--no-walk=unsorted', '--stdin', ...shown, '-M', '-C', '--', gitPath(place, 'customers')]
  return commitsIn(place, args, commits.map((commit) => `${commit}\n`).join(''))
}

/** The commits that came after one, by the order of arrival. */
export const commitsAfter = (place: Place, commit: string): Set<string> =>
  new Set(gitAtOnce(place, ['rev-list', '--first-parent', tipOf(place), `^${commit}`]).split('\n'))

const commitsIn = (place: Place, args: string[], input = ''): LoggedCommit[] =>
  gitAtOnce(place, args, { input })
    .split('\x01')
    .slice(1)
    .map((entry): LoggedCommit => {
      const [head = '', files = ''] = entry.split('\x02')
      const [commit = '', parents = '', date = '', author = '', subject = '', action = '', actor = '', because = ''] = head
        .split('\x03')
        .map((part) => part.trim())
      const at = new Date(Number(date) * 1000)
      return { commit, at, author, subject, action, actor, because, isFirst: parents === '', steps: stepsIn(place, files) }
    })

const stepsIn = (place: Place, files: string): FileStep[] =>
  [...files.matchAll(/:\d+ \d+ (\w+) (\w+) (?:[ABDMTUX]\d*\0([^\0]+)|([RC])\d*\0([^\0]+)\0([^\0]+))\0/g)].flatMap(
    ([, before = '', after = '', plain, how, source, target]) => {
      const path = recordPath(place, target ?? plain ?? '')
      const from = source === undefined ? undefined : recordPath(place, source)
      if (path === undefined) return []
      const [was, is] = [idOf(before), idOf(after)]
      return [{ path, ...(from !== undefined && { from }), ...(how === 'C' && { copied: true as const }), was, is }]
    },
  )

const idOf = (id: string) => (/^0+$/.test(id) ? null : id)

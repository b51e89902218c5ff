import { existsSync, opendirSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../place.ts'
import { findFolderChanges } from './folder-changes.ts'
import { gitAtOnce, gitPath, recordPath, tipOf } from './run.ts'

/** A field of a record that a commit changed: what history tells of stages, close dates and amounts. Values are as written. */
export type FieldMove = { path: string; field: string; from: string; to: string; at: Date; by: string; commit: string }

/** What commits since an instant changed in these top-level fields of customers and deals, oldest first; of `only` these files and folders at once, among many customers but for what was changed and changed back in between. New files are no move. */
export function readFieldMoves(place: Place, fields: readonly string[], since: Date, only?: readonly string[]): FieldMove[] {
  if (!place.git) return []
  const commits = only === undefined || !hasMany(place) ? undefined : findFolderChanges(place, only, since)
  if (commits?.length === 0) return []
  const which = commits ? ['--no-walk=unsorted', '--stdin'] : [tipOf(place), `--since=${since.toISOString()}`]
  const wanted = `^(${fields.join('|')}):`
  const args = ['log', '--first-parent', ...which, '--diff-filter=M', '--no-renames', '--no-ext-diff', '-U0']
  const shown = [
    '-G',
    wanted,
    '-p',
    '--format=%x01%H%x02%cI%x02%an',
    '--',
    ...(only ?? ['customers']).map((path) => gitPath(place, path)),
  ]
  return gitAtOnce(place, [...args, ...shown], { input: commits?.join('\n') ?? '' })
    .split('\x01')
    .slice(1)
    .toReversed()
    .flatMap((entry) => readEntry(place, entry, new RegExp(`^([-+])(${fields.join('|')}): *(.*)$`)))
}

/** Among fewer customers, one log that looks at every commit is quicker than several questions. */
const many = 300

function hasMany({ root }: Place): boolean {
  if (!existsSync(join(root, 'customers'))) return false
  const folder = opendirSync(join(root, 'customers'))
  try {
    for (let n = 0; n < many; n++) if (!folder.readSync()) return false
    return true
  } finally {
    folder.closeSync()
  }
}

function readEntry(place: Place, entry: string, wanted: RegExp): FieldMove[] {
  const [head = '', ...lines] = entry.split('\n')
  const [commit = '', date = '', by = ''] = head.split('\x02')
  const moves: FieldMove[] = []
  let path: string | undefined
  let was = new Map<string, string>()
  for (const [n, line] of lines.entries()) {
    if (line.startsWith('+++ ') && lines[n - 1]?.startsWith('--- ')) {
      const [, file] = /^\+\+\+ b\/(.*?)\t?$/.exec(line) ?? []
      path = file === undefined ? undefined : recordPath(place, file)
      was = new Map()
      continue
    }
    const [, sign, field = '', value = ''] = wanted.exec(line.replace(/\r$/, '')) ?? []
    if (sign === '-') was.set(field, plain(value))
    const from = was.get(field)
    if (sign === '+' && path && from !== undefined && from !== plain(value))
      moves.push({ path, field, from, to: plain(value), at: new Date(date), by, commit })
  }
  return moves
}

/** A scalar without its quotes and a comment behind it. */
const plain = (value: string) =>
  value
    .replace(/\s+#.*$/, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')

/** The instant each customer's file (or others, by what lies in a customer's folder) was first committed, by path; where history was cut short, the earliest that is known. */
export function readFirstCommits(place: Place, { files = 'customer.md', only = '*' } = {}): Map<string, Date> {
  if (!place.git) return new Map()
  const args = ['log', tipOf(place), '--diff-filter=A', '--no-renames', '--name-only', '--format=%x01%cI', '--']
  const out = gitAtOnce(place, [...args, `:(glob)${gitPath(place, `customers/${only}/${files}`)}`], {
    env: { GIT_LITERAL_PATHSPECS: '0' },
  })
  const first = new Map<string, Date>()
  for (const entry of out.split('\x01').slice(1)) {
    const [date = '', ...paths] = entry.split('\n').filter(Boolean)
    for (const path of paths) first.set(recordPath(place, path) ?? path, new Date(date))
  }
  return first
}

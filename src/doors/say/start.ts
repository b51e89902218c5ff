import { styleText } from 'node:util'
import type init from '../../actions/init.ts'
import { sayCount } from './words.ts'

type Started = Awaited<ReturnType<(typeof init)['run']>>

/** What became of a folder: what was made, who its maker is, what was kept, and the two commands to type next. */
export function sayStart({ path, commit, files, me, author, amount, now, ...more }: Started, way: string): string {
  const within = more.repository === path ? '' : `, in the repository ${more.repository}`
  const saved = commit ? `commit ${commit.slice(0, 7)}` : 'not committed yet'
  const lines = [
    `Made ${path} a workspace${amount === 'sample' ? ' with the sample company in it' : ''}: ${sayCount(files.length, 'file')}, ${saved}${within}.`,
    `You are ${me}, ${author.name} <${author.email}>: workspace-setup/people/${me}.yaml`,
    `Figures are in ${more.currency}, days in ${more.timezone}: workspace-setup/workspace.yaml`,
    now && `The sample's clock stands at ${now} (now: in workspace.yaml); take that line out to live in the present.`,
    more.kept.length > 0 && `Kept as they were: ${list(more.kept)}`,
    more.others.length > 0 && `Left alone: ${list(more.others)}`,
  ]
  const next = [
    way !== '.' && `cd ${quote(way)}`,
    amount === 'sample' ? 'dossier customer list' : 'dossier customer new Globex domain=globex.example',
    'dossier check',
  ]
  const commands = next
    .filter(Boolean)
    .slice(0, 2)
    .map((command) => `  ${styleText('bold', String(command))}`)
  return [...lines.filter(Boolean), '', 'Next:', ...commands].join('\n')
}

/** What is still to be done by hand, for stderr. */
export function sayLeftToDo({ unignored, pending = [] }: Started): string {
  const waiting = pending.map(({ reason }) => `Saved; not committed: ${reason}; nothing to repeat.`)
  const lines =
    unignored.length > 0 ? [`Your own files lack these lines; add them:\n${unignored.map((line) => `  ${line}`).join('\n')}`] : []
  return [...waiting, ...lines].join('\n')
}

const list = (names: readonly string[]) =>
  names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ')

const quote = (path: string) => (/^[\w./~+:@%-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`)

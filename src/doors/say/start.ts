import { styleText } from 'node:util'
import type init from '../../actions/init.ts'
import { sayCount } from '../../formulas/say-figure.ts'

type Started = Awaited<ReturnType<(typeof init)['run']>>

/** What became of a folder: what was made, who its maker is, what was kept, and the two commands to type next. */
export function sayStart({ path, commit, files, me, author, amount, sample, ...more }: Started, way: string): string {
  const within = more.repository === path ? '' : `, in the repository ${more.repository}`
  const saved = commit ? `commit ${commit.slice(0, 7)}` : 'not committed yet'
  const lines = [
    `Made ${path} a workspace${amount === 'sample' ? ' with the sample company in it' : ''}: ${sayCount(files.length, 'file')}, ${saved}${within}.`,
    `You are ${me}, ${author.name} <${author.email}>: workspace-setup/people/${me}.yaml`,
    `Figures are in ${more.currency}, days in ${more.timezone}: workspace-setup/workspace.yaml`,
    ...(sample ? saySample(sample, more.history) : []),
    sample?.look && sample.look !== me && `Nothing in it is yours yet: look over the shoulder of ${sample.look}.`,
    more.kept.length > 0 && `Kept as they were: ${list(more.kept)}`,
    more.others.length > 0 && `Left alone: ${list(more.others)}`,
  ]
  const next = [
    way !== '.' && `cd ${quote(way)}`,
    sample?.look
      ? `dossier brief${sample.look === me ? '' : ` --user ${sample.look}`}`
      : 'dossier customer new Globex domain=globex.example',
    'dossier check',
  ]
  const commands = next
    .filter(Boolean)
    .slice(0, 2)
    .map((command) => `  ${styleText('bold', String(command))}`)
  return [...lines.filter(Boolean), '', 'Next:', ...commands].join('\n')
}

function saySample({ days, today }: NonNullable<Started['sample']>, history: Started['history']): string[] {
  const moved =
    days === 0 ? 'Its dates are as they were written' : `Its dates were moved by ${sayCount(Math.abs(days) / 7, 'week')}`
  const past = history?.because
    ? `It has no history of its own: ${history.because}.`
    : `Its past half year is ${sayCount(history?.commits ?? 0, 'commit')} by those who work in it: git log.`
  return [`${moved}, so that it plays around ${today}.`, past]
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

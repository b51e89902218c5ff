import { styleText } from 'node:util'
import type { Changed } from '../../../actions/perform.ts'
import type repair from '../../../actions/repair.ts'
import { sayCount } from '../../../formulas/say-figure.ts'
import type { Problem } from '../../../records/problem.ts'
import type { FileChange } from '../../../workspace/write/journal.ts'
import { cut } from '../../terminal/table.ts'
import { sayChange, sayWaiting } from '../change.ts'

type Answer = Awaited<ReturnType<(typeof repair)['decide']>>['answer']
type Mend = Answer['mends'][number]
type Left = { errors: number; warnings: number }

const reasons: Partial<Record<Mend['code'], string>> = {
  'folder-missing': 'Folders that are missing',
  'name-accents': 'Names whose accents are taken apart',
  'file-stray': 'Files that lie where no record is read',
  'front-matter-open': 'Front matters without their ---',
  yaml: 'Front matters that cannot be read',
  'unknown-key-typo': 'Keys that are a slip of the hand',
  'value-choice': 'Choices in other letters',
  'value-type': 'Values in another form',
  'value-form': 'Values that need quotes or brackets',
  'number-too-long': 'Ids that would lose digits',
  'phone-form': 'Phone numbers without their country',
  'person-alias': 'People named otherwise than by slug',
  'deal-stage-unknown': 'Stages named otherwise than by id',
  'customer-stage-unknown': 'Stages named otherwise than by id',
  'workflow-unknown': 'Workflows named otherwise than by slug',
  'reference-missing': 'Names of records that lie elsewhere',
  'reference-moved': 'Names of records that went on',
  'redirect-broken': 'Stubs whose record went on',
  'wikilink-broken': 'Links that lead nowhere',
  'link-broken': 'Links that lead nowhere',
}

const titles = Object.values(reasons)

/** How many mends of one reason are spelt out before the rest is only counted; the diff has them all. */
const most = 20

/** What is wrong and is not mended: before --apply a mend answers for the problems of its line, a move for both of its places. */
export function leftOf(
  problems: readonly Problem[],
  { mends, only }: Pick<Answer, 'mends' | 'only'>,
  { apply }: { apply: boolean },
): Left {
  const mended = new Set(apply ? [] : mends.map(({ path, line }) => `${path}:${line}`))
  const reached = mends.flatMap(({ to }) => to ?? [])
  const isAsked = (path: string) =>
    !only || reached.includes(path) || only.some((one) => one === '' || path === one || path.startsWith(`${one}/`))
  const left = problems.filter(
    ({ path, line }) => isAsked(path) && !mended.has(`${path}:${line}`) && (apply || !reached.includes(path)),
  )
  const count = (severity: Problem['severity']) => left.filter((problem) => problem.severity === severity).length
  return { errors: count('error'), warnings: count('warning') }
}

/** What a repair would change, or did: by reason, then the diff, then what is left for a person. */
export async function sayRepair(
  done: { said: string; mends: readonly Mend[] } & Changed,
  { left, apply }: { left: Left; apply: boolean },
): Promise<{ result: string; talk: string }> {
  const { mends, commit, preview, pending = [] } = done
  const mark = commit ? styleText('dim', `  ${commit.slice(0, 7)}`) : ''
  const head =
    mends.length === 0 ? 'Nothing to mend.' : `${styleText('bold', `${apply ? 'Repaired' : 'Plan'}: ${done.said}`)}${mark}`
  const groups = [...Map.groupBy(mends, ({ code }) => reasons[code] ?? code)]
    .sort(([a], [b]) => titles.indexOf(a) - titles.indexOf(b))
    .map(([title, some]) => sayGroup(title, some))
  const { result: diff } = preview && mends.length > 0 ? await sayChange({ ...done, preview: asMoved(preview) }) : { result: '' }
  const isAsCommitted = apply && mends.length > 0 && !commit && pending.length === 0
  const same = isAsCommitted
    ? 'The files are again as they were committed: there is nothing to commit, and undo takes back what came before.'
    : ''
  const next = apply || mends.length === 0 ? '' : 'Nothing is written yet; --apply writes it as one commit.'
  return {
    result: [head, ...groups, diff].filter(Boolean).join('\n\n'),
    talk: [...pending.map(sayWaiting), same, sayLeft(left), next].filter(Boolean).join('\n'),
  }
}

/** A file that is moved is shown by what changes in it, not as one that goes and one that comes. */
function asMoved(changes: readonly FileChange[]): FileChange[] {
  const sources = new Map(changes.map((change) => [change.path, change]))
  const moved = changes.flatMap(({ from }) => from ?? [])
  return changes.flatMap((change) => {
    if (moved.includes(change.path)) return []
    const before = change.from === undefined ? change.before : (sources.get(change.from)?.before ?? null)
    return before === change.after ? [] : [{ ...change, before }]
  })
}

function sayGroup(title: string, mends: readonly Mend[]): string {
  const inOrder = mends.toSorted((a, b) => (a.path === b.path ? a.line - b.line : 0))
  const lines = inOrder
    .slice(0, most)
    .map(({ path, line, said }) => `  ${styleText('dim', `${path}:${line}`)}  ${cut(said, 160)}`)
  return [styleText('bold', title), ...lines, ...(mends.length > most ? [`  and ${mends.length - most} more`] : [])].join('\n')
}

function sayLeft({ errors, warnings }: Left): string {
  const said = [errors > 0 && sayCount(errors, 'error'), warnings > 0 && sayCount(warnings, 'warning')]
    .filter(Boolean)
    .join(' and ')
  return said && `Left for you: ${said}; dossier check tells ${errors + warnings === 1 ? 'it' : 'them'}.`
}

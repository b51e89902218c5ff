import { styleText } from 'node:util'
import type { Changed } from '../../actions/perform.ts'
import { sayNumber } from '../../formulas/say-figure.ts'
import type { Waiting } from '../../workspace/git/pending.ts'
import type { FileChange } from '../../workspace/write/journal.ts'

/** What a change came to: the result for stdout, and for stderr what waits to be committed, and why. */
export async function sayChange(answer: Changed & { said?: string }): Promise<{ result: string; talk: string }> {
  const { path, commit, unchanged, pending = [], preview, said } = answer
  if (preview) return { result: await diffOf(preview), talk: said ? `Dry run: ${said}` : '' }
  if (unchanged) return { result: '', talk: said ? `${said}.` : `Nothing to change in ${path}.` }
  const mark = commit ? styleText('dim', `  ${commit.slice(0, 7)}`) : ''
  return { result: `${said ?? path}${mark}`, talk: pending.map(sayWaiting).join('\n') }
}

/** What came of committing what waited. */
export function sayCommitted({ committed, subjects, pending }: { committed: number; subjects: string[]; pending: Waiting[] }) {
  const done =
    subjects.length === 0 ? 'Nothing is waiting to be committed.' : `Committed ${committed} of ${subjects.length} waiting.`
  return { result: done, talk: pending.map(sayWaiting).join('\n') }
}

/** Of more files than these, the others are counted. */
const named = 8

/** What is saved and waits to be committed, and why. */
export function sayWaiting({ paths, reason }: Waiting): string {
  const more = paths.length - named
  const some = more > 0 ? [...paths.slice(0, named), `and ${sayNumber(more)} more`] : paths
  return `Saved ${some.join(', ')}; not committed: ${reason}; nothing to repeat.`
}

async function diffOf(changes: FileChange[]): Promise<string> {
  const { createTwoFilesPatch } = await import('diff')
  const kept = changes.filter((change) => change.kept).map(({ path }) => `would be committed as it is: ${path}`)
  const diffs = changes
    .filter((change) => !change.kept)
    .map(({ path, before, after }) =>
      createTwoFilesPatch(
        before === null ? '/dev/null' : `a/${path}`,
        after === null ? '/dev/null' : `b/${path}`,
        before ?? '',
        after ?? '',
        '',
        '',
        { context: 2 },
      )
        .replace(/^=+\n/, '')
        .trimEnd(),
    )
  return [...kept, ...diffs].join('\n')
}

import { styleText } from 'node:util'
import type { Changed } from '../../actions/perform.ts'
import type { FileChange } from '../../workspace/write/journal.ts'

/** What a change came to: the result for stdout, and for stderr what waits to be committed, and why. */
export async function sayChange(answer: Changed & { said?: string }): Promise<{ result: string; talk: string }> {
  const { path, commit, unchanged, pending = [], preview, said } = answer
  if (preview) return { result: await diffOf(preview), talk: said ? `Would do: ${said}` : '' }
  if (unchanged) return { result: '', talk: `Nothing to change in ${path}.` }
  const mark = commit ? styleText('dim', `  ${commit.slice(0, 7)}`) : ''
  const waiting = pending.map(({ paths, reason }) => `Saved ${paths.join(', ')}; not committed: ${reason}; nothing to repeat.`)
  return { result: `${said ?? path}${mark}`, talk: waiting.join('\n') }
}

async function diffOf(changes: FileChange[]): Promise<string> {
  const { createTwoFilesPatch } = await import('diff')
  return changes
    .map(({ path, before, after }) =>
      createTwoFilesPatch(before === null ? '/dev/null' : `a/${path}`, after === null ? '/dev/null' : `b/${path}`, before ?? '', after ?? '', '', '', { context: 2 })
        .replace(/^=+\n/, '')
        .trimEnd(),
    )
    .join('\n')
}

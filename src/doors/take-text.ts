import { Failure } from '../failure.ts'
import type { Session } from '../session/open.ts'
import { type Composed, composeText } from '../workspace/compose.ts'

type Wanted = { about: string; session: Session; check: () => Promise<unknown> }

/** The text of a command: as it was typed, else from a pipe, else from the editor once everything else is sure (`check`). */
export async function takeText(typed: string | undefined, { about, session, check }: Wanted): Promise<Composed> {
  if (typed !== undefined) return { text: typed, discard: () => {} }
  const terminal = process.stdin.isTTY
  if (terminal && session.editor()) await check()
  const taken = terminal ? compose(about, session) : { text: await readPipe(), discard: () => {} }
  if (taken.text.trim() !== '') return taken
  throw new Failure(terminal ? 'The text is empty; nothing was logged.' : 'There is no text.', {
    hint: 'give it in quotes as the last argument, or pipe it in',
    exitCode: 2,
  })
}

function compose(about: string, session: Session): Composed {
  if (session.editor()) return composeText(session.editor(), about, session.env)
  throw new Failure('There is no text, and no editor to write it in.', {
    hint: 'give it in quotes as the last argument, or export EDITOR=nano',
    exitCode: 2,
  })
}

async function readPipe(): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

import { watchContexts } from '../actions/context-refresh.ts'
import { Failure } from '../failure.ts'
import { openSession } from '../session/open.ts'
import { sayFresh, sayRefreshed } from './say/contexts/saved.ts'
import { plain } from './terminal/plain.ts'
import { untilInterrupted } from './terminal/until-interrupted.ts'

type Asked = {
  cwd?: string | undefined
  quiet?: boolean
  asked: object
  isJson: boolean
  log: (text: string) => void
}

/** `context refresh --watch`: a line for each context that is made anew, until ctrl-C, which ends it with 0. */
export async function watchingContexts({ cwd, quiet = false, asked, isJson, log }: Asked): Promise<void> {
  if (isJson)
    throw new Failure('--json is one answer, and --watch never ends.', { hint: 'leave one of the two out', exitCode: 2 })
  const tell = (text: string) => quiet || process.stderr.write(`${plain(text)}\n`)
  await untilInterrupted((signal) =>
    watchContexts(() => openSession(cwd ? { cwd } : {}), asked, {
      signal,
      told({ refreshed, fresh }, paths) {
        if (paths.length > 0) tell(`--- changed: ${paths[0]}${paths.length > 1 ? ` and ${paths.length - 1} more` : ''}`)
        if (refreshed.length > 0) log(sayRefreshed(refreshed))
        else tell(sayFresh({ stale: [], fresh }))
      },
    }),
  )
}

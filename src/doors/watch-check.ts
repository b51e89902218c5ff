import { watchCheck } from '../actions/check-watch.ts'
import { Failure } from '../failure.ts'
import { openSession } from '../session/open.ts'
import { sayChecked } from './say-checked.ts'
import { plain } from './terminal/plain.ts'
import { untilInterrupted } from './terminal/until-interrupted.ts'

type Asked = {
  cwd?: string | undefined
  'as-of'?: string | undefined
  quiet?: boolean
  asked: Record<string, unknown>
  isJson: boolean
  log: (text: string) => void
}

/** `check --watch`: the same output each time, a line on stderr between; ctrl-C ends it with 0. */
export async function watching({ cwd, quiet = false, asked, isJson, log, 'as-of': asOf }: Asked): Promise<void> {
  const [other] = ['staged', 'as-of'].filter((name) => (name === 'as-of' ? asOf !== undefined : asked[name]))
  if (other)
    throw new Failure(`--watch looks at the files as they stand, not at --${other}.`, {
      hint: 'leave one of the two out',
      exitCode: 2,
    })
  if (isJson)
    throw new Failure('--json is one answer, and --watch never ends.', {
      hint: '--format json prints one each time',
      exitCode: 2,
    })
  const open = () => openSession(cwd ? { cwd } : {})
  const { watch: _, strict: __, format, ...input } = asked
  await untilInterrupted((signal) =>
    watchCheck(open, input, {
      signal,
      told(checked, paths) {
        if (paths.length > 0 && !quiet) process.stderr.write(`${plain(sayBetween(paths))}\n`)
        const said = sayChecked(checked, String(format), open())
        if (said) log(said)
      },
    }),
  )
}

/** The line between one check and the next. */
const sayBetween = ([first, ...rest]: readonly string[]) =>
  `--- changed: ${first}${rest.length > 0 ? ` and ${rest.length} more` : ''}`

import { gitOf, type Place } from '../place.ts'
import { gitAtOnce, recordPath, tipOf } from './run.ts'

/** The instant of the first commit that is known; null before there is one. In a clone cut short it is where the cut was made. */
export function readHistoryStart(place: Place): Date | null {
  if (!place.git) return null
  const dates = gitAtOnce(place, ['log', tipOf(place), '--first-parent', '--max-parents=0', '--format=%cI'])
    .trim()
    .split('\n')
    .filter(Boolean)
  return dates.length > 0 ? new Date(dates.at(-1)!) : null
}

/** The contacts that commits since an instant brought in, oldest first; those of the very first commit were there from the start. */
export function readAddedContacts(place: Place, since: Date): { path: string; at: Date }[] {
  if (!place.git) return []
  const { prefix } = gitOf(place)
  const args = [
    'log',
    tipOf(place),
    '--first-parent',
    '--min-parents=1',
    `--since=${since.toISOString()}`,
    '--diff-filter=A',
    '--no-renames',
  ]
  const shown = ['--name-only', '-z', '--format=%x01%cI', '--', `:(glob)${prefix ? `${prefix}/` : ''}customers/*/contacts/*.md`]
  return gitAtOnce(place, [...args, ...shown], { env: { GIT_LITERAL_PATHSPECS: '0' } })
    .split('\x01')
    .slice(1)
    .toReversed()
    .flatMap((entry) => {
      const [date = '', ...paths] = entry.split('\0').map((part) => part.trim())
      return paths.filter(Boolean).flatMap((named) => {
        const path = recordPath(place, named)
        return path === undefined ? [] : [{ path, at: new Date(date) }]
      })
    })
}

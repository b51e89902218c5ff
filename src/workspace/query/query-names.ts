import type { Place } from '../place.ts'
import { inOrder, namesIn } from '../tree.ts'

/** Where queries lie: the team's, and one's own. */
const folders = (me?: string) => ['workspace-setup/queries', ...(me ? [`personal/${me}/queries`] : []), 'personal/queries']

/** The files of the queries that a person may run, by name; one's own stands before one of the team. Only names are read. */
export const queryPaths = (place: Place, me?: string): Map<string, string> =>
  new Map(
    folders(me).flatMap((folder) =>
      namesIn(place, folder, (entry) => !entry.isDirectory())
        .filter((name) => name.endsWith('.yaml'))
        .map((name): [string, string] => [name.slice(0, -'.yaml'.length), `${folder}/${name}`]),
    ),
  )

/** The names that `dossier list` knows, in order; for completion. */
export const listQueryNames = (place: Place, me?: string): string[] => [...queryPaths(place, me).keys()].sort(inOrder)

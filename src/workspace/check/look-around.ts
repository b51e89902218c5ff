import type { TeamFields } from '../../records/kinds/fields.ts'
import type { Problem } from '../../records/problem.ts'
import type { People } from '../people.ts'
import type { Place } from '../place.ts'
import { namesFor } from '../scope.ts'
import { type Known, readNames } from './known.ts'
import { judgeNames } from './names.ts'
import { onDisk } from './source/disk.ts'
import type { Source } from './source/source.ts'
import { openComputedOf } from './team/computed.ts'
import { judgeSchemas } from './team/schemas.ts'
import { openTwins } from './twins.ts'

/** What a check needs to know from outside the tree. */
export type Asked = {
  people: People
  team: TeamFields | undefined
  /** Absent when no day can be told; requirements of stages and what goes by days are then not judged. */
  today: string | undefined
  zone: string
  /** By which health and touches are told to assertions; absent, noon of today. */
  now?: Date | undefined
  /** What is judged; absent, the files as they stand. */
  source?: Source | undefined
}

/** The folders in which records and other files that mean something lie. */
export const judgedFolders = [
  'customers',
  'workspace-setup',
  'personal',
  'reporting/templates',
  'reporting/pulse',
  'sales-toolkit',
]

/** The files there are, what their names alone tell is wrong, and what records are held against. */
export type Surroundings = { files: string[]; problems: Problem[]; known: Known; position: (path: string) => number }

/** Looks at the names of all files, and reads none but the schemas of editors. */
export function lookAround(place: Place, asked: Asked): Surroundings {
  const { source = onDisk(place), now, people, team, today, zone } = asked
  const { files, folders, problems } = source.walk(judgedFolders)
  const { position, ...byName } = readNames(files, folders)
  const known: Known = {
    ...byName,
    place,
    source,
    people,
    team,
    today,
    zone,
    names: namesFor(team),
    workflows: new Map(),
    rules: new Map(),
    assertions: [],
    checks: {},
    ownDomains: [],
    computed: openComputedOf(() => known, now),
    twins: openTwins(position),
    lacking: new Map(),
    looks: { left: 200 },
  }
  return { files, problems: [...problems, ...judgeNames(files, folders), ...judgeSchemas(source, files, team)], known, position }
}

/** The set-up is read first, because everything is held against it. */
export const isSetUp = (path: string) => path.startsWith('workspace-setup/') || path.startsWith('customers/workflows/')

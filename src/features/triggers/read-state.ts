import type { Problem } from '../../records/problem.ts'
import type { Place } from '../../workspace/place.ts'
import { type Kept, readAll } from '../../workspace/records.ts'
import { filesBelow } from '../../workspace/tree.ts'

/** What rules have noticed before: their episodes, and what already held when they were first seen. */
export type State = { episodes: Kept<'episode'>[]; known: Kept<'known'>[]; problems: Problem[] }

const folder = 'reporting/pulse'

/** Reads what rules have noticed before. */
export function readState(place: Place): State {
  const paths = filesBelow(place, folder).filter((path) => path.endsWith('.yaml'))
  const isKnown = (path: string) => path.startsWith(`${folder}/known/`)
  const episodes = readAll(
    place,
    'episode',
    paths.filter((path) => !isKnown(path) && path.split('/').length === 3),
  )
  const known = readAll(place, 'known', paths.filter(isKnown))
  return { episodes: episodes.records, known: known.records, problems: [...episodes.problems, ...known.problems] }
}

type Ruled = { name: string; personal?: string }

/** The part of it that is one rule's. */
export const stateOf = ({ name, personal }: Ruled, { episodes, known, problems }: State): State => ({
  episodes: episodes.filter(({ value }) => value.rule === name && value.personal === personal),
  known: known.filter(({ value }) => value.rule === name && value.personal === personal),
  problems,
})

/** The folder in which a rule's known pairs lie; people's own rules are told apart by whose they are. */
export const knownFolder = ({ name, personal }: Ruled) => `${folder}/known/${personal ? `${personal}.` : ''}${name}`

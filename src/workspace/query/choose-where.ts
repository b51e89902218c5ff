import type { Place } from '../place.ts'
import type { Kept } from '../records.ts'
import { type Chosen, chooseRecords } from './choose-records.ts'
import { type Beside, type BesideOf, openBeside } from './open-beside.ts'
import { type Asker, openScopes } from './open-scopes.ts'
import { readWanted } from './read-wanted.ts'

type Asked = Omit<Asker, 'me'> & {
  /** Asked only when the condition names `me`. */
  me: () => Promise<string>
  /** What stands beside the records, where somebody has opened it already. */
  beside?: BesideOf
}

/** Chooses the records that `--where` is true of, for commands that are no lists. Throws a Failure (exit 2) when it cannot be read or fits none. */
export async function chooseWhere<K extends Beside>(
  place: Place,
  kind: K,
  records: readonly Kept<K>[],
  where: string,
  asked: Asked,
): Promise<Chosen<Kept<K>>> {
  const { team, beside = openBeside(place, team).beside } = asked
  const condition = readWanted(place, kind, { where }, { team, own: records }).condition!
  const me = condition.reads.includes('me') ? await asked.me() : undefined
  const { scopeOf } = openScopes(place, { ...asked, me }, beside)
  return chooseRecords(records, condition, scopeOf, '--where')
}

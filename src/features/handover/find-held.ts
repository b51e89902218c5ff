import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import { listRecords } from '../../workspace/records.ts'
import { allTasks } from '../../workspace/tasks.ts'
import { customerIn, inOrder } from '../../workspace/tree.ts'

/** The customers at which something is a person's: the account, a contact, a deal or an open task; `_unassigned` is one as well. */
export async function findHeld(place: Place, person: string, people: Pick<People, 'find'>): Promise<string[]> {
  const isTheirs = (name: string | undefined) => name !== undefined && (people.find(name) ?? name) === person
  const customers = listRecords(place, 'customer').records.filter(({ value }) => isTheirs(value.owner) || isTheirs(value.csm))
  const others = (['contact', 'deal'] as const).flatMap((kind) =>
    listRecords(place, kind).records.filter(({ value }) => isTheirs(value.owner)),
  )
  const tasks = (await allTasks(place)).filter(({ done, owner }) => !done && isTheirs(owner))
  const slugs = [...customers, ...others, ...tasks].flatMap(({ path }) => customerIn(path) ?? [])
  return [...new Set(slugs)].sort(inOrder)
}

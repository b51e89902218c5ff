import { Failure } from '../../failure.ts'
import type { Person } from '../../records/kinds/person.ts'

/** Throws a Failure (exit 4) when whoever is to take over has left, or is away today; names who stands in. */
export function refuseAway(slug: string, person: Person | undefined, today: string): void {
  if (!person) return
  const path = `workspace-setup/people/${slug}.yaml`
  const hasLeft = person.active === false || (person.to !== undefined && person.to < today)
  if (hasLeft)
    throw new Failure(`${slug} has left${person.to ? ` (${person.to})` : ''}, and takes nothing over.`, {
      hint: `name somebody else with --to, or mend ${path}`,
      exitCode: 4,
      path,
    })
  const away = person.absent?.find(({ from, to }) => from !== undefined && from <= today && (to === undefined || to >= today))
  if (!away) return
  const until = away.to ? ` until ${away.to}` : ''
  throw new Failure(`${slug} is away${until}, and takes nothing over before that.`, {
    hint: away.cover ? `${away.cover} stands in: --to ${away.cover}` : `name somebody else with --to, or mend ${path}`,
    exitCode: 4,
    path,
  })
}

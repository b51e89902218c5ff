import { nameDay } from '../../records/days/name-day.ts'
import type { Whose } from '../../workspace/book/find-whose.ts'
import type { ReadBook } from '../../workspace/book/read-book.ts'
import type { People } from '../../workspace/people.ts'
import { inOrder } from '../../workspace/tree.ts'

/** The sentence for somebody who has nothing here: what to do first, or whom to look at instead. */
export function sayNothing(
  { customers, everyDeal, book }: ReadBook,
  { user, name }: Whose,
  people: Pick<People, 'find'>,
): string {
  if (customers.length === 0)
    return 'There are no customers yet. Make the first one: dossier customer new "Acme GmbH" domain=acme.com; or bring them in: dossier import csv FILE'
  const [next] = book.tasks.filter(({ done, due }) => !done && due !== undefined).sort((a, b) => inOrder(a.due!, b.due!))
  if (next)
    return `Nothing is due today. Next: ${next.text}, due ${nameDay(next.due!, book.today)}${next.customer ? ` (${next.customer})` : ''}. All of it: dossier task list --owner ${user}`
  const counts = new Map<string, number>()
  const owners = [...customers.flatMap(({ value }) => [value.owner, value.csm]), ...everyDeal.map(({ owner }) => owner)]
  for (const owner of owners) {
    const slug = owner && people.find(owner)
    if (slug) counts.set(slug, (counts.get(slug) ?? 0) + 1)
  }
  const [busiest] = [...counts].sort(([a, many], [b, more]) => more - many || inOrder(a, b))[0] ?? []
  const look = busiest
    ? `See the day of somebody who does: dossier brief --user ${busiest}`
    : `Give yourself an account: dossier customer set ${customers[0]!.slug} owner=${user}`
  return `${name} owns no account, deal or task yet. ${look}`
}

import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import { listRecords } from '../../workspace/records.ts'
import type { Subject, Tree } from './open-tree.ts'

/** Somebody an action reaches, or why there is nobody. */
export type Reached = { person: string; without?: undefined } | { without: string; person?: undefined }

export type Part = 'owner' | 'csm' | 'manager'

/** Finds whom actions reach (model.md, People): by their part, with cover for who is away. */
export function findPeople(place: Place, people: People, tree: Tree) {
  const team = new Map(listRecords(place, 'person').records.map(({ slug, value }) => [slug, value]))
  const slugOf = (name: string | undefined) => (name ? (people.find(name) ?? name) : undefined)

  /** Who stands in on a day; the person where nobody does. */
  const cover = (slug: string, day: string, met: readonly string[] = []): string => {
    const away = team
      .get(slug)
      ?.absent?.find(({ from, to }) => from !== undefined && from <= day && (to === undefined || day <= to))
    const next = slugOf(away?.cover)
    return !next || met.includes(next) ? slug : cover(next, day, [...met, slug])
  }
  /** Whoever left hands over to their manager. */
  const present = (slug: string, day: string, met: readonly string[] = []): string | undefined => {
    const person = team.get(slug)
    if (!person || (person.active !== false && (person.to === undefined || person.to >= day))) return slug
    const boss = slugOf(person.manager)
    return boss && !met.includes(boss) ? present(boss, day, [...met, slug]) : undefined
  }
  const reach = (name: string | undefined, day: string, without: string): Reached => {
    const slug = slugOf(name)
    const here = slug && present(slug, day)
    return here ? { person: cover(here, day) } : { without: slug ? `${slug} has left, and has no manager` : without }
  }
  const called = ({ customer }: Subject) => (customer ? `customers/${customer}/customer.md` : 'a record of no customer')

  const csmName = (subject: Subject) => tree.customerOf(subject.customer ?? '_unassigned')?.value.csm ?? tree.ownerOf(subject)

  return (part: Part, subject: Subject, day: string, of: 'owner' | 'csm' = 'owner'): Reached => {
    if (part === 'owner') return reach(tree.ownerOf(subject), day, `${called(subject)} has no owner`)
    if (part === 'csm') return reach(csmName(subject), day, `${called(subject)} has neither csm nor owner`)
    const below = slugOf(of === 'csm' ? csmName(subject) : tree.ownerOf(subject))
    if (!below) return { without: `${called(subject)} has no owner, so there is no manager` }
    return reach(team.get(below)?.manager, day, `${below} has no manager`)
  }
}

export type FindPerson = ReturnType<typeof findPeople>

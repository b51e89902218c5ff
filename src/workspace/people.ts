import { Failure } from '../failure.ts'
import { isZone } from '../records/days/calendar.ts'
import { slugInPath } from '../records/kinds.ts'
import { nearest } from '../records/nearest.ts'
import type { Place } from './place.ts'
import { type Kept, readAll } from './records.ts'
import { readSheet } from './sheet.ts'
import { recordPaths } from './tree.ts'

/** The team, as commands ask about it. */
export type People = {
  /** The slug behind a slug, alias, e-mail or full name. */
  find(name: string): string | undefined
  /** The same; throws a Failure naming the nearest when there is no such person. `where` says who named them. */
  need(name: string, where?: string): string
  nameOf(slug: string): string
  /** The person's own time zone; one the machine does not know counts as none, and `check` tells it. */
  zoneOf(slug: string): string | undefined
  /** The team the person belongs to. */
  teamOf(slug: string): string | undefined
  /** For actions that need to know who asks and do not. */
  refuseUnknownMe(): never
}

/** Opens workspace-setup/people. Only the files of those who are asked about are parsed, each once in a run. */
export function readPeople(place: Place): People {
  const paths = new Map(recordPaths(place, 'person').map((path) => [slugInPath(path), path]))
  const slugs = [...paths.keys()]
  const parsed = new Map<string, Kept<'person'> | undefined>()
  const open = (slug: string) => {
    if (!parsed.has(slug))
      parsed.set(
        slug,
        readAll(
          place,
          'person',
          [paths.get(slug)].flatMap((path) => path ?? []),
        ).records[0],
      )
    return parsed.get(slug)?.value
  }
  let texts: Map<string, string> | undefined
  const look = (name: string) => {
    const isCalled = (slug: string) => {
      const { name: full = '', aliases = [], emails = [] } = open(slug) ?? {}
      return [full, ...aliases, ...emails].some((one) => one.toLowerCase() === name)
    }
    const own = slugs.find((slug) => slug.toLowerCase() === name)
    if (own) return own
    texts ??= readTexts(place, paths)
    for (const [slug, text] of texts) if (text.includes(name) && isCalled(slug)) return slug
    return undefined
  }
  const answers = new Map<string, string | undefined>()
  const find = (typed: string) => {
    const name = typed.trim().toLowerCase().replace(/^@/, '')
    if (!answers.has(name)) answers.set(name, look(name))
    return answers.get(name)
  }
  const known =
    slugs.length > 0
      ? `the people are ${slugs.join(', ')}`
      : 'there are no people yet: make workspace-setup/people/ada.yaml with name and emails'
  return {
    find,
    need(name, where) {
      const slug = find(name)
      if (slug) return slug
      const like = nearest(name, slugs)
      throw new Failure(`${where ? `${where} is "${name}", but there` : 'There'} is no person "${name}".`, {
        hint: like.length > 0 ? `did you mean ${like.join(', ')}?` : known,
        exitCode: where ? 2 : 3,
      })
    },
    nameOf: (slug) => open(slug)?.name ?? slug,
    zoneOf(slug) {
      const zone = open(slug)?.timezone
      return zone && isZone(zone) ? zone : undefined
    },
    teamOf: (slug) => open(slug)?.team,
    refuseUnknownMe() {
      throw new Failure('Dossier does not know which of the team you are.', {
        hint: `dossier me ${slugs[0] ?? 'ada'} (${known})`,
        exitCode: 2,
      })
    },
  }
}

/** The files in small letters, by slug: most do not have a name in them at all, and need not be parsed to know that. */
function readTexts(place: Place, paths: ReadonlyMap<string, string>): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [slug, path] of paths) {
    const read = readSheet(place, path)
    if ('sheet' in read) texts.set(slug, read.sheet.text.toLowerCase())
  }
  return texts
}

import { acrossKinds } from '../../records/kinds/tier.ts'
import { slugInPath } from '../../records/kinds.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import type { Place } from '../../workspace/place.ts'
import { readAll } from '../../workspace/records.ts'
import { readSheet } from '../../workspace/sheet.ts'
import { namesIn, recordPaths } from '../../workspace/tree.ts'
import { type Offers, startingWith } from './offers.ts'

const below = (place: Place, folder: string, ending: string) =>
  namesIn(place, folder, (entry) => !entry.isDirectory())
    .filter((name) => name.endsWith(ending) && name !== 'README.md')
    .map((name) => name.slice(0, -ending.length))

/** A team's own templates of contexts: those of one customer, or those across customers; one that cannot be read is of one customer. */
function ownTiers(place: Place, ofCustomer: boolean): string[] {
  const names = below(place, 'customers/templates', '.md')
  const paths = names.map((name) => `customers/templates/${name}.md`)
  const across = new Set(
    readAll(place, 'tier', paths).records.flatMap(({ slug, value: { for: of = 'customer' } }) => (of === 'customer' ? [] : slug)),
  )
  return names.filter((name) => across.has(name) !== ofCustomer)
}

/** Offers the people of the team. */
export const offerPeople = (place: Place, typed: string): Offers =>
  startingWith(typed, recordPaths(place, 'person').map(slugInPath))

/** Offers the names of one folder's files. */
export const offerFiles = {
  report: (place: Place, typed: string) => startingWith(typed, below(place, 'reporting/templates', '.md')),
  tier: (place: Place, typed: string) => startingWith(typed, ['compact', 'standard', 'extended', ...ownTiers(place, true)]),
  'across tier': (place: Place, typed: string) => startingWith(typed, [...acrossKinds, ...ownTiers(place, false)]),
  workflow: (place: Place, typed: string) => startingWith(typed, recordPaths(place, 'workflow').map(slugInPath)),
  'import map': (place: Place, typed: string) =>
    startingWith(typed, below(place, 'workspace-setup/integrations/imports', '.yaml')),
}

/** Offers the rules of the team and of one person, by the keys of their files; none is compiled. */
export function offerRules(place: Place, typed: string, me: string | undefined): Offers {
  const folders = ['workspace-setup/triggers', 'personal/triggers', ...(me ? [`personal/${me}/triggers`] : [])]
  const paths = folders.flatMap((folder) => below(place, folder, '.yaml').map((name) => `${folder}/${name}.yaml`))
  const names = paths.flatMap((path) => {
    const read = readSheet(place, path)
    return 'sheet' in read ? Object.keys(readRecord('trigger', path, read.sheet.text).sheet.data) : []
  })
  return startingWith(typed, names)
}

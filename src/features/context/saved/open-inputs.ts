import type { TeamFields } from '../../../records/kinds/fields.ts'
import { once } from '../../../records/once.ts'
import { walk } from '../../../workspace/check/walk.ts'
import { blobsOf } from '../../../workspace/index/blobs-of.ts'
import { followStubs } from '../../../workspace/links/follow-stubs.ts'
import type { Place } from '../../../workspace/place.ts'
import { readAll } from '../../../workspace/records.ts'
import { customerIn, namesIn } from '../../../workspace/tree.ts'
import { withinFolder } from '../../../workspace/within.ts'
import { parentOf } from '../gather/read-customer.ts'

/** Every file that could enter a pack of one customer, with what its contents are known by. The template is told apart. */
export type Inputs = ReadonlyMap<string, string>

/** What every pack may be made from, whoever the customer is. */
export const sharedFolders = ['customers/workflows', 'sales-toolkit', 'workspace-setup']

/** Of the set-up, what no context is made from. */
const aside = /^workspace-setup\/(?:schemas|queries|agents|integrations)\//

/** Opens the inputs of packs, for one customer or many; what all share is looked at once. */
export function openInputs(place: Place, team: TeamFields | undefined): (customer: string) => Inputs {
  const common = once(() =>
    blobsOf(
      place,
      walk(place, sharedFolders).files.filter((path) => !aside.test(path)),
    ),
  )
  const noticed = once(() => findEpisodes(place))
  const filesOf = (slug: string) => {
    const folder = `customers/${slug}`
    return withinFolder(place, folder, walk(place, [folder]).files)
  }
  return (slug) => {
    const own = [...filesOf(slug), ...ofParent(place, slug, { team, filesOf }), ...(noticed().get(slug) ?? [])]
    return new Map([...common(), ...blobsOf(place, [...new Set(own)])])
  }
}

/** What rules noticed, by the customers it is about. */
function findEpisodes(place: Place): Map<string, string[]> {
  const folder = 'reporting/pulse'
  const names = namesIn(place, folder, (entry) => !entry.isDirectory()).filter((name) => name.endsWith('.yaml'))
  const { records } = readAll(
    place,
    'episode',
    names.map((name) => `${folder}/${name}`),
  )
  const found = new Map<string, string[]>()
  for (const { path, value } of records) {
    const { customer, subject, subjects = [] } = value
    const slugs = new Set([customer, ...[subject, ...subjects].map(customerIn)])
    for (const slug of slugs) if (slug !== undefined) found.set(slug, [...(found.get(slug) ?? []), path])
  }
  return found
}

type Asked = { team: TeamFields | undefined; filesOf: (slug: string) => string[] }

/** Of a parent that shares its files with its group, all; of another one, what says that it does not. */
function ofParent(place: Place, slug: string, { team, filesOf }: Asked): string[] {
  const read = (path: string) => readAll(place, 'customer', [path], team).records[0]?.value
  const parent = parentOf(place, slug, read(`customers/${slug}/customer.md`)?.parent)
  if (!parent) return []
  const first = `customers/${parent}/customer.md`
  const path = followStubs(place, first)
  const owner = customerIn(path)
  return owner && owner !== slug && read(path)?.share === 'group' ? [first, ...filesOf(owner)] : [first, path]
}

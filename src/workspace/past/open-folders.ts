import type { Place } from '../place.ts'
import { folderMode, type Held, listBelow, listIn, readTree } from './list-commit.ts'
import { readObjects } from './read-objects.ts'

/** So many customers are listed one by one; whoever asks for more will ask for all. */
const single = 3

/** So many places within customers (their deals, say) are listed for all customers; whoever asks for more wants everything. */
const places = 6

/** What stands in a folder of a commit, by name; undefined when there is no such folder. */
export type EntriesOf = (folder: string) => ReadonlyMap<string, Held> | undefined

/** Opens the folders of a commit. They are listed when first asked for: one customer's at once, or the same place in all customers, or a part of the top. */
export function openFolders(place: Place, commit: string): { entriesOf: EntriesOf; isForAll: () => boolean } {
  const folders = new Map<string, Map<string, Held>>()
  const parts = new Set<string>()
  const inAll = new Set<string>()
  let customers = 0

  const listPart = (part: string) => {
    parts.add(part)
    for (const [folder, entries] of listBelow(place, commit, part))
      if (folder === part || folder.startsWith(`${part}/`)) folders.set(folder, entries)
  }
  const listTop = (folder: '' | 'customers') => {
    const known = folders.get(folder) ?? listIn(place, commit, folder) ?? new Map<string, Held>()
    folders.set(folder, known)
    return known
  }
  /** Lists `rest` (such as `/deals`) of every customer; what lies above it comes first. */
  const listInAll = (rest: string) => {
    if (inAll.has(rest)) return
    inAll.add(rest)
    const end = rest.lastIndexOf('/')
    if (rest !== '') listInAll(rest.slice(0, end))
    const wanted = [...listTop('customers').values()].flatMap((customer) => {
      const folder = `customers/${customer.name}${rest}`
      const above = folders.get(`customers/${customer.name}${rest.slice(0, end)}`)
      const held = rest === '' ? customer : above?.get(rest.slice(end + 1))
      return held?.mode === folderMode && held.id && !folders.has(folder) ? [{ folder, id: held.id }] : []
    })
    const trees = readObjects(
      place,
      wanted.map(({ id }) => id),
    )
    for (const { folder, id } of wanted) {
      const tree = trees.get(id)
      if (tree) folders.set(folder, readTree(tree, commit.length / 2))
    }
  }
  const entriesOf: EntriesOf = (folder) => {
    const known = folders.get(folder)
    if (known) return known
    if (folder === '' || folder === 'customers') return listTop(folder)
    const [part, customer, rest = ''] = /^(?:customers\/([^/]+)|[^/]+)(\/.*)?/.exec(folder)!.map((group) => group ?? '')
    const own = customer ? `customers/${customer}` : part!.slice(0, part!.length - rest.length)
    if (parts.has('customers') && customer) return undefined
    if (parts.has(own)) return undefined
    if (!customer || ++customers <= single) listPart(own)
    else if (inAll.size < places || inAll.has(rest)) listInAll(rest)
    else listPart('customers')
    return folders.get(folder)
  }
  return { entriesOf, isForAll: () => inAll.size > 0 || parts.has('customers') }
}

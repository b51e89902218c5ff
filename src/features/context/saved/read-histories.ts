import { gitAtOnce, gitPath } from '../../../workspace/git/run.ts'
import type { Place } from '../../../workspace/place.ts'

/** What HEAD holds of each customer's folder, by git's id: once it differs, what became when may be told otherwise. */
export function readHistories(place: Place): (customer: string) => string {
  if (!place.git) return () => ''
  const folder = `${gitPath(place, 'customers')}/`
  const out = gitAtOnce(place, ['ls-tree', '-z', 'HEAD', '--', folder])
  const trees = new Map([...out.matchAll(/\d+ tree (\w+)\t([^\0]+)\0/g)].map(([, id, path]) => [path!.slice(folder.length), id!]))
  return (customer) => trees.get(customer) ?? ''
}

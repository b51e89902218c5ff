import { customerIn } from '../tree.ts'
import { isSetUp } from './look-around.ts'

/** Files that are judged together: the set-up first, then customer by customer. */
export function groupFiles(files: readonly string[]): string[][] {
  const groups = new Map<string, string[]>([['', []]])
  for (const path of files) {
    const key = groupOf(path)
    const group = groups.get(key)
    if (group) group.push(path)
    else groups.set(key, [path])
  }
  return [...groups.values()]
}

/** The name of the group a file is judged in. */
export function groupOf(path: string): string {
  if (isSetUp(path)) return ''
  const customer = customerIn(path) ?? 'personal'
  return customer === 'prospects' ? path.slice(0, 'customers/prospects/ab'.length) : customer
}

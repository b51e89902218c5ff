import { kindOf, slugInPath } from '../kinds.ts'

/** Where files went: old path to new, both from the root; `customers/<slug>` stands for a customer's whole folder. */
export type Ways = ReadonlyMap<string, string>

/** A file that names others: where it stood, where it will stand, and what else is there (for names of what stays behind). */
export type Namer = { was: string; is: string; has?: (path: string) => boolean }

const folders = ['contacts', 'deals', 'activities'] as const

const ownerOf = (path: string) => /^customers\/([^/]+)\//.exec(path)?.[1] ?? ''

/** A name as a file writes it, once what it names has moved; undefined where it still is right. */
export function renameLink(ways: Ways, { was, is, has }: Namer, name: string): string | undefined {
  const [own, now] = [ownerOf(was), ownerOf(is)]
  const bare = name.replace(/\.md$/, '')
  const ending = bare === name ? '' : '.md'
  const parts = bare.split('/')
  if (parts[0] === 'customers') return renamePath(ways, bare, ending)
  if (parts.length > 2) return undefined
  const [owner, slug] = parts.length === 2 ? parts : [undefined, bare]
  if (owner === undefined) {
    const customer = ways.get(`customers/${bare}/customer.md`)
    if (customer) return sameOr(name, ownerOf(customer) + ending)
  }
  const places = folders.map((folder) => `customers/${owner ?? own}/${folder}/${slug}.md`)
  const moved = places.find((path) => ways.has(path))
  if (moved) {
    const to = ways.get(moved)!
    const called = owner === undefined && ownerOf(to) === now ? slugInPath(to) : `${ownerOf(to)}/${slugInPath(to)}`
    return sameOr(name, called + ending)
  }
  const stays = owner === undefined && own !== now && own !== '' && has && places.some(has)
  return stays ? `${own}/${name}` : undefined
}

function renamePath(ways: Ways, bare: string, ending: string): string | undefined {
  for (const tail of ['.md', '/customer.md', '']) {
    const to = ways.get(bare + tail)
    if (to !== undefined) return sameOr(bare + ending, to.slice(0, to.length - tail.length) + ending)
  }
  return undefined
}

/** What a field of a record names, once that has moved: by slug, `customer/slug` or path; undefined where it still is right. */
export function renameReference(
  ways: Ways,
  { was, is, has }: Namer,
  name: string,
  target: 'customer' | 'contact' | 'deal' | 'file',
): string | undefined {
  const [own, now] = [ownerOf(was), ownerOf(is)]
  if (target === 'customer') {
    const to = ways.get(`customers/${name}/customer.md`)
    return to && sameOr(name, ownerOf(to))
  }
  const whole = ways.get(name)
  if (whole !== undefined) return sameOr(name, whole)
  const inside = ways.get(`customers/${own}/${name}`) ?? ''
  if (name.includes('/') && inside)
    return sameOr(name, ownerOf(inside) === now ? inside.slice(`customers/${now}/`.length) : inside)
  if (target === 'file') return own !== now && has?.(`customers/${own}/${name}`) ? `customers/${own}/${name}` : undefined
  if (/\s/.test(name)) return undefined
  const [owner, slug = ''] = name.includes('/') ? name.split('/') : [own, name]
  const path = `customers/${owner}/${target}s/${slug}.md`
  const to = ways.get(path)
  if (to === undefined) return !name.includes('/') && own !== now && has?.(path) ? `${own}/${name}` : undefined
  const isOwn = ownerOf(to) === now && !name.includes('/')
  return sameOr(name, isOwn ? slugInPath(to) : `${ownerOf(to)}/${slugInPath(to)}`)
}

/** The way from a file's folder to another file, as links are written. */
export function linkBetween(from: string, to: string): string {
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++
  const up = here.slice(shared).map(() => '..')
  return [...up, ...there.slice(shared)].join('/')
}

/** What a stub writes: the way from its customer's folder (model.md, Records). */
export const redirectTo = (stub: string, to: string) => linkBetween(stub.replace(/^(customers\/[^/]+\/).*$/, '$1customer.md'), to)

/** The file a relative link in a file names, from the root; undefined when it leads out of the tree. */
export function linkTarget(from: string, link: string): string | undefined {
  const parts = link.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of link.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined
    if (part && part !== '.' && part !== '..') parts.push(part)
  }
  return parts.join('/')
}

/** Whether a path is that of a record that stubs may stand for. */
export const mayBeStub = (path: string) => ['customer', 'contact', 'deal'].includes(kindOf(path) ?? '')

const sameOr = (old: string, now: string) => (old === now ? undefined : now)

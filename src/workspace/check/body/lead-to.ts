import { readActivityName } from '../../../records/file-name.ts'
import { slugify } from '../../../records/slug.ts'
import { customerIn } from '../../tree.ts'
import type { Known } from '../known.ts'

/** What there is, by names. */
export type Around = Pick<Known, 'has' | 'hasFolder' | 'isCalled'> & { source: Pick<Known['source'], 'holds'> }

/** Where a way leads from a folder, from the root; undefined when it leads out of the tree. */
export function follow(folder: string, way: string): string | undefined {
  const parts = folder ? folder.split('/') : []
  for (const part of way.split('/')) {
    if (part === '..' && parts.length === 0) return undefined
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))

const withoutLine = (path: string) => path.replace(/(?::\d+){1,2}$/, '')

/** Whether a path that a text names is there; a line at its end (`:14`) is no part of it. */
export function isThere(path: string, { has, hasFolder, source }: Pick<Around, 'has' | 'hasFolder' | 'source'>): boolean {
  const bare = withoutLine(path)
  return [path, bare].some((one) => one === '' || has(one) || hasFolder(one)) || source.holds(bare)
}

/** Whether what stands between `[[` and `]]` in a file names a file: by path, slug, `customer/slug`, or the file's own name. */
export function leadsSomewhere(written: string, from: string, known: Around): boolean {
  const target = withoutLine(written)
  const customer = customerIn(from)
  const folders = ['', folderOf(from), ...(customer ? [`customers/${customer}`] : [])]
  const byPath = folders.flatMap((folder) => follow(folder, target) ?? [])
  const slug = slugify(target)
  const [owner = '', ...rest] = target.toLowerCase().replace(/\.md$/, '').split('/')
  const named = rest.at(-1) ?? ''
  const byName =
    rest.length === 0
      ? [owner, slug].flatMap((one) => [`customers/${one}/customer`, `workspace-setup/people/${one}`])
      : ['contacts', 'deals', 'activities'].map((kind) => `customers/${owner}/${kind}/${named}`)
  const ways = [...byPath, ...byName].flatMap((path) => [path, `${path}.md`, `${path}.yaml`])
  return (
    ways.some((path) => known.has(path) || known.hasFolder(path)) ||
    (rest.length === 0 && isCalled(target, known)) ||
    byPath.some((path) => known.source.holds(path))
  )
}

const isCalled = (target: string, { isCalled: called }: Pick<Around, 'isCalled'>) =>
  called(target.replace(/\.\w{1,5}$/, '')) || called(slugify(target))

/** Whether what a field says is meant as a file of the tree. */
export const isTreePath = (text: string) =>
  /^(?:\.{1,2}\/|(?:customers|personal|sales-toolkit|reporting|workspace-setup)\/)\S+$/.test(text) ||
  readActivityName(text) !== undefined

/** Whether a source or an evidence names a file that is there: from the root, from its own folder, or from its customer's. */
export function isSource(text: string, from: string, known: Known): boolean {
  const customer = customerIn(from)
  const own = customer ? `customers/${customer}` : ''
  const folders = ['', folderOf(from), own, `${own}/activities`, `${own}/documents`]
  return folders.some((folder) => {
    const path = follow(folder, text.replace(/#.*$/, ''))
    return path === undefined || isThere(path, known) || known.has(`${path}.md`)
  })
}

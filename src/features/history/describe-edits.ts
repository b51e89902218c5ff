import { kindOf, slugInPath } from '../../records/kinds.ts'
import { sayFieldChange } from '../../records/say-value.ts'
import { readFrontMatter } from '../../records/text/front-matter.ts'

type Edited = { path: string; before: string | null | undefined; after: string | null | undefined }

/** How many changes a subject names before it only counts them. */
const most = 3

/** A commit subject for edits made by hand: `acme: stage discovery → negotiation`. */
export function describeEdits(edits: readonly Edited[]): string {
  const said = edits.map((edit) => ({ where: whereOf(edit.path), what: describe(edit) }))
  const wheres = [...new Set(said.map(({ where }) => where))]
  const changes = said.flatMap(({ what }) => what)
  if (wheres.length === 1) return `${wheres[0]}: ${listUp(changes)}`
  if (edits.length <= most && changes.length <= most)
    return said.map(({ where, what }) => `${where}: ${what.join(', ')}`).join('; ')
  return `${listUp(wheres)}: ${edits.length} files edited`
}

const listUp = (words: string[]) =>
  words.length <= most ? words.join(', ') : `${words.slice(0, most).join(', ')} and ${words.length - most} more`

function whereOf(path: string): string {
  const [, customer] = /^customers\/([^/]+)\//.exec(path) ?? []
  return customer ?? slugInPath(path)
}

function describe({ path, before, after }: Edited): string[] {
  const kind = kindOf(path)
  const slug = slugInPath(path)
  const name = kind === undefined ? path.replace(/^.*\//, '') : kind === 'customer' || kind === slug ? kind : `${kind} ${slug}`
  if (before === null) return [`new ${name}`]
  if (after === null) return [`${name} removed`]
  if (kind === undefined || before === undefined || after === undefined) return [`${name} edited`]
  const [was, is] = [readFrontMatter(path, before), readFrontMatter(path, after)]
  const keys = [...new Set([...Object.keys(was.data), ...Object.keys(is.data)])]
  const fields = keys
    .filter((key) => JSON.stringify(own(was.data, key)) !== JSON.stringify(own(is.data, key)))
    .map((key) => sayFieldChange(key, own(was.data, key), own(is.data, key)))
  const noted = before.slice(was.body) === after.slice(is.body) ? [] : ['notes']
  const changes = [...fields, ...noted]
  const prefix = kind === 'customer' ? '' : `${slugInPath(path)} `
  return changes.length > 0 ? changes.map((change) => `${prefix}${change}`) : [`${prefix}comments`]
}

const own = (data: Record<string, unknown>, key: string) => (Object.hasOwn(data, key) ? data[key] : undefined)

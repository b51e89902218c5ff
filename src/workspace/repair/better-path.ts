import { activityFileName, readActivityName } from '../../records/file-name.ts'
import { kindOf, recordPath } from '../../records/kinds.ts'
import { isSlug, lettersOf, slugify } from '../../records/slug.ts'
import { readFrontMatter } from '../../records/text/front-matter.ts'
import type { MendCode } from './mend.ts'
import { mayBeOther, tellKind } from './tell-kind.ts'

type Better = { to: string; code: MendCode; said: string }
type Text = () => string | undefined

const folders = { contact: 'contacts', deal: 'deals', activity: 'activities' } as const
const folderNames = new Map(
  Object.entries(folders).flatMap(([kind, folder]) => [kind, folder].map((name): [string, string] => [name, folder])),
)

/** Where a file ought to lie, and why; undefined where it lies well, or where that is for a person to say. */
export function betterPath(path: string, text: Text): Better | undefined {
  const composed = path.normalize('NFC')
  if (composed !== path) return { to: composed, code: 'name-accents', said: 'accents in the form that Windows and Linux write' }
  return betterEnding(path) ?? betterFolder(path) ?? betterCustomer(path, text) ?? byContent(path, text)
}

/** `.yml` and `.markdown` where a record is read from `.yaml` and `.md`. */
function betterEnding(path: string): Better | undefined {
  const to = path.replace(/\.yml$/i, '.yaml').replace(/\.(?:markdown|mdown|mkd|md)$/i, '.md')
  return to !== path && !kindOf(path) && kindOf(to)
    ? { to, code: 'file-stray', said: `records end in ${/\.\w+$/.exec(to)![0]}` }
    : undefined
}

/** A folder of records in other letters, or named after one of them: `Contacts/`, `deal/`. */
function betterFolder(path: string): Better | undefined {
  if (kindOf(path)) return undefined
  const [, owner, folder = '', rest] = /^customers\/([^/]+)\/([^/]+)\/([^/]+\.md)$/.exec(path) ?? []
  const right = folderNames.get(folder.toLowerCase())
  const to =
    owner && right && right !== folder ? `customers/${owner}/${right}/${rest}` : path.replace(/\/customer\.md$/i, '/customer.md')
  return to !== path && kindOf(to)
    ? { to, code: 'file-stray', said: 'records are read from folders and files in small letters' }
    : undefined
}

/** `customers/acme.md`, which describes a customer beside its folder. */
function betterCustomer(path: string, text: Text): Better | undefined {
  const [, name] = /^customers\/([^/]+)\.md$/.exec(path) ?? []
  if (name === undefined || /^readme$/i.test(name)) return undefined
  const slug = isSlug(name) ? name : slugify(name)
  if (!isSlug(slug) || tellKind(dataIn(path, text)) !== 'customer') return undefined
  return { to: `customers/${slug}/customer.md`, code: 'file-stray', said: 'who a customer is stands in its folder' }
}

/** A record among the files of a customer, or among records of another kind, whose content says plainly what it is. */
function byContent(path: string, text: Text): Better | undefined {
  const [, owner, folder, name] = /^customers\/([^/]+)\/(?:(contacts|deals|activities)\/(?:.+\/)?)?([^/]+)\.md$/.exec(path) ?? []
  if (!owner || !name || (!folder && /^(?:customer|insights|readme)$/i.test(name))) return undefined
  const here = kindOf(path)
  if (here && !mayBeOther(here, text() ?? '')) return undefined
  const data = dataIn(path, text)
  const kind = tellKind(data)
  if (!kind || kind === 'customer' || kindOf(path) === kind) return undefined
  const slug = kind === 'activity' ? activitySlug(path, name, data) : isSlug(name) ? name : slugify(name)
  const to = isSlug(slug) || kind === 'activity' ? recordPath(kind, { slug, customer: owner }) : undefined
  return to === undefined ? undefined : { to, code: 'file-stray', said: `it is ${kind === 'activity' ? 'an' : 'a'} ${kind}` }
}

/** The name follows from what the file says, and from where it lay, so that two people who mend it make one file. */
function activitySlug(path: string, name: string, data: Record<string, unknown>): string {
  if (readActivityName(name)) return name
  const { type, date, subject = name, source } = data as { type: string; date: string; subject?: string; source?: string }
  return activityFileName({ type, date, subject, source }, lettersOf(path, 4)).replace(/\.md$/, '')
}

function dataIn(path: string, text: Text): Record<string, unknown> {
  const { data, problems } = readFrontMatter(path, text() ?? '')
  return problems.some(({ severity }) => severity === 'error') ? {} : data
}

import { readActivityName } from '../../records/file-name.ts'
import { kindOf, slugInPath } from '../../records/kinds.ts'
import type { Problem } from '../../records/problem.ts'
import { reserved } from '../../records/reserved.ts'
import { isSlug, slugify } from '../../records/slug.ts'
import { whole } from './found.ts'

const noCustomer = new RegExp(`^customers/(?:${reserved.join('|')})(?:/|$)`)
const slugged = new Set(['customer', 'contact', 'deal', 'person', 'workflow'])
const isText = /\.(?:md|markdown|ya?ml)$/i
const recordFolder = /^customers\/([^/]+)\/(?:contacts|deals|activities)\//

/** What the names alone tell: slugs that are none, files where no record belongs, customers nobody has described. */
export const judgeNames = (files: readonly string[], folders: readonly string[]): Problem[] => [
  ...files.flatMap((path) => [...judgeSlug(path), ...judgeLocation(path), ...judgeUnassigned(path)]),
  ...missingCustomers(files, folders),
]

function judgeSlug(path: string): Problem[] {
  const kind = kindOf(path)
  if (!kind) return []
  const slug = slugInPath(path)
  if (kind === 'activity' && !readActivityName(slug)) {
    const message = `"${slug}.md" does not say when it was and what, so it is sorted in the wrong place.`
    return [whole(path, 'activity-name', message, 'a name such as 2026-11-02-1000-call-pricing-k3f9.md')]
  }
  if (!slugged.has(kind) || isSlug(slug)) return []
  const better = slugify(slug)
  return [
    whole(
      path,
      'slug-invalid',
      `"${slug}" is no name for a ${kind}.`,
      `small letters, digits and hyphens, at most 60${isSlug(better) ? `, such as ${better}` : ''}`,
    ),
  ]
}

/** Files where a record was meant but none is read. Elsewhere other files than Markdown and YAML are nobody's business. */
function judgeLocation(path: string): Problem[] {
  if (kindOf(path)) return []
  const ignored = (expected: string) => [
    whole(path, 'file-stray', 'No record is read from here, so lists and figures do without this file.', expected),
  ]
  const [, twin] = /^((?:workspace-setup\/people|customers\/workflows)\/[^/]+)\.yml$/.exec(path) ?? []
  if (twin) return ignored(`${twin}.yaml`)
  const [folder, owner] = recordFolder.exec(path) ?? []
  if (folder) return ignored(isText.test(path) ? `a .md file directly in ${folder}` : `a file in customers/${owner}/documents/`)
  if (!path.endsWith('.md') || noCustomer.test(path) || /(?:^|\/)README\.md$/i.test(path)) return []
  if (/^customers\/[^/]+\.md$/.test(path)) return ignored(`customers/${slugify(slugInPath(path))}/customer.md`)
  const [, customer, name] = /^customers\/([^/]+)\/([^/]+\.md)$/.exec(path) ?? []
  return customer && name !== 'insights.md'
    ? ignored(`a file in contacts/, deals/, activities/ or documents/ of ${customer}`)
    : []
}

function judgeUnassigned(path: string): Problem[] {
  const kind = kindOf(path)
  if (!kind || !path.startsWith('customers/_unassigned/')) return []
  return [whole(path, 'unassigned', `This ${kind} belongs to no customer yet.`, `dossier assign ${slugInPath(path)} CUSTOMER`)]
}

function missingCustomers(files: readonly string[], folders: readonly string[]): Problem[] {
  const there = new Set(files)
  const counts = new Map<string, number>()
  for (const path of files) {
    const [folder] = /^customers\/[^/]+(?=\/)/.exec(path) ?? []
    if (folder) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return folders.flatMap((folder) => {
    const count = counts.get(folder) ?? 0
    if (!/^customers\/[^/]+$/.test(folder) || noCustomer.test(folder) || there.has(`${folder}/customer.md`) || count === 0)
      return []
    const message = `This file is missing, so ${count === 1 ? 'the other file' : `the other ${count} files`} in this folder belong${count === 1 ? 's' : ''} to no customer.`
    return [
      whole(`${folder}/customer.md`, 'customer-missing', message, 'a file that says who the customer is, beginning with name: …'),
    ]
  })
}

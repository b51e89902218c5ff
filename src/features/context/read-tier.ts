import { Failure } from '../../failure.ts'
import type { Tier } from '../../records/kinds/tier.ts'
import { slugInPath } from '../../records/kinds.ts'
import { failureFor, type Problem } from '../../records/problem.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import { compileTemplate, type Template } from '../../records/template/compile-template.ts'
import type { Place } from '../../workspace/place.ts'
import { openSheet } from '../../workspace/sheet.ts'
import { readShippedFile } from '../../workspace/start/shipped.ts'
import { namesIn } from '../../workspace/tree.ts'

/** A tier that can be filled. */
export type OpenTier = Tier & { slug: string; path: string; template: Template }

const folder = 'customers/templates'

/** The tiers that come with the program, for workspaces that have no templates of their own. */
const shipped = ['compact', 'standard', 'extended']

/** Opens a tier's template: the workspace's own, else the shipped one. Throws a Failure that lists the tiers, or that says what is wrong in the file. */
export async function openTier(place: Place, name: string): Promise<OpenTier> {
  const own = namesIn(place, folder, (entry) => !entry.isDirectory())
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => slugInPath(`${folder}/${file}`))
  const known = [...new Set([...shipped, ...own])]
  if (!known.includes(name))
    throw new Failure(`There is no tier "${name}".`, { hint: `the tiers are ${known.join(', ')} (${folder}/)`, exitCode: 2 })
  const path = `${folder}/${name}.md`
  const text = own.includes(name) ? openSheet(place, path).text : (readShippedFile(path) ?? '')
  const { value, body, problems, sheet } = readRecord('tier', path, text)
  refuse(
    path,
    problems.filter(({ severity }) => severity === 'error'),
  )
  if (!value) refuse(path, [{ path, line: 1, column: 1, message: 'This file cannot be used.', severity: 'error' }])
  const { template, problems: broken } = await compileTemplate(body, { path, line: text.slice(0, sheet.body).split('\n').length })
  if (broken) refuse(path, broken)
  return { ...value!, slug: name, path, template: template! }
}

/** Throws the first problem of a template, with its line. */
export function refuse(path: string, [first]: readonly Problem[]): void {
  if (first) throw failureFor(first, { where: `${path}:${first.line}` })
}

import { Failure } from '../../failure.ts'
import { acrossKinds, type Tier } from '../../records/kinds/tier.ts'
import { slugInPath } from '../../records/kinds.ts'
import { failureFor, type Problem } from '../../records/problem.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import { compileTemplate, type Template } from '../../records/template/compile-template.ts'
import { misplacedSections } from '../../records/tiers/misplaced-sections.ts'
import type { Place } from '../../workspace/place.ts'
import { readAll } from '../../workspace/records.ts'
import { openSheet } from '../../workspace/sheet.ts'
import { readShippedFile } from '../../workspace/start/shipped.ts'
import { namesIn } from '../../workspace/tree.ts'

/** A tier that can be filled. */
export type OpenTier = Tier & { slug: string; path: string; template: Template }

const folder = 'customers/templates'

/** The tiers that come with the program, for workspaces that have no templates of their own. */
const shipped = { customer: ['compact', 'standard', 'extended'], across: acrossKinds }

/** Whether a context is of one customer or across many. */
type Reach = keyof typeof shipped

/** Opens a tier's template: the workspace's own, else the shipped one. Throws a Failure that lists the tiers of this reach, or that says what is wrong in the file. */
export async function openTier(place: Place, name: string, reach: Reach = 'customer'): Promise<OpenTier> {
  const own = ownTiers(place)
  if (!own.includes(name) && ![...shipped.customer, ...shipped.across].includes(name)) throw unknownTier(place, name, reach)
  const path = `${folder}/${name}.md`
  const text = own.includes(name) ? openSheet(place, path).text : (readShippedFile(path) ?? '')
  const { value, body, problems, sheet } = readRecord('tier', path, text)
  refuse(
    path,
    problems.filter(({ severity }) => severity === 'error'),
  )
  if (!value) refuse(path, [{ path, line: 1, column: 1, message: 'This file cannot be used.', severity: 'error' }])
  if (reachOf(value!) !== reach) throw otherReach(place, name, reach)
  refuse(path, misplacedSections(value!, sheet))
  const { template, problems: broken } = await compileTemplate(body, { path, line: text.slice(0, sheet.body).split('\n').length })
  if (broken) refuse(path, broken)
  return { ...value!, slug: name, path, template: template! }
}

const reachOf = ({ for: of = 'customer' }: Tier): Reach => (of === 'customer' ? 'customer' : 'across')

const ownTiers = (place: Place) =>
  namesIn(place, folder, (entry) => !entry.isDirectory())
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => slugInPath(`${folder}/${file}`))

/** The tiers of a reach, the shipped ones first; a template that cannot be read counts as one of a customer's. */
export function listTiers(place: Place, reach: Reach): string[] {
  const own = ownTiers(place)
  const paths = own.map((slug) => `${folder}/${slug}.md`)
  const reaches = new Map(readAll(place, 'tier', paths).records.map(({ slug, value }) => [slug, reachOf(value)]))
  const fits = (slug: string) => !own.includes(slug) || (reaches.get(slug) ?? 'customer') === reach
  return [...new Set([...shipped[reach].filter(fits), ...own.filter(fits)])]
}

const sayTiers = (place: Place, reach: Reach) =>
  reach === 'customer'
    ? `the tiers are ${listTiers(place, reach).join(', ')} (${folder}/)`
    : `--for takes ${listTiers(place, reach).join(', ')} (${folder}/)`

const unknownTier = (place: Place, name: string, reach: Reach) =>
  new Failure(reach === 'customer' ? `There is no tier "${name}".` : `There is no context across customers "${name}".`, {
    hint: sayTiers(place, reach),
    exitCode: 2,
  })

const otherReach = (place: Place, name: string, reach: Reach) =>
  reach === 'customer'
    ? new Failure(`The template ${name} is for contexts across customers: dossier context --for ${name}.`, {
        hint: `of one customer, ${sayTiers(place, reach)}`,
        exitCode: 2,
      })
    : new Failure(`The template ${name} is for the context of one customer: dossier customer context CUSTOMER --tier ${name}.`, {
        hint: `across customers, ${sayTiers(place, reach)}`,
        exitCode: 2,
      })

/** Throws the first problem of a template, with its line. */
export function refuse(path: string, [first]: readonly Problem[]): void {
  if (first) throw failureFor(first, { where: `${path}:${first.line}` })
}

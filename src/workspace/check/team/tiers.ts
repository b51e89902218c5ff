import type { Problem } from '../../../records/problem.ts'
import { compileTemplate } from '../../../records/template/compile-template.ts'
import { misplacedSections } from '../../../records/tiers/misplaced-sections.ts'
import type { Kept } from '../../records.ts'
import { codeProblem, whole } from '../found.ts'
import { bodyOf } from '../reports.ts'

const printed = 'what an item says'
const item = { text: printed, cite: '[1]', more: [{ text: printed, cite: '[1]' }] }
const section = { name: 'facts', title: 'Company', shown: 1, total: 2, items: [item] }
const dataFor = (tier: string) => ({
  tier,
  customer: 'Acme',
  asOf: '2026-01-01',
  sections: [section],
  notTold: [{ title: 'Company', left: 1, total: 2 }],
  sources: [{ n: 1, path: 'customers/acme/customer.md', line: 1 }],
})

/** What is wrong in a template of contexts besides its fields: sections it cannot have, handlebars that cannot be read, names that are not there, a body that prints nothing. */
export async function judgeTier(record: Kept<'tier'>): Promise<Problem[]> {
  const { body, at } = bodyOf(record)
  const misplaced = misplacedSections(record.value, record.read.sheet).map((one) => codeProblem('template', one))
  if (misplaced.length > 0) return misplaced
  const { template, problems } = await compileTemplate(body, at)
  if (problems) return problems.map((one) => codeProblem('template', one))
  const filled = template.fill(dataFor(record.slug))
  if (filled.problems) return filled.problems.map((one) => codeProblem('template', one))
  if (filled.text.includes(printed)) return []
  const expected = '{{#each sections}} … {{#each items}} … {{text}}'
  return [
    whole(at.path, 'template-silent', 'This template prints none of what it is given.', expected, { line: at.line, column: 1 }),
  ]
}

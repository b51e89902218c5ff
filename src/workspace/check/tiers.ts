import { kindOf } from '../../records/kinds.ts'
import type { Problem } from '../../records/problem.ts'
import { compileTemplate } from '../../records/template/compile-template.ts'
import type { Place } from '../place.ts'
import { type Kept, readAll } from '../records.ts'
import { bodyOf } from './reports.ts'

const printed = 'what an item says'
const item = { text: printed, cite: '[1]', more: [{ text: printed, cite: '[1]' }] }
const section = { name: 'facts', title: 'Company', shown: 1, total: 1, items: [item] }
const dataFor = (tier: string) => ({
  tier,
  customer: 'Acme',
  asOf: '2026-01-01',
  sections: [section],
  sources: [{ n: 1, path: 'customers/acme/customer.md', line: 1 }],
})

/** What is wrong in the templates of contexts besides their fields: handlebars that cannot be read, names that are not there, a body that prints nothing. */
export async function checkTiers(place: Place, paths: readonly string[]): Promise<Problem[]> {
  const own = paths.filter((path) => kindOf(path) === 'tier')
  return (await Promise.all(readAll(place, 'tier', own).records.map(judgeTemplate))).flat()
}

async function judgeTemplate(record: Kept<'tier'>): Promise<Problem[]> {
  const { body, at } = bodyOf(record)
  const { template, problems } = await compileTemplate(body, at)
  if (problems) return problems
  const filled = template.fill(dataFor(record.slug))
  if (filled.problems) return filled.problems
  if (filled.text.includes(printed)) return []
  const expected = '{{#each sections}} … {{#each items}} … {{text}}'
  return [{ ...at, column: 1, message: 'This template prints none of what it is given.', expected, severity: 'warning' }]
}

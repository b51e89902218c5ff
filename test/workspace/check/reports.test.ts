import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { measures } from '../../../src/formulas/measures/catalogue.ts'
import { judgeReport } from '../../../src/workspace/check/reports.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { readAll } from '../../../src/workspace/records.ts'
import { gitEnv, workspace } from '../../helpers/workspace.ts'

const path = 'reporting/templates/own.md'
const shipped = (name: string) => readFileSync(new URL(`../../../reporting/templates/${name}`, import.meta.url), 'utf8')
const found = async (text: string) => {
  const [record] = readAll(placeAt(workspace({ [path]: text }), gitEnv), 'report', [path]).records
  const problems = await judgeReport(record!)
  return problems.map(({ line, message, severity }) => [line, message, severity])
}

test.each(['ae.md', 'pulse.md'])('nothing is wrong in %s as it comes along', async (name) =>
  expect(await found(shipped(name))).toEqual([]),
)

test.each([
  ['measures: [touches, tuoches]', '{{touches.said}}', 3, 'There is no figure "tuoches".'],
  ['measures: [touches]', 'a\n{{#each touches.rows}}', 6, 'The template cannot be read: A block is not closed.'],
  ['measures: [touches]', '{{won.said}}', 5, 'There is no "won.said" here.'],
  ['measures: [touches]', '{{touches.sayd}}', 5, 'There is no "touches.sayd" here.'],
  ['measures: []', '\n{{> part}}', 6, 'A template holds no other templates.'],
])('a template with %j and %j', async (head, body, line, message) =>
  expect(await found(`---\ntitle: Own\n${head}\n---\n${body}\n`)).toEqual([[line, message, 'error']]),
)

test('the README beside the templates names every figure as it is defined', () => {
  for (const [name, { of, definition }] of Object.entries(measures))
    expect(shipped('README.md')).toContain(`| \`${name}\` | ${of} | ${definition} |`)
})

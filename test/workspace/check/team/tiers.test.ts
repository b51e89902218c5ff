import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judgeTier } from '../../../../src/workspace/check/team/tiers.ts'
import { placeAt } from '../../../../src/workspace/place.ts'
import { readAll } from '../../../../src/workspace/records.ts'
import { gitEnv, workspace } from '../../../helpers/workspace.ts'

const path = 'customers/templates/own.md'
const shipped = (name: string) => readFileSync(new URL(`../../../../customers/templates/${name}.md`, import.meta.url), 'utf8')
const found = async (text: string) => {
  const [record] = readAll(placeAt(workspace({ [path]: text }), gitEnv), 'tier', [path]).records
  const problems = await judgeTier(record!)
  return problems.map(({ line, message, severity }) => [line, message, severity])
}
const head = '---\nbudget: 900\nsections:\n  - { name: facts }\n---\n'

test.each(['compact', 'standard', 'extended', 'team-pipeline', 'my-week', 'segment'])(
  'nothing is wrong in %s as it comes along',
  async (name) => expect(await found(shipped(name))).toEqual([]),
)

test.each([
  ['{{#each sections}}\n', [6, 'The template cannot be read: A block is not closed.', 'error']],
  ['a\n{{#each sections}}{{#each items}}{{txt}}{{/each}}{{/each}}', [7, 'There is no "txt" here.', 'error']],
  ['{{customer}} {{#each sections}}{{title}}{{/each}}', [6, 'This template prints none of what it is given.', 'warning']],
  ['', [6, 'This template prints none of what it is given.', 'warning']],
])('%j', async (body, problem) => expect(await found(head + body)).toEqual([problem]))

test('a section that its kind of context does not have', async () => {
  const text =
    '---\nfor: segment\nbudget: 900\nsections:\n  - { name: meetings }\n---\n{{#each sections}}{{#each items}}{{text}}{{/each}}{{/each}}'
  expect(await found(text)).toEqual([[5, 'A context for segment has no section "meetings".', 'error']])
})

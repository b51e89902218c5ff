import { expect, test } from 'vitest'
import { readRecord } from '../../../src/records/schema/read-record.ts'
import { misplacedSections } from '../../../src/records/tiers/misplaced-sections.ts'

test.each<[of: string, section: string, message: string | undefined]>([
  ['', 'deals', undefined],
  ['', 'meetings', 'A context for one customer has no section "meetings".'],
  ['for: my-week\n', 'meetings', undefined],
  ['for: my-week\n', 'activities', undefined],
  ['for: my-week\n', 'figures', 'A context for my-week has no section "figures".'],
  ['for: segment\n', 'competitors', undefined],
  ['for: team-pipeline\n', 'due', 'A context for team-pipeline has no section "due".'],
])('%j with %s', (of, section, message) => {
  const text = `---\n${of}budget: 100\nsections:\n  - { name: facts }\n  - { name: ${section} }\n---\n`
  const { value, sheet, problems } = readRecord('tier', 'customers/templates/x.md', text)
  expect(problems).toEqual([])
  const found = misplacedSections(value!, sheet)
  expect(found.map((one) => one.message)).toEqual(message ? [message] : [])
  if (message) expect(found[0]).toMatchObject({ line: of ? 6 : 5, expected: expect.stringContaining('facts, people') as string })
})

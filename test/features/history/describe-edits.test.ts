import { expect, test } from 'vitest'
import { describeEdits } from '../../../src/features/history/describe-edits.ts'

const acme = 'customers/acme/customer.md'
const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`

test.each<[name: string, edits: Parameters<typeof describeEdits>[0], subject: string]>([
  [
    'a field',
    [{ path: acme, before: sheet('stage: discovery'), after: sheet('stage: negotiation') }],
    'acme: stage discovery → negotiation',
  ],
  ['notes', [{ path: acme, before: sheet('name: Acme'), after: sheet('name: Acme', 'Met them.\n') }], 'acme: notes'],
  ['a comment', [{ path: acme, before: sheet('name: Acme'), after: sheet('name: Acme # legal') }], 'acme: comments'],
  [
    'a new record',
    [{ path: 'customers/acme/contacts/jo-park.md', before: null, after: sheet('name: Jo') }],
    'acme: new contact jo-park',
  ],
  [
    'a removed one',
    [{ path: 'customers/acme/deals/renewal.md', before: sheet('name: R'), after: null }],
    'acme: deal renewal removed',
  ],
  [
    'a deal says which',
    [{ path: 'customers/acme/deals/renewal.md', before: sheet('amount: 1'), after: sheet('amount: 2') }],
    'acme: renewal amount 1 → 2',
  ],
  ['an attachment', [{ path: 'customers/acme/documents/msa.pdf', before: undefined, after: undefined }], 'acme: msa.pdf edited'],
  [
    'two customers',
    [
      { path: acme, before: sheet('stage: lead'), after: sheet('stage: won') },
      { path: 'customers/globex/customer.md', before: sheet('stage: lead'), after: sheet('stage: lost') },
    ],
    'acme: stage lead → won; globex: stage lead → lost',
  ],
  [
    'many files',
    ['a', 'b', 'c', 'd', 'e'].map((slug) => ({
      path: `customers/${slug}/customer.md`,
      before: sheet('stage: x'),
      after: sheet('stage: y'),
    })),
    'a, b, c and 2 more: 5 files edited',
  ],
])('%s', (_, edits, subject) => expect(describeEdits(edits)).toBe(subject))

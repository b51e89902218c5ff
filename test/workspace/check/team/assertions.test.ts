import { expect, test } from 'vitest'
import { saidOf } from '../checked.ts'

const path = 'workspace-setup/processes/assertions.yaml'
const pilot = 'customers/acme/deals/pilot.md'
const deal = (fields: string) => ({ [pilot]: `---\nname: Pilot\n${fields}\n---\n` })
const buyer = `assertions:
  - name: has-economic-buyer
    about: deal
    where: amount > 50000
    require: meddpicc.economic_buyer != null
    message: Every open deal over 50,000 has an economic buyer.
`
const one = (about: string, require: string, more = '') =>
  `assertions:\n  - { name: one, about: ${about}, require: ${JSON.stringify(require)}${more} }\n`

test.each<[what: string, files: Record<string, string>, ...said: string[]]>([
  [
    'an open deal without',
    { [path]: buyer, ...deal('amount: 60000') },
    `${pilot}:3:9 error Every open deal over 50,000 has an economic buyer: not here (no data: meddpicc.economic_buyer). (\`meddpicc.economic_buyer != null\`)`,
  ],
  ['a deal with one', { [path]: buyer, ...deal('amount: 60000\nmeddpicc: { economic_buyer: jo-park }') }],
  ['a deal it is not about', { [path]: buyer, ...deal('amount: 50000') }],
  ['a deal whose amount nobody knows', { [path]: buyer, ...deal('currency: EUR') }],
  ['a closed deal', { [path]: buyer, ...deal('amount: 60000\nstage: won') }],
  ['a deal that was put away', { [path]: buyer, ...deal('amount: 60000\narchived: 2026-10-01') }],
  [
    'closed deals, where it names the stage',
    { [path]: one('deal', "stage != 'won' || contract.end != null"), ...deal('stage: won') },
    `${pilot}:3:8 error \`stage != 'won' || contract.end != null\` does not hold (no data: contract.end).`,
  ],
  [
    'a comparison that has no data',
    { [path]: one('deal', 'amount > 5') },
    `${pilot}:2:1 error \`amount > 5\` does not hold (no data: amount).`,
  ],
  [
    'lists beside the record',
    { [path]: one('customer', 'deals.all(d, d.amount != null) && contacts.size() > 1') },
    'customers/acme/customer.md:2:1 error `deals.all(d, d.amount != null) && contacts.size() > 1` does not hold.',
  ],
  [
    'what time breaks is a warning',
    { [path]: one('customer', 'no_activity < 10') },
    'customers/acme/customer.md:2:1 warning `no_activity < 10` does not hold.',
  ],
  ['touches are counted', { [path]: one('customer', 'no_activity == 18') }],
  ['a contact', { [path]: one('contact', "email.endsWith('@acme.com')") }],
  [
    'an activity, as grave as it says',
    { [path]: one('activity', 'sentiment != null', ', severity: warning') },
    'customers/acme/activities/2026-11-02-1000-call-pricing-k3f9.md:2:1 warning `sentiment != null` does not hold (no data: sentiment).',
  ],
  [
    "a team's own field",
    {
      [path]: one('deal', "tier == 'A'"),
      'workspace-setup/fields.yaml': 'deal: { tier: { type: choice, values: [A, B] } }\n',
      ...deal('tier: A'),
    },
  ],
  ['a key that only records have', { [path]: one('deal', "ours == 'x'"), ...deal('ours: x') }],
  [
    'names that are none, in either condition',
    { [path]: 'assertions:\n  - name: a\n    about: deal\n    where: amont > 5\n    require: "stag == 1"\n' },
    `${path}:4:12 error There is no "amont" in a deal. (one of amount, after, me, name, text, before, deal, deals)`,
    `${path}:5:15 error There is no "stag" in a deal. (one of stage, tags, deal, after, deals, me, name, tasks)`,
  ],
  [
    'a condition that is none',
    { [path]: one('deal', '1 + 1') },
    `${path}:2:41 error A condition comes out true or false; this gives a number.`,
  ],
])('%s', async (_, files, ...said) => {
  expect(await saidOf(files, { own: true })).toEqual(said)
})

test('checks.yaml speaks of one assertion, or of all', async () => {
  const files = { [path]: buyer, ...deal('amount: 60000') }
  const checks = (text: string) => ({ ...files, 'workspace-setup/processes/checks.yaml': `next-step-missing: off\n${text}\n` })
  expect(await saidOf(checks('assertion/has-economic-buyer: warning'), { own: true })).toEqual([
    expect.stringContaining(' warning Every'),
  ])
  expect(await saidOf(checks('assertion: off'))).toEqual([])
  expect(await saidOf(checks('assertion: off\nassertion/has-economic-buyer: warning'), { own: true })).toHaveLength(1)
  expect(await saidOf(checks('assertion/has-buyer: off'), { own: true })).toEqual([
    expect.stringContaining(' error Every'),
    expect.stringContaining('No problem has the code "assertion/has-buyer". (assertion/has-economic-buyer'),
  ])
})

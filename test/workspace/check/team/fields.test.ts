import { expect, test } from 'vitest'
import { saidOf } from '../checked.ts'

const path = 'workspace-setup/fields.yaml'

test.each<[what: string, text: string, ...expected: RegExp[]]>([
  ['a stage of deals', 'deal: { po: { required: from stage discovery } }'],
  ['a stage of customers', 'customer: { po: { required: from stage onboarding } }'],
  [
    'a stage there is not',
    'deal: { po: { required: from stage discovry } }',
    /1:25 .*no workflow of deals has a stage "discovry".*one of from stage discovery/,
  ],
  [
    'a stage of another kind',
    'customer: { po: { required: from stage discovery } }',
    /1:29 .*no workflow of customers has a stage/,
  ],
  ['a stage where none is', 'contact: { po: { required: from stage lead } }', /1:28 .*no contact has a stage.*always or never/],
  ['a field beside the kinds', 'tier: [A, B]\nnote: ours\n', /1:7 .*tier: own fields stand below the kind/],
  ['a kind that takes none', 'person: { tier: [A, B] }', /1:9 .*person: own fields stand below the kind/],
  ['a mistyped kind, once', 'deals: { tier: [A, B] }', /did you mean deal/],
])('%s', async (_, text, ...expected) => {
  const found = (await saidOf({ [path]: text })).filter((line) => line.includes(path))
  expect(found).toEqual(expected.map((one) => expect.stringMatching(one) as string))
})

test('nothing is said of stages where a workflow cannot be read', async () => {
  const found = await saidOf({ [path]: 'deal: { po: { required: from stage x } }', 'customers/workflows/b.yaml': 'about: [' })
  expect(found.filter((line) => line.includes(path))).toEqual([])
})

import { expect, test } from 'vitest'
import { workspace } from '../../../helpers/workspace.ts'
import { checkAt, codesOf, saidOf, sound } from '../checked.ts'

const pilot = 'customers/acme/deals/pilot.md'
const late = { [pilot]: '---\nname: Pilot\nnext_step: Call\nclose_date: 2026-11-19\n---\n' }
const checks = (text: string) => ({ 'workspace-setup/processes/checks.yaml': text })

test.each([
  ['close-date-past: error\n', ['error']],
  ['close-date-past: off\n', []],
  ['# nothing\n', ['warning']],
  ['secret: off\n', ['warning']],
  ['close-date-past: "no"\n', ['warning', 'error']],
])('with %j', async (text, severities) => {
  const { problems } = await checkAt(workspace({ ...sound, ...late, ...checks(text) }))
  expect(problems.map(({ severity }) => severity)).toEqual(severities)
})

test('what a team says holds for a part of the tree as well', async () => {
  const root = workspace({ ...sound, ...late, ...checks('close-date-past: error\n') })
  expect((await checkAt(root, 'acme')).problems).toMatchObject([{ code: 'close-date-past', severity: 'error' }])
})

test('a code that is none is named with its nearest', async () =>
  expect(await saidOf(checks('next-step-missing: off\nnext-step-gone: off\n'))).toEqual([
    expect.stringMatching(
      /checks\.yaml:2:17 error No problem has the code "next-step-gone"\. \(one of next-step-(?:past|missing), /,
    ),
  ]))

test("a team's own field, required from a stage on, is checked with no code changed", async () => {
  const fields = {
    'workspace-setup/fields.yaml': 'deal:\n  tier: { type: choice, values: [A, B], required: from stage discovery }\n',
  }
  const deal = (text: string) => ({ ...fields, [pilot]: `---\nname: Pilot\nnext_step: Call\namount: 5\n${text}\n---\n` })
  expect(await codesOf(deal('stage: lead'))).toEqual([])
  expect(await codesOf(deal('stage: discovery\ntier: B'))).toEqual([])
  expect(await codesOf(deal('stage: discovery'))).toEqual([`stage-requirement ${pilot}:5:8`])
  expect(await codesOf(deal('stage: lead\ntier: C'))).toEqual([`value-choice ${pilot}:6:7`])
  expect(await codesOf(deal('stage: lead\ntiar: A'))).toEqual([`unknown-key-typo ${pilot}:6:7`])
})

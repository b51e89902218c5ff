import { expect, test } from 'vitest'
import { compileRules } from '../../../src/records/rules/compile-rules.ts'
import { readRecord } from '../../../src/records/schema/read-record.ts'
import { namesFor } from '../../../src/workspace/scope.ts'

const compile = (text: string, path = 'workspace-setup/triggers/rules.yaml') =>
  compileRules(readRecord('trigger', path, text), namesFor())
const wrongIn = (text: string) =>
  compile(text).problems.map(({ line, column, message, expected }) => `${line}:${column} ${message} (${expected})`)

test('the short form works as it stands', () => {
  const { rules, problems } = compile(
    'buying_signals:\n  keywords: [budget approved, looking for solution]\n  actions: [notify_ae, create_task, update_forecast]\nchurn_risk:\n  conditions: [health_score < 40, no_activity > 30]\n  actions: [alert_csm, escalate_to_manager]\n',
  )
  expect(problems).toEqual([])
  expect(rules).toMatchObject([
    {
      name: 'buying_signals',
      line: 1,
      about: 'activity',
      keywords: ['budget approved', 'looking for solution'],
      within: 7,
      cause: 'text',
      urgency: 'high',
    },
    {
      name: 'churn_risk',
      line: 4,
      about: 'customer',
      all: [{ text: 'health_score < 40' }, { text: 'no_activity > 30' }],
      any: [],
      cause: 'day',
    },
  ])
  expect(rules[0]!.actions.map((action) => action.do)).toEqual(['notify_ae', 'create_task', 'update_forecast'])
})

test('the long form, under triggers: too, with its lengths of time in days', () => {
  const { rules, problems } = compile(
    'triggers:\n  big_deal:\n    about: deal\n    on: [changed, {cron: "0 9 * * 1"}]\n    all: [amount > 1000]\n    any: [stage == "a", stage == "b"]\n    for: 2 days\n    again: 2 weeks\n    actions:\n      - create_task: {text: Call, due: 3 days}\n      - escalate_to_manager: {after: 12 hours}\n      - update_forecast: {forecast_category: commit}\n      - notify_ae:\n',
  )
  expect(problems).toEqual([])
  expect(rules).toMatchObject([
    {
      name: 'big_deal',
      line: 2,
      about: 'deal',
      holds: 2,
      again: 14,
      cause: 'values',
      actions: [
        { do: 'create_task', text: 'Call', dueDays: 3, afterDays: 0 },
        { do: 'escalate_to_manager', after: '12 hours', afterDays: 1 },
        { do: 'update_forecast', set: { forecast_category: 'commit' } },
        { do: 'notify_ae' },
      ],
    },
  ])
})

test('a personal rule knows whose it is', () => {
  expect(compile('mine:\n  keywords: [hello]\n', 'personal/ada/triggers/x.yaml').rules[0]).toMatchObject({ personal: 'ada' })
})

test.each<[why: string, text: string, said: string[]]>([
  [
    'an unknown field',
    'r:\n  about: deal\n  conditions:\n    - amount > 10\n    - "amuont > 10"\n',
    ['5:8 There is no "amuont" in a deal. (one of amount'],
  ],
  [
    'an unknown action',
    'r:\n  any: [amount > 1]\n  about: deal\n  actions: [notify_ae, notfy_ae]\n',
    ['4:24 There is no action "notfy_ae". (one of notify_ae, alert_csm'],
  ],
  [
    'an unknown option',
    'r:\n  keywords: [x]\n  actions:\n    - notify_ae: {text: Hi}\n',
    ['4:7 notify_ae takes no option "text". (one of after)'],
  ],
  [
    'an unknown category',
    'r:\n  keywords: [x]\n  actions: [{update_forecast: {forecast_category: comit}}]\n',
    ['3:13 There is no forecast category "comit". (one of commit'],
  ],
  [
    'a bad length of time',
    'r:\n  keywords: [x]\n  for: two days\n',
    ['3:8 r.for: "two days" is not a length of time. (a length of time such as 2 days or 3 hours)'],
  ],
  [
    'nothing to hold',
    'r:\n  actions: [notify_ae]\n',
    ['2:3 The rule r does not say when it holds. (conditions:, any: or keywords:)'],
  ],
  [
    'a mistyped key',
    'r:\n  keyword: [x]\n  keywords: [y]\n',
    ['2:12 keyword: did you mean keywords? (another name if it is your own)'],
  ],
  [
    'a name that is none',
    '"a b":\n  keywords: [x]\n',
    ['2:3 "a b" is no name for a rule. (letters, digits, _ and -, at most 60, such as churn_risk)'],
  ],
  [
    'now',
    'r:\n  any: [date < now]\n  about: activity\n',
    ['2:16 "now" is for --where; a rule counts whole days. (today or days_since(…))'],
  ],
  [
    'something that is no rule',
    'r: 3\n',
    ['1:4 r: 3 is not a set of keys and values. (keys and values such as conditions and actions)'],
  ],
])('%s is said with its place and what exists', (_, text, said) => {
  const found = wrongIn(text)
  expect(found).toHaveLength(said.length)
  for (const [n, one] of said.entries()) expect(found[n]).toContain(one)
})

test('what is wrong in one rule breaks that rule alone', () => {
  const { rules, broken } = compile(
    'one:\n  any: [nothing > 1]\ntwo:\n  any: [no_activity > 1]\nthree:\n  keywords: [x]\n  for: never\nfour:\n  keywords: [x]\n',
  )
  expect(rules.map(({ name }) => name)).toEqual(['two', 'four'])
  expect(broken.map(({ name, line }) => `${name} ${line}`)).toEqual(['one 1', 'three 5'])
})

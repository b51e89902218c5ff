import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayBroken, sayFired, sayRules, sayTest } from '../../../src/doors/say/triggers.ts'

const because = 'health_score is 31 (wanted < 40: recency 0); no_activity is 37 (wanted > 30)'
const risk = {
  rule: 'churn_risk',
  about: 'customer' as const,
  subject: 'customers/nordwind/customer.md',
  customer: 'nordwind',
  status: 'open' as const,
  since: '2026-11-20',
  urgency: 'high' as const,
  for: ['lena'],
  because,
  path: 'reporting/pulse/a.yaml',
  actions: [
    { do: 'alert_csm', for: 'lena', on: '2026-11-20' },
    { do: 'escalate_to_manager', for: 'max', after: '3 days' },
    {
      do: 'update_forecast',
      deal: 'customers/nordwind/deals/renewal.md',
      propose: { forecast_category: 'commit' },
      on: '2026-11-20',
    },
    { do: 'notify_ae', without: 'customers/nordwind/customer.md has no owner', on: '2026-11-20' },
  ],
}
const signal = {
  rule: 'buying',
  subject: 'customers/acme/activities/x.md',
  because: '"budget approved" was said on 2026-11-18',
  quote: 'It is approved.',
  source: 'customers/acme/activities/x.md:9',
}

test('what would fire with its reasons, what is known, and how much is quiet', () => {
  const quiet = [{ rule: 'churn_risk', subject: 'customers/acme/customer.md', because: 'health_score is 70 (wanted < 40)' }]
  const tested = { fired: [risk], known: [signal], quiet, problems: [] }
  const said = (verbose: boolean) => stripVTControlCharacters(sayTest(tested, { verbose }))
  expect(said(false)).toBe(`Would fire
churn_risk  nordwind
  health_score is 31 (wanted < 40: recency 0); no_activity is 37 (wanted > 30)
  → alert_csm lena
  → escalate_to_manager max after 3 days
  → update_forecast nordwind/renewal proposes forecast_category commit
  → notify_ae (not done: customers/nordwind/customer.md has no owner)

Already true when the rule was first seen (--include-known fires them)
buying  acme/x
  "budget approved" was said on 2026-11-18
  “It is approved.”
  customers/acme/activities/x.md:9

Quiet for 1 subject; --verbose says why.`)
  expect(said(true)).toContain('Quiet\nchurn_risk  acme  health_score is 70 (wanted < 40)')
  expect(stripVTControlCharacters(sayTest({ fired: [], known: [], quiet: [], problems: [] }, { verbose: false }))).toBe(
    'Nothing would fire.',
  )
})

test('a digest says how many, and a run what it fired', () => {
  const digest = { ...risk, subjects: ['a', 'b'], actions: [] }
  const ran = { fired: [digest], due: [], path: '', commit: null }
  expect(stripVTControlCharacters(sayFired(ran))).toBe(`Fired\nchurn_risk  2 subjects\n  ${because}`)
  expect(sayFired({ ...ran, fired: [] })).toBe('')
})

test('the rules one by one; one that cannot be used says why', () => {
  const rule = {
    rule: 'churn_risk',
    about: 'customer',
    when: 'no_activity > 30',
    actions: ['alert_csm'],
    path: 'workspace-setup/triggers/a.yaml',
    line: 1,
    state: { open: 1, pending: 2, known: 3 },
  }
  const fresh = { ...rule, rule: 'new', state: { open: 0, pending: 0, known: null } }
  const broken = { ...rule, rule: 'bad', about: null, when: '', actions: [], broken: 'There is no action "fly".' }
  expect(stripVTControlCharacters(sayRules([rule, fresh, broken]))).toBe(
    `churn_risk, about a customer: 1 open, 2 waiting, 3 known
  when no_activity > 30
  does alert_csm
  workspace-setup/triggers/a.yaml:1

new, about a customer: never run
  when no_activity > 30
  does alert_csm
  workspace-setup/triggers/a.yaml:1

bad: broken
  cannot be used: There is no action "fly".
  workspace-setup/triggers/a.yaml:1`,
  )
  expect(sayRules([])).toContain('No rules yet')
})

test('what is wrong has its place and what would be right, and is not told without end', () => {
  const problem = {
    path: 'a.yaml',
    line: 2,
    column: 9,
    message: 'There is no "x" in a customer.',
    expected: 'one of y, z',
    severity: 'error' as const,
  }
  expect(sayBroken([problem])).toBe('Warning: a.yaml:2:9: There is no "x" in a customer. Expected one of y, z.')
  expect(sayBroken(Array.from({ length: 12 }, () => problem)).split('\n')).toHaveLength(11)
})

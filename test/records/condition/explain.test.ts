import { expect, test } from 'vitest'
import { explainCondition } from '../../../src/records/condition/explain.ts'

const scope = {
  today: '2026-11-20',
  health_score: 31,
  no_activity: 37,
  customer: { name: 'Acme', segment: 'smb' },
  deal: { amount: 5000, stage: 'lead', close_date: '2026-11-01', notice: 40 },
  deals: [{ amount: 1 }, { amount: 2 }],
}
const names = { deal: ['amount', 'stage', 'close_date', 'notice'], customer: ['name', 'segment'] }
const explain = (text: string) => explainCondition(text, { about: 'deal', names, clock: 'rule' }, scope)

test.each<[text: string, said: string]>([
  ['health_score < 40', 'health_score is 31 (wanted < 40)'],
  ['no_activity > 40', 'no_activity is 37 (wanted > 40)'],
  ['health_score < 40 || no_activity > 40', 'health_score is 31 (wanted < 40)'],
  ['health_score < 40 && no_activity > 30', 'health_score is 31 (wanted < 40); no_activity is 37 (wanted > 30)'],
  ['health_score < 10 && no_activity > 30', 'health_score is 31 (wanted < 10)'],
  ['(health_score < 10 || no_activity > 40) && amount > 1', 'health_score is 31 (wanted < 10); no_activity is 37 (wanted > 40)'],
  ['stage == "lead"', 'stage is lead'],
  ['stage == "won"', 'stage is lead (wanted == "won")'],
  ['customer.segment != null', 'customer.segment is smb'],
  ['days_since(close_date) > notice', 'days_since(close_date) is 19 (wanted > notice, which is 40)'],
  ['deals.exists(d, d.amount > 1)', 'deals.exists(d, d.amount > 1)'],
  ['!(amount > 1)', 'not so: !(amount > 1)'],
  ['!(amount > 9000)', '!(amount > 9000)'],
  ['(amount + notice) > 9000 && stage == "lead"', 'amount + notice is 5040 (wanted > 9000)'],
  ['size(deals) > 1', 'size(deals) is 2 (wanted > 1)'],
])('%s', (text, said) => {
  expect(explain(text)).toBe(said)
})

import { describe, expect, test } from 'vitest'
import { findDealRisks, weighDeal } from '../../../src/formulas/measures/deal-risks.ts'

const sound = {
  today: '2026-11-20',
  closeDate: '2026-12-18',
  nextStep: 'Send it',
  stepDue: '2026-11-24',
  touched: '2026-11-17',
  slips: [],
}
const slip = (from: string, to: string) => ({ from, to, day: '2026-11-03' })

describe('what puts a deal at risk', () => {
  test.each<[what: string, change: Partial<Parameters<typeof findDealRisks>[0]>, risks: string[]]>([
    ['nothing', {}, []],
    ['a close date of today', { closeDate: '2026-11-20' }, []],
    ['one of yesterday', { closeDate: '2026-11-19' }, ['close date passed 1 day ago']],
    ['none', { closeDate: undefined }, ['no close date']],
    ['no next step, whatever its day', { nextStep: undefined, stepDue: '2026-11-01' }, ['no next step']],
    ['a next step that is late', { stepDue: '2026-11-17' }, ['next step overdue for 3 days']],
    ['21 days of silence', { touched: '2026-10-30' }, []],
    ['22 days of it', { touched: '2026-10-29' }, ['nobody has been in touch for 22 days']],
    ['no touch ever', { touched: undefined }, []],
    [
      'the last of two slips',
      { slips: [slip('2026-09-30', '2026-10-31'), slip('2026-10-31', '2026-12-18')] },
      ['close date moved out from 2026-10-31 to 2026-12-18 on 2026-11-03'],
    ],
  ])('%s', (_, change, risks) => expect(findDealRisks({ ...sound, ...change }).map(({ text }) => text)).toEqual(risks))
})

test('a large deal and one at risk get more than a small sound one, and nothing more than all', () => {
  const risk = { kind: 'quiet', text: '' } as const
  const all = [
    weighDeal(0, []),
    weighDeal(0, [risk]),
    weighDeal(1, []),
    weighDeal(1, [risk]),
    weighDeal(1, [risk, risk, risk, risk]),
  ]
  expect([...all].sort((a, b) => a - b)).toEqual(all)
  expect(all.map((one) => Math.round(one * 100))).toEqual([0, 11, 67, 78, 100])
})

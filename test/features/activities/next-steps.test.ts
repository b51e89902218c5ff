import { expect, test } from 'vitest'
import { findNextSteps } from '../../../src/features/activities/next-steps.ts'

/** Saturday. */
const day = '2026-11-21'
const said = (text: string) => findNextSteps(text, day).map(({ step, date }) => (date ? `${step} | ${date}` : step))

test.each([
  ['Budget ok, legal next. Send MSA Fri', ['Send MSA | 2026-11-27']],
  ['send MSA fri.', ['Send MSA | 2026-11-27']],
  ['Send MSA by Friday', ['Send MSA | 2026-11-27']],
  ['Send MSA tomorrow', ['Send MSA | 2026-11-22']],
  ['Send MSA next Tuesday, then wait', ['Send MSA, then wait | 2026-11-24']],
  ['Send MSA in 2 weeks', ['Send MSA | 2026-12-05']],
  ['Send MSA on 27 Nov.', ['Send MSA | 2026-11-27']],
  ['Send MSA Nov. 27', ['Send MSA | 2026-11-27']],
  ['Send MSA by end of month', ['Send MSA | 2026-11-30']],
  ['Send MSA EOD', ['Send MSA | 2026-11-21']],
  ['Send MSA by Fri EOD', ['Send MSA | 2026-11-27']],
  ['Send MSA by end of week', ['Send MSA | 2026-11-27']],
  ['Send MSA by the 15th', ['Send MSA | 2026-12-15']],
  ['Send MSA (Fri)', ['Send MSA | 2026-11-27']],
  ['Send MSA', ['Send MSA']],
  ['Send MSA in Q3', ['Send MSA in Q3']],
  ['Send MSA mid December', ['Send MSA mid December']],
  ['Send MSA 12/1', ['Send MSA 12/1']],
  ['Send MSA 31 Nov', ['Send MSA 31 Nov']],
  ['Call legal Saturday', ['Call legal | 2026-11-28']],
  ['Call Jo Tuesday at 3pm', ['Call Jo at 3pm | 2026-11-24']],
  ['Follow up with Jo next week', ['Follow up with Jo | 2026-11-23']],
  ['Schedule demo for Tuesday so legal can start', ['Schedule demo so legal can start | 2026-11-24']],
  ['Send MSA Fri and call Jo Mon', ['Send MSA | 2026-11-27', 'Call Jo | 2026-11-23']],
  ['Review and sign the MSA Fri', ['Review and sign the MSA | 2026-11-27']],
  ['Next: legal review Mon', ['Legal review | 2026-11-23']],
  ['Next steps:\n- MSA to Jo Fri\n- pricing for Bo\n\nAll good', ['MSA to Jo | 2026-11-27', 'Pricing for Bo']],
  ['todo: ask Bo about SSO', ['Ask Bo about SSO']],
  ["I'll send the deck tomorrow", ['Send the deck | 2026-11-22']],
  ['We will follow up Monday', ['Follow up | 2026-11-23']],
  ['Need to book a room', ['Book a room']],
  ['Jo will send the redlines by Wed', ['Jo will send the redlines | 2026-11-25']],
  ['Please send the MSA by Friday', ['Send the MSA | 2026-11-27']],
  ['By Friday send the MSA', ['Send the MSA | 2026-11-27']],
  ['Tomorrow: call Jo', ['Call Jo | 2026-11-22']],
  ['Call Jo back', ['Call Jo back']],
  ['Good call; send recap Mon', ['Send recap | 2026-11-23']],
  ['Confirm the Friday meeting', ['Confirm the Friday meeting']],
  ['Send notes from Friday', ['Send notes from Friday']],
  ["Send Tuesday's notes", ["Send Tuesday's notes"]],
  ['Send Sun Microsystems the MSA', ['Send Sun Microsystems the MSA']],
  ['Call Jo after Friday', ['Call Jo after Friday']],
  ['Send MSA Mon or Tue', ['Send MSA Mon or Tue']],
])('%s', (text, steps) => {
  expect(said(text)).toEqual(steps)
})

test.each([
  'sent the MSA Friday',
  'Sent the MSA. Called Jo.',
  "Don't send the MSA Friday",
  'Do not send the MSA Friday',
  'We will not send the MSA Friday',
  "I won't call tomorrow",
  'No need to send the MSA Friday',
  'Send nothing before Friday',
  'Send MSA Friday?',
  'Can you send the MSA Friday?',
  'Call with Jo Friday went well',
  'Call went well',
  'Email from Jo',
  'Demo booked Fri',
  'Demo on Friday was great',
  'Set up the account yesterday',
  'Call Jo was planned last week',
  'Budget ok, legal next',
  'Legal takes two weeks',
  'Budget will be approved Friday',
  'They already send invoices monthly',
  '> Send MSA Fri',
  '- [ ] Send MSA due:2026-11-27',
  'Stage is negotiation, amount 24000',
  'Send',
  '',
])('nothing in: %s', (text) => {
  expect(said(text)).toEqual([])
})

test('a day is counted from the day of the activity', () => {
  expect(findNextSteps('Send MSA Fri', '2026-11-27')).toEqual([{ step: 'Send MSA', date: '2026-12-04' }])
  expect(findNextSteps('Send MSA by the 15th', '2026-12-15')).toEqual([{ step: 'Send MSA', date: '2027-01-15' }])
})

test('a text of any length is read quickly', () => {
  const started = performance.now()
  findNextSteps('Send the MSA to Jo and Bo, by the way of mail; '.repeat(4000), day)
  expect(performance.now() - started).toBeLessThan(5000)
})

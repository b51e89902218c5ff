import { expect, test } from 'vitest'
import { weighObjection } from '../../../../src/features/context/judge/weigh-objection.ts'

test.each([
  'It is too expensive for what it does.',
  'She does not believe four hours per case.',
  'So: same price for 39 pipelines is a no.',
  'The budget is not approved yet.',
  'He has no budget of his own.',
  'He does not like that alerts cannot go to a phone app.',
  'The board wants every contract cut by five percent.',
  'Das ist uns zu teuer.',
  'Der Einkauf hat Bedenken.',
  "C'est trop cher.",
  'Procurement is worried about lock-in.',
  'He asked for a discount.',
])('%s speaks against us', (text) => {
  expect(weighObjection(text)).toBeGreaterThanOrEqual(0.45)
})

test.each([
  'We met at ten and talked about the roll-out.',
  'Nobody doubts that it works.',
  'The delivery does not worry her.',
  'There were no objections.',
  'Keine Bedenken von ihrer Seite.',
  'No false alarm since the change.',
  '',
])('%s does not', (text) => {
  expect(weighObjection(text)).toBe(0)
})

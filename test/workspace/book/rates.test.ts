import { expect, test } from 'vitest'
import { readRates } from '../../../src/workspace/book/rates.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { gitEnv, workspace } from '../../helpers/workspace.ts'

const read = (text?: string) =>
  readRates(placeAt(workspace({ 'a.md': '', ...(text && { 'workspace-setup/rates.yaml': text }) }), gitEnv))

test('without the file there are no rates', () => expect(read()).toEqual({ rates: [], problems: [] }))

test('a rate of which something cannot be used is none: without its `to` it would be a rate to the workspace currency', () => {
  const { rates, problems } = read(
    'rates:\n  - { date: 2026-01-01, from: USD, to: gbp, rate: 0.8 }\n  - { date: 2026-01-01, from: USD, rate: -1 }\n  - { date: 2026-01-02, from: USD, rate: 0.9, source: 7 }\n',
  )
  expect(rates).toEqual([{ date: '2026-01-02', from: 'USD', rate: 0.9, source: '7' }])
  expect(problems.map(({ line }) => line)).toEqual([2, 3, 4])
})

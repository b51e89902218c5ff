import { expect, test } from 'vitest'
import { readQuotas } from '../../../src/workspace/book/read-quotas.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { gitEnv, workspace } from '../../helpers/workspace.ts'

test('the goals of the periods that have a file, without those of which something cannot be used', () => {
  const root = workspace({
    'workspace-setup/quotas/2026-Q4.yaml':
      'quotas:\n  - { person: ada, amount: 5, currency: eur }\n  - { person: ben, amount: 7 }\n  - { team: sales, amount: lots }\n',
    'workspace-setup/quotas/2025.yaml': 'quotas: []\n',
    'workspace-setup/quotas/2026-Q3.yaml': 'quotas: [\n',
  })
  const { periods, problems } = readQuotas(placeAt(root, gitEnv), ['2026', '2026-Q3', '2026-Q4'])
  expect(periods).toEqual([
    { period: '2026-Q3', quotas: [] },
    { period: '2026-Q4', quotas: [{ person: 'ben', measure: 'won', amount: 7 }] },
  ])
  expect(problems.map(({ path, line }) => `${path}:${line}`)).toEqual([
    expect.stringContaining('2026-Q3.yaml'),
    'workspace-setup/quotas/2026-Q4.yaml:2',
    'workspace-setup/quotas/2026-Q4.yaml:4',
  ])
})

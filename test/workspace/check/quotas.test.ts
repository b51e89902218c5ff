import { expect, test } from 'vitest'
import { saidOf } from './checked.ts'

const quotas = (name: string, goal: string) => ({
  'workspace-setup/people/ada.yaml': 'name: Ada Byron\nemails: [ada@ours.test]\naliases: [ab]\nteam: Sales\n',
  [`workspace-setup/quotas/${name}.yaml`]: `quotas:\n  - { ${goal}, amount: 5 }\n`,
})

test.each<[name: string, goal: string, said: string[]]>([
  ['2026-Q4', 'person: ada', []],
  ['2026', 'team: sales', []],
  ['2026', 'measure: won', []],
  ['2026', 'person: eve', ['2026.yaml:2:15 error quotas[0].person: there is no person "eve". (one of ada, ben)']],
  [
    '2026',
    'person: ab',
    ['2026.yaml:2:15 warning quotas[0].person: "ab" stands for ada; records name people by their slug. (ada)'],
  ],
  ['2026', 'team: salez', ['2026.yaml:2:13 warning quotas[0].team: nobody is in a team "salez". (one of Sales)']],
  [
    '2026-Q5',
    'team: sales',
    [
      '2026-Q5.yaml:2:3 warning "2026-Q5" is no fiscal period, so these goals are compared with nothing. (a name such as 2026-Q4.yaml or 2026.yaml)',
    ],
  ],
])('goals of %s with %s', async (name, goal, said) =>
  expect(await saidOf(quotas(name, goal))).toEqual(said.map((one) => `workspace-setup/quotas/${one}`)),
)

import { expect, test } from 'vitest'
import { moveSample } from '../../../src/features/setup/move-sample.ts'

const shipped = new Map(
  Object.entries({
    'workspace-setup/workspace.yaml':
      'name: Orbit\ntimezone: Europe/Berlin\npersonal: shared\n\n# The clock stands still.\n# Nothing is sent.\nnow: 2026-11-20\n',
    'workspace-setup/people/priya.yaml': 'name: Priya\ntimezone: America/New_York\n',
    'workspace-setup/quotas/2026-Q4.yaml': 'quotas:\n  - { person: priya, measure: won, amount: 2026 }\n',
    'sales-toolkit/playbooks/first-call.md': 'Ask for a day such as 2026-11-20.\n',
    'customers/README.md': 'A file such as 2026-11-02-1000-call-x-k3f9.md\n',
    'customers/kitano/customer.md': '---\nname: Kitano\ntimezone: Asia/Tokyo\n---\nSince 3 March 2026.\n',
    'customers/kitano/deals/line.md':
      '---\nowner: priya\nquantity: 2026\nclose_date: 2026-12-18\n---\nSee activities/2026-09-15-1100-call-x-m2kq.md\n',
    'customers/kitano/activities/2026-09-15-1100-call-x-m2kq.md':
      '---\ndate: 2026-09-15T11:00-04:00\nends: 2026-09-16T00:20+09:00\nby: priya\n---\nSigning on 21 December. He said 2026.\n',
  }),
)
const at = (day: string) =>
  moveSample(shipped, 'customers/kitano/deals/line.md:\n  close_date: [[2026-09-15, 2026-11-30]]\n', {
    now: new Date(`${day}T10:00:00Z`),
    zone: 'UTC',
  })

test('the sample plays around today, its files are renamed with it, and its clock is let go', () => {
  const { files, days, now, owners, changes } = at('2027-01-18')
  expect([days, now, owners]).toEqual([56, '2027-01-15', ['priya']])
  expect(files.get('workspace-setup/workspace.yaml')).toBe('name: Orbit\ntimezone: Europe/Berlin\npersonal: shared\n')
  expect(files.get('workspace-setup/quotas/2027-Q1.yaml')).toContain('amount: 2026')
  expect(files.get('customers/kitano/deals/line.md')).toBe(
    '---\nowner: priya\nquantity: 2026\nclose_date: 2027-02-12\n---\nSee activities/2026-11-10-1100-call-x-m2kq.md\n',
  )
  expect(changes).toBe('customers/kitano/deals/line.md:\n  close_date: [[2026-11-10, 2027-01-25]]\n')
})

test('an instant keeps its hour on the wall, and its offset is right there: of whoever wrote, or of the customer', () => {
  expect(at('2027-01-18').files.get('customers/kitano/activities/2026-11-10-1100-call-x-m2kq.md')).toBe(
    '---\ndate: 2026-11-10T11:00-05:00\nends: 2026-11-11T00:20+09:00\nby: priya\n---\nSigning on 15 February. He said 2026.\n',
  )
})

test('what serves any team stays byte for byte', () => {
  const { files } = at('2036-11-20')
  for (const path of ['sales-toolkit/playbooks/first-call.md', 'customers/README.md'])
    expect(files.get(path)).toBe(shipped.get(path))
})

test.for([
  ['2026-11-20', 0],
  ['2026-11-26', 0],
  ['2026-11-27', 7],
  ['2026-11-19', -7],
  ['2026-11-13', -7],
] as const)('on %s it moves by %i days', ([day, days]) => {
  const moved = at(day)
  expect(moved.days).toBe(days)
  const deal = 'customers/kitano/deals/line.md'
  if (days === 0) expect(moved.files.get(deal)).toBe(shipped.get(deal))
})

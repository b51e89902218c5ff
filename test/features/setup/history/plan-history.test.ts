import { describe, expect, test } from 'vitest'
import { planHistory } from '../../../../src/features/setup/history/plan-history.ts'
import { minuteIn } from '../../../../src/records/days/calendar.ts'

const text = (fields: Record<string, unknown>, body = '') =>
  `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}\n`)
    .join('')}---\n${body}`

const deal = text({
  name: 'Watch',
  owner: 'priya',
  stage: 'negotiation',
  opened: '2026-09-15',
  close_date: '2026-12-18',
  primary_contact: 'jo',
})
const activity = (date: string, by: string, more: Record<string, unknown> = {}) =>
  text({ type: 'call', date, subject: 'First talk', by, participants: ['jo'], ...more }, 'Talked.\n')

const files = new Map(
  Object.entries({
    'workspace-setup/workspace.yaml': 'name: Orbit\n',
    'workspace-setup/people/maya.yaml': 'name: Maya\nemails: [maya@orbit.test]\nrole: manager\n',
    'workspace-setup/people/priya.yaml':
      'name: Priya\nemails: [priya@orbit.test]\ntimezone: America/New_York\nworking_hours: { from: "09:00", to: "18:00" }\n',
    'workspace-setup/people/sam.yaml': 'name: Sam\nfrom: 2026-08-03\n',
    'workspace-setup/quotas/2026-Q4.yaml': 'quotas: []\n',
    'sales-toolkit/battlecards/rival.md': 'Rival.\n',
    'customers/old/customer.md': text({ name: 'Old', owner: 'priya' }),
    'customers/old/activities/2025-03-04-1000-call-x-aaaa.md': activity('2025-03-04T10:00-05:00', 'priya'),
    'customers/acme/customer.md': text({ name: 'Acme', owner: 'priya', stage: 'negotiation' }),
    'customers/acme/contacts/jo.md': text({ name: 'Jo Park' }),
    'customers/acme/contacts/dana.md': text({ name: 'Dana' }),
    'customers/acme/deals/watch.md': deal,
    'customers/acme/activities/2026-09-15-1100-call-x-bbbb.md': activity('2026-09-15T11:00-04:00', 'priya', { deal: 'watch' }),
    'customers/acme/activities/2026-10-10-1100-call-x-cccc.md': activity('2026-10-10T11:00-04:00', 'priya', {
      participants: ['dana'],
    }),
    'customers/acme/activities/2026-11-20-0650-chat-x-eeee.md': activity('2026-11-20T06:50-05:00', 'priya', {
      type: 'chat',
      subject: 'Before breakfast',
    }),
    'customers/acme/activities/2026-11-30-1100-meeting-x-dddd.md': activity('2026-11-30T11:00-05:00', 'priya', {
      type: 'meeting',
      status: 'planned',
    }),
    'reporting/personal/priya/2026-11-13-ae.md': 'A report.\n',
    'reporting/pulse/e1.yaml':
      'rule: quiet\nsubject: customers/acme/customer.md\nsince: 2026-11-18\nbecause: no_activity is 37\nfor: [priya]\n',
    'reporting/forecast/2026-Q4/priya/2026-11-02T15-00.yaml': 'commit: 0\n',
    'personal/priya/daily-plans/2026-11-19.md': 'Plan.\n',
  }),
)
const changes = `customers/acme/deals/watch.md:
  stage: [[2026-09-15, lead], [2026-10-06, discovery], [2026-11-02, negotiation, maya]]
  close_date: [[2026-09-15, 2026-11-30], [2026-11-02, 2026-12-18]]
  forecast_category: [[2026-09-15, pipeline], [2026-11-03, null]]
`
const given = { files, changes, today: '2026-11-20', now: new Date('2026-11-20T12:00:00Z'), zone: 'Europe/Berlin', seed: 's' }
const commits = planHistory(given)
const told = commits.map(({ author, subject }) => `${author.name}: ${subject}`)
const textsOf = (path: string) =>
  commits.flatMap((commit) => commit.files.filter((file) => file.path === path).map((file) => file.text))

describe('the history of the sample', () => {
  test('what is older than half a year, and what has no day, is the first commit, by whoever leads', () => {
    const [first] = commits
    expect(first!.author).toEqual({ name: 'Maya', email: 'maya@orbit.test' })
    expect(first!.at.toISOString().slice(0, 10)).toBe('2026-05-22')
    expect(first!.files.map(({ path }) => path)).toEqual([
      'customers/old/activities/2025-03-04-1000-call-x-aaaa.md',
      'customers/old/customer.md',
      'sales-toolkit/battlecards/rival.md',
      'workspace-setup/people/maya.yaml',
      'workspace-setup/people/priya.yaml',
      'workspace-setup/workspace.yaml',
    ])
  })

  test('the rest comes as it was done, each by whoever did it', () => {
    expect(told.slice(1)).toEqual([
      'Maya: Sam joins the team',
      'Priya: acme: new customer Acme',
      'Priya: acme: new contact Jo Park',
      'Priya: acme: new deal Watch',
      'Priya: acme: call, First talk',
      'Maya: Goals for 2026-Q4',
      'Priya: acme/watch: stage lead → discovery',
      'Priya: acme: new contact Dana',
      'Priya: acme: call, First talk',
      'Maya: acme/watch: stage discovery → negotiation, close_date 2026-11-30 → 2026-12-18',
      'Priya: Forecast of priya for 2026-Q4',
      'Priya: acme/watch: forecast_category removed (was pipeline)',
      'Priya: Report 2026-11-13-ae',
      'Priya: quiet: acme',
      'Priya: Daily plan of priya for 2026-11-19',
      'Priya: acme: meeting, First talk',
      'Priya: acme: chat, Before breakfast',
    ])
    expect(commits.find(({ subject }) => subject.startsWith('Forecast'))!.at.toISOString()).toBe('2026-11-02T20:00:00.000Z')
    const move = commits.find(({ subject }) => subject.includes('→ negotiation'))!
    expect([move.action, move.actor, move.because]).toEqual(['deal move', 'maya', 'asked by maya'])
    expect(commits.find(({ subject }) => subject.startsWith('quiet'))).toMatchObject({
      action: 'trigger run',
      because: 'no_activity is 37',
    })
  })

  test('a record reads at each time as it did then, and at last as it does today', () => {
    const [born, moved, ...later] = textsOf('customers/acme/deals/watch.md')
    expect(born).toContain('stage: lead\n')
    expect(born).toContain('close_date: 2026-11-30\n')
    expect(born).toContain('forecast_category: pipeline\n')
    expect(moved).toContain('stage: discovery\n')
    expect(later.at(-1)).toBe(deal)
    for (const [path, now] of files) expect(textsOf(path).at(-1), path).toBe(now)
  })

  test('people work in their hours, nothing is dated after the present, and no commit is empty', () => {
    expect(commits.every(({ at }) => at <= given.now)).toBe(true)
    expect(commits.every(({ at }, n) => n === 0 || at >= commits[n - 1]!.at)).toBe(true)
    expect(commits.every((commit) => commit.files.length > 0)).toBe(true)
    const late = commits.filter(({ subject }) => subject === 'acme: call, First talk')[1]!
    expect(minuteIn('America/New_York', late.at).slice(0, 13)).toBe('2026-10-12T09')
    expect(late.offset).toBe(-240)
  })

  test('the same seed tells the same, another one other minutes', () => {
    expect(planHistory(given)).toEqual(commits)
    const other = planHistory({ ...given, seed: 't' })
    expect(other.map(({ at }) => at)).not.toEqual(commits.map(({ at }) => at))
    expect(other.map(({ subject }) => subject).toSorted()).toEqual(commits.map(({ subject }) => subject).toSorted())
  })
})

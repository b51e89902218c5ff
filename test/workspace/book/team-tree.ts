import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gitEnv, workspace } from '../../helpers/workspace.ts'

const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const activity = (fields: string) => sheet(fields, '\nWhat was said.\n')

const shipped = (name: string) => readFileSync(new URL(`../../../reporting/templates/${name}.md`, import.meta.url), 'utf8')

/** A team of three with three customers, as it stands on Friday 2026-11-20. */
const teamFiles: Record<string, string> = {
  'reporting/templates/ae.md': shipped('ae'),
  'reporting/templates/pulse.md': shipped('pulse'),
  'workspace-setup/workspace.yaml': 'name: Ours\ncurrency: EUR\ntimezone: Europe/Berlin\nown_domains: [ours.example]\n',
  'workspace-setup/people/ada.yaml':
    'name: Ada Byron\nemails: [ada@example.test]\nrole: ae\nteam: sales\nmanager: max\ntimezone: America/New_York\n',
  'workspace-setup/people/cleo.yaml': 'name: Cleo Sand\nrole: csm\nmanager: max\n',
  'workspace-setup/people/max.yaml': 'name: Max Frisch\nrole: manager\nteam: sales\n',
  'workspace-setup/people/new.yaml': 'name: Nell New\nrole: ae\n',
  'workspace-setup/rates.yaml': 'rates:\n  - { date: 2026-01-01, from: USD, rate: 0.5 }\n',
  'workspace-setup/quotas/2026-Q4.yaml':
    'quotas:\n  - { person: ada, amount: 100000 }\n  - { person: ada, measure: meetings, amount: 4 }\n  - { team: sales, amount: 200000 }\n  - { person: cleo, amount: 5 }\n',
  'workspace-setup/quotas/2026-Q3.yaml': 'quotas:\n  - { person: ada, amount: 100 }\n',
  'customers/workflows/lead-to-close.yaml':
    'about: deal\nstages:\n  - { id: lead, probability: 0.1 }\n  - { id: offer, probability: 0.5 }\n  - { id: won, outcome: won, probability: 1 }\n  - { id: lost, outcome: lost, probability: 0 }\n',
  'customers/acme/customer.md': sheet(
    'name: Acme\ntype: customer\nowner: ada\ncsm: cleo',
    '\n- [ ] Send the MSA @ada due:2026-11-18 !high\n',
  ),
  'customers/acme/contacts/jo.md': sheet('name: Jo\nemail: jo@acme.com'),
  'customers/acme/deals/pilot.md': sheet(
    'name: Pilot\nowner: ada\nstage: lead\namount: 1000\ncurrency: USD\nopened: 2026-11-16\nclose_date: 2026-11-10\nnext_step: Call | Jo\nnext_step_date: 2026-11-19',
  ),
  'customers/acme/deals/first.md': sheet(
    'name: First\nowner: ada\nstage: won\namount: 95000\nclose_date: 2026-11-17\ncontract: { start: 2026-01-01, end: 2026-12-31, notice_days: 30 }',
  ),
  'customers/acme/deals/yen.md': sheet('name: Yen\nowner: ada\nstage: offer\namount: 7\ncurrency: JPY\nclose_date: 2027-01-10'),
  'customers/acme/activities/2026-11-18-1000-call-price-aaaa.md': activity(
    'type: call\ndate: 2026-11-18T10:00-05:00\nsubject: Price\nby: ada\nparticipants: [jo]\ndeal: pilot',
  ),
  'customers/acme/activities/2026-11-11-1000-meeting-start-aaab.md': activity(
    'type: meeting\ndate: 2026-11-11T10:00-05:00\nsubject: Start\nby: ada\nparticipants: [jo]',
  ),
  'customers/acme/activities/2026-11-20-1500-meeting-demo-aaac.md': activity(
    'type: meeting\ndate: 2026-11-20T15:00-05:00\nstatus: planned\nsubject: Demo\nby: ada\nparticipants: [jo]\ndeal: pilot',
  ),
  'customers/globex/customer.md': sheet('name: Globex\ntype: customer\nowner: ada'),
  'customers/globex/activities/2026-09-01-1000-email-hi-aaad.md': activity(
    'type: email\ndate: 2026-09-01T10:00-05:00\nsubject: Hi\nby: ada\nparticipants: [bo@globex.example]\ndirection: outbound',
  ),
  'customers/globex/deals/old.md': sheet(
    'name: Old\nowner: ada\nstage: lost\namount: 300\nclose_date: 2026-11-16\nlost_reason: price\ncompetitors: [Rival]',
  ),
  'customers/initech/customer.md': sheet('name: Initech\nowner: cleo'),
  'reporting/pulse/churn-risk-a1b2c3.yaml':
    'rule: churn_risk\nabout: customer\nsubject: customers/acme/customer.md\ncustomer: acme\nsince: 2026-11-19\nbecause: health_score is 31 (wanted < 40)\nurgency: high\nfor: [ada]\nactions:\n  - { do: alert_csm, for: cleo, on: 2026-11-19 }\n  - { do: escalate_to_manager, for: max, after: 3 days }\n',
  'reporting/pulse/buying-d4e5f6.yaml':
    'rule: buying_signal\nabout: activity\nsubject: customers/acme/activities/2026-11-18-1000-call-price-aaaa.md\ncustomer: acme\nstatus: acknowledged\nsince: 2026-11-18\nbecause: keywords\nquote: "Budget | approved"\nsource: customers/acme/activities/2026-11-18-1000-call-price-aaaa.md:8\nurgency: medium\nfor: [ada]\n',
  'reporting/pulse/gone-070809.yaml':
    'rule: stalled\nabout: customer\nsubject: customers/globex/customer.md\ncustomer: globex\nstatus: resolved\nsince: 2026-11-01\nresolved: 2026-11-17\nbecause: x\nfor: [cleo]\n',
  'reporting/pulse/soon-0a0b0c.yaml':
    'rule: soon\nabout: customer\nsubject: customers/globex/customer.md\nstatus: pending\nsince: 2026-11-20\nbecause: x\nfor: [ada]\n',
}

/** Changes a file and commits it as of an instant. */
export function commitAt(root: string, at: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const env = { ...gitEnv, GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at }
  execFileSync('git', ['add', '--all'], { cwd: root, env })
  execFileSync('git', ['commit', '--quiet', `--message=${at}`], { cwd: root, env })
}

/** The same tree with a history: begun on 12 November, a stage move, a slip and a new contact on the 17th and 18th. */
export function teamTree(over: Record<string, string> = {}): string {
  const root = workspace({}, { commit: false })
  const files = { ...teamFiles, ...over }
  const pilot = files['customers/acme/deals/pilot.md'] ?? ''
  const before = pilot.replace('stage: lead', 'stage: offer').replace('close_date: 2026-11-10', 'close_date: 2026-10-10')
  const { 'customers/acme/contacts/jo.md': jo = '', ...early } = files
  commitAt(root, '2026-11-12T09:00:00Z', { ...early, 'customers/acme/deals/pilot.md': before })
  commitAt(root, '2026-11-17T09:00:00Z', { 'customers/acme/deals/pilot.md': before.replace('stage: offer', 'stage: lead') })
  commitAt(root, '2026-11-18T09:00:00Z', { 'customers/acme/deals/pilot.md': pilot, 'customers/acme/contacts/jo.md': jo })
  return root
}

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ask } from '../../src/actions/ask.ts'
import { perform } from '../../src/actions/perform.ts'
import triggerList from '../../src/actions/trigger-list.ts'
import triggerRun from '../../src/actions/trigger-run.ts'
import triggerTest from '../../src/actions/trigger-test.ts'
import { openSession } from '../../src/session/open.ts'
import { checkTree } from '../../src/workspace/check/check-tree.ts'
import { commits, leftovers, status, textOf } from '../helpers/act.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'

const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const call = (date: string, more = '') =>
  sheet(`type: call\ndate: ${date}\nsubject: Hello\nparticipants: [x@nordwind.test]${more}`, 'Fine.\n')
const mail = (date: string, body: string, more = 'direction: inbound') =>
  sheet(`type: email\ndate: ${date}\nsubject: "Re: Budget"\n${more}\nparticipants: [jo@acme.test]`, body)

const files = {
  'workspace-setup/workspace.yaml': 'name: Orbit\ntimezone: Europe/Berlin\nown_domains: [orbit.test]\n',
  'workspace-setup/people/ada.yaml': 'name: Ada Byron\nemails: [ada@example.test]\nmanager: max\n',
  'workspace-setup/people/lena.yaml': 'name: Lena Okafor\naliases: [lo]\nmanager: max\n',
  'workspace-setup/people/max.yaml': 'name: Max Boss\n',
  'customers/workflows/lead-to-close.yaml':
    'about: deal\nstages:\n  - { id: lead, forecast_category: pipeline }\n  - { id: late, forecast_category: commit }\n  - { id: won, outcome: won }\n',
  'customers/acme/customer.md': sheet('name: Acme\nowner: ada'),
  'customers/acme/activities/2026-11-17-1000-call-hi-aaad.md': call('2026-11-17T10:00+01:00'),
  'customers/acme/deals/pilot.md': sheet('name: Pilot\nstage: lead\namount: 5000\nowner: ada'),
  'customers/nordwind/customer.md': sheet('name: Nordwind\nowner: ada\ncsm: lo'),
  'customers/nordwind/activities/2026-10-14-1000-call-hello-aaab.md': call('2026-10-14T10:00+02:00'),
}
const churn = 'churn_risk:\n  conditions: [no_activity > 30]\n  actions: [alert_csm, {escalate_to_manager: {after: 3 days}}]\n'
const buying = 'buying_signals:\n  keywords: [budget approved]\n  actions: [notify_ae, create_task, update_forecast]\n'
const rules = (text: string, more: Record<string, string> = {}) =>
  workspace({ ...files, 'workspace-setup/triggers/rules.yaml': text, ...more })

const session = (root: string, day = '2026-11-20') =>
  openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: `${day}T10:00:00Z` } })
const run = (root: string, day?: string, input: object = {}) => perform(triggerRun, input, session(root, day))
const look = (root: string, day?: string, input: object = {}) => ask(triggerTest, input, session(root, day))
const put = (root: string, path: string, text: string) => {
  mkdirSync(join(root, dirname(path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const episodes = (root: string) =>
  readdirSync(join(root, 'reporting/pulse'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: `reporting/pulse/${name}`, ...parse(textOf(root, `reporting/pulse/${name}`)) }))
const knownPairs = (root: string, rule: string) =>
  readdirSync(join(root, `reporting/pulse/known/${rule}`)).flatMap(
    (name) => parse(textOf(root, `reporting/pulse/known/${rule}/${name}`)).pairs as string[],
  )
const inbound = 'customers/acme/activities/2026-11-19-1000-email-budget-aaaa.md'

test('first sight is no news: what holds is known, told in one line, and does not fire until it has ended', async () => {
  const root = rules(churn)
  expect(await look(root)).toMatchObject({
    fired: [],
    known: [{ rule: 'churn_risk', subject: 'customers/nordwind/customer.md', because: 'no_activity is 37 (wanted > 30)' }],
    quiet: [{ subject: 'customers/acme/customer.md' }],
  })
  expect(status(root)).toBe('')
  const first = await run(root)
  expect(first).toMatchObject({ fired: [], firstSeen: [{ rule: 'churn_risk', count: 1 }] })
  expect(first.said).toContain('churn_risk: 1 already true')
  expect(knownPairs(root, 'churn_risk')).toEqual(['customers/nordwind/customer.md'])
  expect(await run(root)).toMatchObject({ unchanged: true, said: 'nothing new', commit: null })

  put(root, 'customers/nordwind/activities/2026-11-20-0900-call-hi-aaac.md', call('2026-11-20T09:00+01:00'))
  await run(root)
  expect(knownPairs(root, 'churn_risk')).toEqual([])
  expect(episodes(root)).toEqual([])
  const { fired } = await run(root, '2026-12-25')
  expect(fired).toMatchObject([
    { rule: 'churn_risk', subject: 'customers/acme/customer.md', since: '2026-12-18' },
    { rule: 'churn_risk', subject: 'customers/nordwind/customer.md', since: '2026-12-21' },
  ])
})

test('what is known fires when it is asked for, as one commit; again at once nothing is new', async () => {
  const root = rules(buying + churn, {
    [inbound]: mail('2026-11-19T10:00+01:00', 'Hi,\n\nthe budget has been approved.\n\nJo\n'),
  })
  await run(root)
  const before = commits(root)
  const { fired, path } = await run(root, undefined, { 'include-known': true })
  expect(commits(root)).toBe(before + 1)
  expect(status(root)).toBe('')
  expect(leftovers(root)).toEqual([])
  expect(fired.map(({ rule }) => rule)).toEqual(['buying_signals', 'churn_risk'])
  expect(path).toBe(fired[0]!.path)
  expect(await run(root, undefined, { 'include-known': true })).toMatchObject({ unchanged: true })

  const [signal, risk] = episodes(root)
  expect(signal).toMatchObject({
    rule: 'buying_signals',
    about: 'activity',
    subject: inbound,
    customer: 'acme',
    status: 'open',
    since: '2026-11-19',
    quote: 'the budget has been approved.',
    source: `${inbound}:10`,
    urgency: 'high',
    for: ['ada'],
    actions: [
      { do: 'notify_ae', for: 'ada', on: '2026-11-20' },
      { do: 'create_task', for: 'ada', on: '2026-11-20' },
      {
        do: 'update_forecast',
        deal: 'customers/acme/deals/pilot.md',
        propose: { forecast_category: 'best-case' },
        on: '2026-11-20',
      },
    ],
  })
  expect(textOf(root, inbound).split('\n')[9]).toBe('the budget has been approved.')
  expect(textOf(root, signal!.actions[1].path)).toBe(
    '- [ ] Act on buying signals at Acme: "the budget has been approved." @ada due:2026-11-23 !high\n',
  )
  expect(textOf(root, 'customers/acme/deals/pilot.md')).toBe(files['customers/acme/deals/pilot.md'])
  expect(risk).toMatchObject({
    since: '2026-11-14',
    because: 'no_activity is 37 (wanted > 30)',
    for: ['lena'],
    actions: [
      { do: 'alert_csm', for: 'lena', on: '2026-11-20' },
      { do: 'escalate_to_manager', for: 'max', after: '3 days' },
    ],
  })
  expect(git(root, 'log', '-1', '--format=%B')).toContain(
    'Dossier-Because: buying_signals: "budget approved" was said on 2026-11-19',
  )
})

test('the same tree looked at on two days names the episode of a time rule alike', async () => {
  const name = async (day: string) => {
    const root = rules(churn)
    return (await run(root, day, { 'include-known': true })).fired.map(({ path, since }) => [path, since])
  }
  expect(await name('2026-11-20')).toEqual(await name('2026-11-26'))
})

test('what waits is done once it is due, while nobody looks after it; an acknowledged episode is left alone', async () => {
  const root = rules(churn)
  await run(root, undefined, { 'include-known': true })
  expect(await run(root, '2026-11-22')).toMatchObject({ unchanged: true })
  const { due } = await run(root, '2026-11-23')
  expect(due).toMatchObject([{ actions: [{ do: 'escalate_to_manager', for: 'max', on: '2026-11-23' }] }])
  expect(episodes(root)[0]).toMatchObject({
    for: ['lena', 'max'],
    actions: [{}, { do: 'escalate_to_manager', on: '2026-11-23' }],
  })
  expect(await run(root, '2026-11-24')).toMatchObject({ unchanged: true })

  const other = rules(churn)
  await run(other, undefined, { 'include-known': true })
  const { path } = episodes(other)[0]!
  put(other, path, `${textOf(other, path).replace('status: open', 'status: acknowledged')}note: on it\n`)
  expect(await run(other, '2026-11-25')).toMatchObject({ unchanged: true })
  put(other, 'customers/nordwind/activities/2026-11-25-0900-call-hi-aaac.md', call('2026-11-25T09:00+01:00'))
  expect(await run(other, '2026-11-25')).toMatchObject({ ended: [{ rule: 'churn_risk' }] })
  expect(episodes(other)[0]).toMatchObject({ status: 'resolved', resolved: '2026-11-25', note: 'on it' })
})

test('an episode ends when its condition stops holding; then `again` must pass before the next', async () => {
  const root = rules('big:\n  about: deal\n  conditions: [amount > 4000]\n  again: 10 days\n  actions: [notify_ae]\n')
  const deal = 'customers/acme/deals/pilot.md'
  const set = (amount: number) => put(root, deal, textOf(root, deal).replace(/amount: \d+/, `amount: ${amount}`))
  await run(root, '2026-11-01', { 'include-known': true })
  const [{ path }] = episodes(root) as [{ path: string }]
  set(100)
  expect(await run(root, '2026-11-02')).toMatchObject({ ended: [{ subject: deal }] })
  set(5000)
  expect(await run(root, '2026-11-05')).toMatchObject({ unchanged: true })
  expect((await look(root, '2026-11-05')).quiet[0]!.because).toContain('silent for 10 days since it ended on 2026-11-02')
  expect(await run(root, '2026-11-12')).toMatchObject({ fired: [{ path, since: '2026-11-12' }] })
  expect(episodes(root)).toMatchObject([{ path, status: 'open' }])
  expect(episodes(root)[0]).not.toHaveProperty('resolved')
})

test('what a person resolved does not come again while it holds; once it has stopped to hold, it may', async () => {
  const root = rules('big:\n  about: deal\n  conditions: [amount > 100]\n  actions: [notify_ae]\n')
  const deal = 'customers/acme/deals/pilot.md'
  const amount = (value: number) => put(root, deal, textOf(root, deal).replace(/^amount: .*$/m, `amount: ${value}`))
  const { fired } = await run(root, '2026-11-20', { 'include-known': true })
  const path = fired[0]!.path
  put(root, path, textOf(root, path).replace('status: open', 'status: resolved'))
  expect(await run(root, '2026-11-21')).toMatchObject({ unchanged: true, fired: [] })
  amount(6000)
  expect(await run(root, '2026-11-22')).toMatchObject({ unchanged: true, fired: [] })
  amount(50)
  expect(await run(root, '2026-11-23')).toMatchObject({ ended: [{ path }] })
  expect(textOf(root, path)).toMatch(/^status: resolved[\s\S]*^resolved: 2026-11-23$/m)
  amount(6000)
  expect((await run(root, '2026-11-24')).fired).toHaveLength(1)
})

test('a value must hold for as long as the rule wants, counted from the first look that saw it', async () => {
  const root = rules('big:\n  about: deal\n  conditions: [amount > 9000]\n  for: 2 days\n  actions: [notify_ae]\n')
  const deal = 'customers/acme/deals/pilot.md'
  const set = (amount: number) => put(root, deal, textOf(root, deal).replace(/amount: \d+/, `amount: ${amount}`))
  await run(root, '2026-11-01')
  set(10000)
  expect(await run(root, '2026-11-02')).toMatchObject({ fired: [], waiting: [{ status: 'pending' }] })
  expect(await run(root, '2026-11-03')).toMatchObject({ unchanged: true })
  set(20000)
  const { fired } = await run(root, '2026-11-04')
  expect(fired).toMatchObject([{ since: '2026-11-02', opened: '2026-11-04' }])
  expect(episodes(root)).toMatchObject([{ status: 'open' }])

  set(1)
  await run(root, '2026-11-05')
  set(30000)
  await run(root, '2026-11-06')
  set(1)
  await run(root, '2026-11-07')
  expect(episodes(root).map((one) => one.status)).toEqual(['resolved'])
})

test('more than 20 at once are one digest, whose subjects leave it one by one', async () => {
  const many = (n: number) =>
    Object.fromEntries(
      Array.from({ length: n }, (_, i) => [`customers/c${i}/customer.md`, sheet(`name: C${i}\nowner: ada\nsegment: x`)]),
    )
  const rule = 'seg:\n  conditions: [segment == "x"]\n  actions: [notify_ae, create_task]\n'
  const twenty = rules(rule, many(20))
  expect((await run(twenty, undefined, { 'include-known': true })).fired).toHaveLength(20)
  const root = rules(rule, many(21))
  const { fired } = await run(root, undefined, { 'include-known': true })
  expect(fired).toHaveLength(1)
  expect(fired[0]!.subjects).toHaveLength(21)
  expect(fired[0]!.actions).toMatchObject([
    { do: 'notify_ae', for: 'ada' },
    { do: 'create_task', without: '21 at once: left to whom it concerns' },
  ])
  expect(existsSync(join(root, 'customers/c1/tasks'))).toBe(false)
  expect(await run(root, undefined, { 'include-known': true })).toMatchObject({ unchanged: true })
  rmSync(join(root, 'customers/c1'), { recursive: true })
  await run(root)
  expect(episodes(root)[0].subjects).toHaveLength(20)
  for (let n = 0; n < 21; n++) rmSync(join(root, `customers/c${n}`), { recursive: true, force: true })
  await run(root)
  expect(episodes(root)[0]).toMatchObject({ status: 'resolved' })
})

test.each<[why: string, date: string, body: string, more: string, fires: boolean]>([
  ['said this week', '2026-11-19T10:00+01:00', 'The budget is approved.\n', 'direction: inbound', true],
  ['older than a week', '2026-11-12T10:00+01:00', 'The budget is approved.\n', 'direction: inbound', false],
  ['just a week ago', '2026-11-13', 'The budget is approved.\n', 'direction: inbound', true],
  ['not yet', '2026-11-21T10:00+01:00', 'The budget is approved.\n', 'direction: inbound', false],
  ['cancelled', '2026-11-19T10:00+01:00', 'The budget is approved.\n', 'direction: inbound\nstatus: cancelled', false],
  ['our own mail', '2026-11-19T10:00+01:00', 'The budget is approved.\n', 'direction: outbound', false],
  ['a mail among ourselves', '2026-11-19T10:00+01:00', 'The budget is approved.\n', 'direction: internal', false],
  ['quoted', '2026-11-19T10:00+01:00', 'Fine.\n\n> The budget is approved.\n', 'direction: inbound', false],
  ['denied', '2026-11-19T10:00+01:00', 'No budget approved yet.\n', 'direction: inbound', false],
  ['our line in a transcript', '2026-11-19T10:00+01:00', 'Lena: The budget is approved.\nJo: Hm.\n', 'direction: inbound', false],
])('keywords: %s', async (_, date, body, more, fires) => {
  const day = date.slice(0, 10)
  const root = rules(buying, { [`customers/acme/activities/${day}-1000-email-budget-aaaa.md`]: mail(date, body, more) })
  const { known } = await look(root)
  expect(known.length > 0).toBe(fires)
})

test('an answer may be about a call as we noted it, about its subject, or about a customer as a whole', async () => {
  const note = (subject: string, body: string) =>
    sheet(`type: call\ndate: 2026-11-19T10:00+01:00\nsubject: ${subject}\ndirection: outbound\nby: ada`, body)
  const root = rules(`${buying}whole:\n  about: customer\n  keywords: [budget approved]\n`, {
    'customers/acme/activities/2026-11-19-1000-call-a-aaaa.md': note('Call with Jo', 'Jo says the budget was approved.\n'),
    'customers/nordwind/activities/2026-11-19-1000-call-b-aaaa.md': note('Budget approved', 'More next week.\n'),
  })
  expect((await look(root)).known).toMatchObject([
    { rule: 'buying_signals', customer: 'acme', quote: 'Jo says the budget was approved.' },
    { rule: 'buying_signals', customer: 'nordwind', source: 'customers/nordwind/activities/2026-11-19-1000-call-b-aaaa.md:4' },
    { rule: 'whole', subject: 'customers/acme/customer.md' },
    { rule: 'whole', subject: 'customers/nordwind/customer.md' },
  ])
})

test('a name that the customer has as well is not taken for ours', async () => {
  const root = rules(buying, {
    [inbound]: mail('2026-11-19T10:00+01:00', 'Lena: The budget is approved.\n'),
    'customers/acme/contacts/lena.md': sheet('name: Lena Voss'),
  })
  expect((await look(root)).known).toHaveLength(1)
})

test('people: who is away is covered, who has left hands over, and where there is nobody the episode says so', async () => {
  const rule =
    'r:\n  about: deal\n  conditions: [amount > 1]\n  actions: [notify_ae, alert_csm, escalate_to_manager, create_task]\n'
  const root = rules(rule, {
    'workspace-setup/people/ada.yaml': 'name: Ada\nabsent:\n  - { from: 2026-11-18, to: 2026-11-20, cover: lo }\nmanager: max\n',
    'customers/acme/customer.md': sheet('name: Acme\ncsm: gone'),
    'workspace-setup/people/gone.yaml': 'name: Gone\nto: 2026-01-31\nmanager: max\n',
    'customers/_unassigned/deals/stray.md': sheet('name: Stray\nstage: lead\namount: 5'),
  })
  const { fired } = await run(root, undefined, { 'include-known': true })
  expect(fired).toMatchObject([
    {
      subject: 'customers/_unassigned/deals/stray.md',
      for: [],
      actions: [
        { do: 'notify_ae', without: 'a record of no customer has no owner' },
        { do: 'alert_csm', without: 'a record of no customer has neither csm nor owner' },
        { do: 'escalate_to_manager', without: 'a record of no customer has no owner, so there is no manager' },
        { do: 'create_task', path: expect.stringContaining('customers/_unassigned/tasks/') },
      ],
    },
    { actions: [{ for: 'lena' }, { for: 'max' }, { for: 'max' }, { for: 'lena' }] },
  ])
  expect(fired[0]).not.toHaveProperty('customer')
  const later = await look(root, '2026-11-21', { 'include-known': true })
  expect(later.fired).toEqual([])
})

test('a forecast is set where a value is given, proposed where it is plain which deal, and otherwise left with a reason', async () => {
  const rule = (options: string) => `r:\n  conditions: [name != null]\n  actions: [${options}]\n`
  const deal = 'customers/acme/deals/pilot.md'
  const root = rules(rule('{update_forecast: {forecast_category: commit}}'))
  const { fired } = await run(root, undefined, { 'include-known': true })
  expect(fired.map(({ actions }) => actions[0])).toMatchObject([
    { deal, set: { forecast_category: 'commit' } },
    { without: 'there is no open deal' },
  ])
  expect(textOf(root, deal)).toContain('forecast_category: commit')
  expect(status(root)).toBe('')

  const two = rules(rule('update_forecast'), {
    'customers/acme/deals/other.md': sheet('name: Other\nstage: lead'),
    'customers/nordwind/deals/big.md': sheet('name: Big\nstage: late'),
    'customers/nordwind/deals/old.md': sheet('name: Old\nstage: won'),
  })
  expect((await look(two, undefined, { 'include-known': true })).fired.map(({ actions }) => actions[0])).toMatchObject([
    { without: 'which of the open deals is not said: other, pilot' },
    { deal: 'customers/nordwind/deals/big.md', without: 'it is commit already' },
  ])
})

test('a broken rule hinders no other, and asked for by name it is one sentence with its place', async () => {
  const root = rules(`bad:\n  any: [helth_score < 40]\n${churn}`)
  const { known, problems } = await look(root)
  expect(known).toHaveLength(1)
  expect(problems).toMatchObject([
    { path: 'workspace-setup/triggers/rules.yaml', line: 2, column: 9, message: 'There is no "helth_score" in a customer.' },
  ])
  expect(problems[0]!.expected).toContain('health_score')
  const sentence = {
    exitCode: 2,
    line: 2,
    message: 'workspace-setup/triggers/rules.yaml:2:9: There is no "helth_score" in a customer.',
  }
  await expect(look(root, undefined, { rule: 'bad' })).rejects.toMatchObject(sentence)
  await expect(run(root, undefined, { rule: 'bad' })).rejects.toMatchObject(sentence)
  await expect(look(root, undefined, { rule: 'chrun_risk' })).rejects.toMatchObject({
    exitCode: 3,
    suggestions: ['did you mean churn_risk?'],
  })
})

test('a condition that goes wrong for one customer leaves the others alone, and its own episode as it was', async () => {
  const root = rules('r:\n  conditions: [segment > "a"]\n  actions: [notify_ae]\n', {
    'customers/acme/customer.md': sheet('name: Acme\nsegment: b'),
  })
  await run(root, undefined, { 'include-known': true })
  put(root, 'workspace-setup/triggers/rules.yaml', 'r:\n  conditions: [tags > "a"]\n  actions: [notify_ae]\n')
  put(root, 'customers/acme/customer.md', sheet('name: Acme\ntags: [x]'))
  const { quiet } = await look(root)
  expect(quiet.find(({ subject }) => subject.includes('acme'))!.because).toContain('a list cannot be compared with text')
  expect(quiet.find(({ subject }) => subject.includes('nordwind'))!.because).toBe('no data: tags')
  expect(await run(root)).toMatchObject({ ended: [] })
  put(root, 'customers/acme/customer.md', '---\nname: [broken\n---\n')
  expect(await run(root)).toMatchObject({ ended: [] })
})

test('health is null without data, holds nothing, and says so', async () => {
  const root = rules('r:\n  conditions: [health_score < 40]\n')
  rmSync(join(root, 'customers/nordwind/activities'), { recursive: true })
  expect((await look(root, undefined, { customer: 'nordwind' })).quiet).toMatchObject([
    { subject: 'customers/nordwind/customer.md', because: 'no data: health_score' },
  ])
})

test('no_activity is that of the deal, of the contact, and of the customer', async () => {
  const subject = (about: string) => `${about}_quiet:\n  about: ${about}\n  conditions: [no_activity >= 0]\n`
  const root = rules(['customer', 'deal', 'contact'].map(subject).join(''), {
    'customers/nordwind/contacts/eva.md': sheet('name: Eva\nemail: eva@nordwind.test'),
    'customers/nordwind/deals/a.md': sheet('name: A\nstage: lead'),
    'customers/nordwind/activities/2026-11-10-1000-call-a-aaac.md': call('2026-11-10T10:00+01:00', '\ndeal: a'),
    'customers/nordwind/activities/2026-11-15-1000-call-b-aaac.md': call('2026-11-15T10:00+01:00').replace(
      'x@nordwind.test',
      'eva',
    ),
  })
  const said = (await look(root, undefined, { customer: 'nordwind' })).known.map(({ rule, because }) => `${rule} ${because}`)
  expect(said).toEqual([
    'customer_quiet no_activity is 5 (wanted >= 0)',
    'deal_quiet no_activity is 10 (wanted >= 0)',
    'contact_quiet no_activity is 5 (wanted >= 0)',
  ])
})

test('what was put away and deals that are closed are left out, unless a rule names what only they have', async () => {
  const more = {
    'customers/acme/deals/won.md': sheet('name: Won\nstage: won\namount: 1\ncontract: { end: 2026-12-31 }'),
    'customers/acme/deals/shelved.md': sheet('name: Shelved\nstage: lead\namount: 1\narchived: 2026-01-01'),
    'customers/old/customer.md': sheet('name: Old\narchived: 2026-01-01'),
    'customers/old/deals/left.md': sheet('name: Left\nstage: lead\namount: 1'),
  }
  const subjects = async (conditions: string) => {
    const found = await look(rules(`r:\n  about: deal\n  conditions: [${conditions}]\n`, more))
    return found.known.map(({ subject }) => subject.replace(/^.*\/|\.md$/g, ''))
  }
  expect(await subjects('amount > 0')).toEqual(['pilot'])
  expect(await subjects('amount > 0, stage != null')).toEqual(['pilot', 'won'])
  expect(await subjects('contract.end != null')).toEqual(['won'])
  expect(await subjects('amount > 0, archived != null')).toEqual(['shelved'])
})

test('tasks: open ones are subjects, known by their words wherever their line moves', async () => {
  const root = rules('late:\n  about: task\n  conditions: [days_since(due) > 0]\n  actions: [notify_ae]\n', {
    'customers/acme/customer.md': sheet(
      'name: Acme\nowner: ada',
      '- [ ] Send the MSA @ada due:2026-11-01\n- [x] Old due:2026-10-01\n',
    ),
  })
  await run(root, undefined, { 'include-known': true })
  expect(episodes(root)).toMatchObject([
    { about: 'task', subject: 'customers/acme/customer.md#send-the-msa', since: '2026-11-02' },
  ])
  put(root, 'customers/acme/customer.md', sheet('name: Acme\nowner: ada', 'More.\n\n- [ ] Send the MSA @ada due:2026-11-01\n'))
  expect(await run(root)).toMatchObject({ unchanged: true })
  put(root, 'customers/acme/customer.md', sheet('name: Acme\nowner: ada', '- [x] Send the MSA @ada due:2026-11-01\n'))
  expect(await run(root)).toMatchObject({ ended: [{ rule: 'late' }] })
})

test('rules of one person are asked for that person alone, and kept apart from the team’s', async () => {
  const own = 'churn_risk:\n  about: deal\n  conditions: [owner == me]\n'
  const root = rules(churn, {
    'personal/ada/triggers/mine.yaml': own,
    'personal/lena/triggers/hers.yaml': 'hers:\n  keywords: [x]\n',
  })
  const { rules: listed } = await ask(triggerList, {}, session(root))
  expect(listed.map(({ rule, personal }) => `${personal ?? 'team'} ${rule}`)).toEqual(['team churn_risk', 'ada churn_risk'])
  await run(root, undefined, { 'include-known': true })
  expect(episodes(root)).toMatchObject([
    { personal: 'ada', subject: 'customers/acme/deals/pilot.md' },
    { subject: 'customers/nordwind/customer.md' },
  ])
  expect(readdirSync(join(root, 'reporting/pulse/known')).sort()).toEqual(['ada.churn_risk', 'churn_risk'])
  expect(await run(root)).toMatchObject({ unchanged: true })
  const nobody = openSession({ cwd: root, env: { ...gitEnv, DOSSIER_ME: 'max', DOSSIER_NOW: '2026-11-20T10:00:00Z' } })
  expect((await ask(triggerList, {}, nobody)).rules).toHaveLength(1)
  expect(await perform(triggerRun, {}, nobody)).toMatchObject({ unchanged: true })
})

test('the list says when a rule holds, what it does and what it has noticed; a rule that needs watch says so', async () => {
  const root = rules(`${churn}gone:\n  on: removed\n  conditions: [name != null]\nbad:\n  actions: [fly]\n`)
  expect((await ask(triggerList, {}, session(root))).rules).toMatchObject([
    {
      rule: 'churn_risk',
      about: 'customer',
      when: 'no_activity > 30',
      actions: ['alert_csm', 'escalate_to_manager after 3 days'],
      state: { open: 0, known: null },
    },
    { rule: 'gone', needsWatch: true },
    { rule: 'bad', broken: 'There is no action "fly".' },
  ])
  await run(root)
  expect((await ask(triggerList, {}, session(root))).rules[0]).toMatchObject({ state: { open: 0, pending: 0, known: 1 } })
})

test('a dry run shows the files and writes none', async () => {
  const root = rules(churn)
  const { preview } = await perform(triggerRun, { 'include-known': true }, session(root), { dryRun: true })
  expect(preview!.map(({ path }) => path)).toEqual([
    expect.stringMatching(/known\/churn_risk\//),
    expect.stringMatching(/pulse\/nordwind-churn-risk-\w{6}\.yaml$/),
  ])
  expect(status(root)).toBe('')
})

test('what rules write is no input of rules, and reads back as what it is', async () => {
  const root = rules(`${churn}${buying}`, {
    [inbound]: mail('2026-11-19T10:00+01:00', 'The budget is approved: due:2026-01-01 @max !low "yes"\n'),
  })
  await run(root, undefined, { 'include-known': true })
  const opened = session(root)
  const { problems } = await checkTree(opened.place(), {
    people: opened.people(),
    team: undefined,
    today: '2026-11-20',
    zone: 'UTC',
  })
  expect(problems.filter(({ path }) => /^reporting|\/tasks\/|triggers/.test(path))).toEqual([])
  const task = episodes(root)
    .flatMap(({ actions }) => actions)
    .find(({ path }) => path)!.path
  expect(readFileSync(join(root, task), 'utf8')).toMatch(/ @ada due:2026-11-23 !high\n$/)
  expect((await look(root, undefined, { 'include-known': true })).fired).toEqual([])
})

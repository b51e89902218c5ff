import { expect, test } from 'vitest'
import activityList from '../../src/actions/activity-list.ts'
import { ask } from '../../src/actions/ask.ts'
import contactList from '../../src/actions/contact-list.ts'
import customerList from '../../src/actions/customer-list.ts'
import dealList from '../../src/actions/deal-list.ts'
import list from '../../src/actions/list.ts'
import taskList from '../../src/actions/task-list.ts'
import { openSession } from '../../src/session/open.ts'
import { listQueryNames } from '../../src/workspace/query/query-names.ts'
import { gitEnv, workspace } from '../helpers/workspace.ts'

const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const call = (day: string, more = '') => sheet(`type: call\ndate: ${day}\nsubject: x\nparticipants: [jo]${more && `\n${more}`}`)
const tree = (more: Record<string, string> = {}) =>
  workspace({
    'workspace-setup/workspace.yaml': 'name: Orbit\ncurrency: EUR\ntimezone: UTC\n',
    'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
    'customers/acme/customer.md': sheet(
      'name: Acme\nsegment: smb\nemployees: 90\nowner: ada',
      '- [ ] Call Jo @ada due:2026-12-01 !low\n',
    ),
    'customers/globex/customer.md': sheet('name: Globex\nsegment: enterprise\nemployees: 1000\nhealth: 20'),
    'customers/initech/customer.md': sheet('name: Initech\nplant: Ohio\narchived: 2026-01-01'),
    'customers/umbrella/customer.md': sheet('name: Umbrella', 'The pilot went well.\n'),
    'customers/acme/contacts/jo.md': sheet('name: Jo\nrole: champion'),
    'customers/acme/deals/pilot.md': sheet(
      'name: Pilot\namount: 100\nowner: ada\nmeddpicc: { champion: { text: Jo, contact: jo } }',
      '- [x] Send the MSA !high\n',
    ),
    'customers/globex/deals/trial.md': sheet('name: Trial\namount: 20'),
    'customers/_unassigned/deals/stray.md': sheet('name: Stray\nowner: ada'),
    'customers/acme/activities/2026-11-01-0900-call-x-aaaa.md': call('2026-11-01', 'sentiment: -0.5'),
    'customers/globex/activities/2026-10-01-0900-call-x-bbbb.md': call('2026-10-01', 'sentiment: positive'),
    'personal/ada/notes.md': '- [ ] Tidy up due:2026-11-25 !high\n',
    ...more,
  })
const session = (root: string, me?: string) =>
  openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T13:00:00Z', ...(me && { DOSSIER_ME: me }) } })
const customers = async (input: object, more = {}) => {
  const answer = await ask(customerList, input, session(tree(more), 'ada'))
  return { ...answer, slugs: answer.rows.map(({ slug }) => slug) }
}

test.each<[where: string, slugs: string[], noData?: object]>([
  ['segment == "enterprise" && employees > 500', ['globex']],
  ['employees > 50', ['acme', 'globex'], { count: 1, names: ['employees'] }],
  ['deals.exists(d, d.amount > 50)', ['acme']],
  ['contacts.exists(c, c.role == "champion")', ['acme']],
  ['activities.size() > 0', ['acme', 'globex']],
  ['tasks.exists(t, !t.done && t.owner == me)', ['acme']],
  ['no_activity > 30', ['globex']],
  ['health_score == 20', ['globex']],
  ['text.contains("pilot")', ['umbrella']],
  ['owner == me', ['acme']],
  ['slug.startsWith("u") && path.contains("umbrella")', ['umbrella']],
  ['archived != null', ['initech']],
  ['plant == "Ohio"', []],
  ['today == "2026-11-20" && now > timestamp("2026-11-20T12:00:00Z")', ['acme', 'globex', 'umbrella']],
])('customers where %s', async (where, slugs, noData = { count: 0, names: [] }) => {
  const answer = await customers({ where })
  expect(answer.slugs).toEqual(slugs)
  if (!where.includes('health') && !where.includes('no_activity')) expect(answer.noData).toEqual(noData)
  expect(answer.unfit).toEqual({ count: 0, because: null })
})

test('sorted, cut and with asked fields; the count is of all that fit', async () => {
  const answer = await customers({ sort: '-employees', limit: '2', fields: 'slug,employees,health_score' })
  expect(answer).toMatchObject({ slugs: ['globex', 'acme'], total: 3 })
  expect(answer.picked).toEqual([
    { slug: 'globex', employees: 1000, health_score: 20 },
    { slug: 'acme', employees: 90, health_score: expect.any(Number) },
  ])
  expect((await customers({ sort: 'employees' })).slugs).toEqual(['acme', 'globex', 'umbrella'])
  expect(await customers({ archived: true })).toMatchObject({ slugs: ['initech'], total: 1 })
})

test('deals with fields of their customer, those of nobody included', async () => {
  const answer = await ask(
    dealList,
    { sort: 'customer.segment', fields: 'slug,customer,customer.segment,meddpicc.champion,meddpicc.champion.contact' },
    session(tree()),
  )
  expect(answer.picked).toEqual([
    {
      slug: 'trial',
      customer: 'globex',
      'customer.segment': 'enterprise',
      'meddpicc.champion': null,
      'meddpicc.champion.contact': null,
    },
    { slug: 'pilot', customer: 'acme', 'customer.segment': 'smb', 'meddpicc.champion': 'Jo', 'meddpicc.champion.contact': 'jo' },
    {
      slug: 'stray',
      customer: '_unassigned',
      'customer.segment': null,
      'meddpicc.champion': null,
      'meddpicc.champion.contact': null,
    },
  ])
  const { rows } = await ask(dealList, { where: 'customer == null' }, session(tree()))
  expect(rows.map(({ slug }) => slug)).toEqual(['stray'])
})

test('activities: all are looked through for a condition, and only as many as asked for are given', async () => {
  const { activities, total } = await ask(
    activityList,
    { where: 'sentiment > -1', sort: 'sentiment', limit: '1' },
    session(tree()),
  )
  expect(activities).toMatchObject([{ customer: 'acme' }])
  expect(total).toBe(2)
  expect((await ask(activityList, { limit: '1' }, session(tree()))).total).toBe(2)
  const happy = await ask(activityList, { where: 'sentiment > 0', limit: '1' }, session(tree()))
  expect(happy).toMatchObject({ activities: [{ customer: 'globex' }], total: 1 })
})

test('tasks: by their customer, their text and their priority; done ones when the condition asks', async () => {
  const stray = { 'customers/_unassigned/activities/2026-11-02-0900-call-x-cccc.md': call('2026-11-02') }
  const texts = async (input: object) => (await ask(taskList, input, session(tree(stray), 'ada'))).tasks.map(({ text }) => text)
  expect(await texts({ sort: 'priority' })).toEqual(['Tidy up', 'Call Jo'])
  expect(await texts({ where: 'customer.segment == "smb" && owner == me' })).toEqual(['Call Jo'])
  expect(await texts({ where: 'done' })).toEqual(['Send the MSA'])
  expect(await texts({ where: 'text.contains("tidy")' })).toEqual(['Tidy up'])
  expect(await texts({ where: 'no_activity >= 0' })).toEqual(['Call Jo'])
  expect(await texts({ where: 'customer == null' })).toEqual(['Tidy up'])
})

test('who asks must be known when the condition names them', async () => {
  const root = tree({ 'workspace-setup/people/ada.yaml': 'name: Ada\n' })
  await expect(ask(customerList, { where: 'owner == me' }, session(root))).rejects.toMatchObject({ exitCode: 2 })
  expect((await ask(customerList, { where: 'owner == "ada"' }, session(root))).total).toBe(1)
})

test.each([
  [{ where: 'employes > 1' }, '--where, at 1: There is no "employes" in a customer.'],
  [{ where: 'employees >' }, '--where, at 12:'],
  [{ where: '' }, 'The condition is empty.'],
  [{ where: 'type == "x"' }, '"type" alone could be any type'],
  [{ where: 'name > 3' }, '--where: text cannot be compared with a number.'],
  [{ sort: 'name,-employes' }, '--sort, at 7: There is no "employes" in a customer.'],
  [{ fields: 'nmae' }, '--fields, at 1: There is no "nmae" in a customer.'],
  [{ limit: '0' }, 'limit: 1 or more.'],
  [{ limit: 'all' }, 'limit: a whole number such as 20.'],
])('%j is refused', async (input, message) => {
  await expect(customers(input)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(message) })
})

test('a file that cannot be read hides no other, and is told once', async () => {
  const broken = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`customers/c${n}/customer.md`, sheet(`name: C${n}`)]))
  const answer = await customers(
    { where: 'deals.size() == 0 && name != ""' },
    { ...broken, 'customers/acme/deals/bad.md': sheet('name: [Bad') },
  )
  expect(answer.total).toBe(41)
  expect(answer.problems.map(({ path }) => path)).toEqual(['customers/acme/deals/bad.md'])
})

const queries = {
  'workspace-setup/queries/big.yaml': 'about: customer\ntitle: Big ones\nwhere: employees > 50\nsort: -employees\nlimit: 1\n',
  'workspace-setup/queries/mine.yaml': 'about: deal\nwhere: owner == me\nfields: [slug]\n',
  'workspace-setup/queries/bad.yaml': 'about: deal\nwhere: >-\n  amount > 1\n  && amuont > 2\n',
  'workspace-setup/queries/away.yaml': 'about: customer\narchived: true\n',
  'workspace-setup/queries/odd.yaml': 'about: customer\nwhere: plant == "Ohio" || plant == null\n',
  'workspace-setup/queries/never.yaml': 'about: customer\nwhere: name > 3\n',
  'workspace-setup/queries/sized.yaml':
    'about: customer\nparams: { least: 500, who: ada, owned: false }\nwhere: employees >= $least && (!$owned || owner == $who)\n',
  'workspace-setup/queries/todo.yaml': 'about: task\nsort: due\n',
  'workspace-setup/queries/calls.yaml': 'about: activity\nwhere: activity.type == "call"\nsort: date\n',
  'personal/ada/queries/mine.yaml': 'about: deal\nwhere: owner == me && amount > 50\n',
  'personal/bo/queries/other.yaml': 'about: deal\n',
}
const asked = async (input: object, more = {}) => {
  const answer = await ask(list, input, session(tree({ ...queries, ...more }), 'ada'))
  return 'rows' in answer
    ? { ...answer, names: (answer.rows as { slug?: string; text?: string }[]).map(({ slug, text }) => slug ?? text) }
    : answer
}

test('queries are listed with what is wrong in them; those of others are not', async () => {
  const answer = await asked({})
  expect(answer).toMatchObject({ problems: [{ path: 'workspace-setup/queries/bad.yaml', line: 4, column: 6 }] })
  const told = (answer as { queries: { name: string; about: string | null; path: string }[] }).queries
  expect(told.map(({ name, about }) => [name, about])).toEqual([
    ['away', 'customer'],
    ['bad', null],
    ['big', 'customer'],
    ['calls', 'activity'],
    ['mine', 'deal'],
    ['never', 'customer'],
    ['odd', 'customer'],
    ['sized', 'customer'],
    ['todo', 'task'],
  ])
  expect(told.find(({ name }) => name === 'mine')?.path).toBe('personal/ada/queries/mine.yaml')
})

test.each<[input: object, names: string[], total: number]>([
  [{ query: 'big' }, ['globex'], 2],
  [{ query: 'big', limit: '5' }, ['globex', 'acme'], 2],
  [{ query: 'big', limit: '5', sort: 'name' }, ['acme', 'globex'], 2],
  [{ query: 'big', where: 'segment == "smb"' }, ['acme'], 1],
  [{ query: 'sized' }, ['globex'], 1],
  [{ query: 'sized', values: ['least=10'] }, ['acme', 'globex'], 2],
  [{ query: 'sized', values: ['least=-1', 'owned=yes'] }, ['acme'], 1],
  [{ query: 'sized', values: ['least=1', 'owned=true', 'who=bo'] }, [], 0],
  [{ query: 'mine' }, ['pilot'], 1],
  [{ query: 'away' }, ['initech'], 1],
  [{ query: 'odd' }, ['acme', 'globex', 'umbrella'], 3],
  [{ query: 'todo' }, ['Tidy up', 'Call Jo'], 2],
  [{ query: 'calls' }, ['2026-10-01-0900-call-x-bbbb', '2026-11-01-0900-call-x-aaaa'], 2],
])('list %j', async (input, names, total) => {
  expect(await asked(input)).toMatchObject({ names, total })
})

test.each([
  [{ query: 'bad' }, 2, 'workspace-setup/queries/bad.yaml:4:6: There is no "amuont" in a deal.'],
  [{ query: 'bgi' }, 3, 'There is no query "bgi".'],
  [{ query: 'sized', values: ['laest=1'] }, 2, 'The query sized has no parameter "laest".'],
  [{ query: 'sized', values: ['least=many'] }, 2, 'least: "many" is not a number.'],
  [{ query: 'sized', values: ['owned=maybe'] }, 2, 'owned: "maybe" is not true or false.'],
  [{ query: 'sized', values: ['500'] }, 2, '"500" gives no parameter a value.'],
  [{ query: 'mine', values: ['x=1'] }, 2, 'The query mine has no parameter "x".'],
  [{ limit: '3' }, 2, 'Say which query these flags are for.'],
  [{ query: 'other' }, 3, 'There is no query "other".'],
  [{ query: '../people/ada' }, 3, 'There is no query'],
  [{ query: 'never' }, 2, 'workspace-setup/queries/never.yaml: text cannot be compared with a number.'],
  [{ query: 'big', sort: 'employes' }, 2, '--sort, at 1:'],
])('list %j is refused', async (input, exitCode, message) => {
  await expect(asked(input)).rejects.toMatchObject({ exitCode, message: expect.stringContaining(message) })
})

test('the names of queries, for completion', () => {
  const place = session(tree(queries)).place()
  expect(listQueryNames(place)).toEqual(['away', 'bad', 'big', 'calls', 'mine', 'never', 'odd', 'sized', 'todo'])
  expect(listQueryNames(place, 'bo')).toContain('other')
  expect(listQueryNames(session(tree()).place())).toEqual([])
})

test('contacts, by fields that only the team has', async () => {
  const root = tree({
    'workspace-setup/fields.yaml': 'contact:\n  tier: { type: choice, values: [A, B] }\n',
    'customers/globex/contacts/bo.md': sheet('name: Bo\ntier: A'),
  })
  const { rows } = await ask(contactList, { where: 'tier == "A"', sort: 'tier' }, session(root))
  expect(rows.map(({ slug }) => slug)).toEqual(['bo'])
})

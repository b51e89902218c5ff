import { expect, test } from 'vitest'
import { git, workspace } from '../../helpers/workspace.ts'
import { checkAt, saidOf, sound } from './checked.ts'

/** Puts files over the sound workspace and expects exactly these problems. */
const finds =
  (files: Record<string, string | Uint8Array>, ...problems: string[]) =>
  async () =>
    expect(await saidOf(files)).toEqual(problems)

const customer = (fields: string) => ({ 'customers/acme/customer.md': `---\nname: Acme\n${fields}\n---\n` })
const deal = (fields: string) => ({ 'customers/acme/deals/pilot.md': `---\nname: Pilot\n${fields}\n---\n` })
const pilot = 'customers/acme/deals/pilot.md'
const acme = 'customers/acme/customer.md'

test('a sound workspace has no problem, and every file of it is counted', async () => {
  const root = workspace(sound)
  expect(await checkAt(root)).toEqual({ files: Object.keys(sound).length, problems: [] })
  expect(git(root, 'status', '--porcelain')).toBe('')
})

test(
  'malformed YAML',
  finds(
    customer('owner: [ada'),
    `${acme}:4:1 error A bracket or quote above is left open, or this line does not begin where it should. (keys of one record under each other, and brackets closed)`,
  ),
)
test(
  'a field that is not what it should be',
  finds(deal('amount: lots'), `${pilot}:3:9 error amount: "lots" is not a number. (a number such as 24000)`),
)
test(
  'a merge that was not finished',
  finds(
    { [acme]: '---\nname: Acme\n<<<<<<< HEAD\nowner: ada\n=======\nowner: ben\n>>>>>>> theirs\n---\n' },
    `${acme}:3:1 error Both sides of a merge stand here: "HEAD" and "theirs". (the lines that hold, without the lines <<<<<<<, ======= and >>>>>>>)`,
  ),
)
test(
  'bytes that are no text',
  finds(
    { 'customers/acme/contacts/logo.md': new Uint8Array([137, 80, 78, 71, 0]) },
    'customers/acme/contacts/logo.md:1:1 error This is not text. (a Markdown or YAML file in UTF-8; attachments belong in documents/)',
  ),
)

test('an owner who is nobody', finds(customer('owner: adda'), `${acme}:3:8 error owner: there is no person "adda". (ada)`))
test(
  'a csm named by e-mail',
  finds(
    customer('csm: ada@ours.test'),
    `${acme}:3:6 warning csm: "ada@ours.test" stands for ada; records name people by their slug. (ada)`,
  ),
)
test(
  'an owner named by alias',
  finds(deal('owner: AB'), `${pilot}:3:8 warning owner: "AB" stands for ada; records name people by their slug. (ada)`),
)
test(
  'a manager who is nobody',
  finds(
    { 'workspace-setup/people/ben.yaml': 'name: Ben\nmanager: zoe\n' },
    'workspace-setup/people/ben.yaml:2:10 error manager: there is no person "zoe". (one of ada, ben)',
  ),
)
test(
  'a person whose file is broken is a person',
  finds(
    { 'workspace-setup/people/ada.yaml': 'name: [', 'workspace-setup/people/ben.yaml': 'name: Ben\n' },
    'workspace-setup/people/ada.yaml:1:8 error A bracket or quote above is left open, or this line does not begin where it should. (keys of one record under each other, and brackets closed)',
  ),
)

test(
  'a contact who is not there',
  finds(deal('primary_contact: jo-prak'), `${pilot}:3:18 error primary_contact: acme has no contact "jo-prak". (jo-park)`),
)
test(
  'people of a deal',
  finds(
    deal('people:\n  - contact: jo-park\n  - { contact: nobody }'),
    `${pilot}:5:16 error people[1].contact: acme has no contact "nobody". (jo-park)`,
  ),
)
test(
  'a champion',
  finds(
    deal('meddpicc:\n  champion: { contact: jo }\n  metrics: words are no contact'),
    `${pilot}:4:24 error meddpicc.champion.contact: acme has no contact "jo". (jo-park)`,
  ),
)
test(
  'whom a contact reports to',
  finds(
    { 'customers/acme/contacts/al.md': '---\nname: Al\nreports_to: jo\n---\n' },
    'customers/acme/contacts/al.md:3:13 error reports_to: acme has no contact "jo". (one of jo-park, al)',
  ),
)
test(
  'the deal of an activity',
  finds(
    {
      'customers/acme/activities/2026-11-03-1000-call-x-aaaa.md':
        '---\ntype: call\ndate: 2026-11-03\nsubject: X\ndeal: pilots\n---\n',
    },
    'customers/acme/activities/2026-11-03-1000-call-x-aaaa.md:5:7 error deal: acme has no deal "pilots". (pilot)',
  ),
)
test(
  'what a deal renews, which may be elsewhere',
  finds(
    {
      ...deal('renews: acme/older'),
      'customers/acme/deals/next.md': '---\nname: Next\nrenews: customers/acme/deals/pilot.md\n---\n',
    },
    `${pilot}:3:9 error renews: acme has no deal "acme/older". (one of next, pilot)`,
  ),
)
test(
  'a parent and a partner',
  finds(
    {
      ...customer('parent: globbex'),
      ...deal('partners: [{ customer: acme }, { customer: initech }]'),
      'customers/globex/customer.md': '---\nname: Globex\n---\n',
    },
    `${acme}:3:9 error parent: there is no customer "globbex". (globex)`,
    `${pilot}:3:44 error partners[1].customer: there is no customer "initech". (one of acme, globex)`,
  ),
)
test(
  'a team’s own reference',
  finds(
    { 'workspace-setup/fields.yaml': 'deal: { engineer: { type: person } }\n', ...deal('engineer: bem') },
    `${pilot}:3:11 error engineer: there is no person "bem". (one of ben, ada)`,
  ),
)

test(
  'a stage of no workflow',
  finds(
    deal('stage: discovry'),
    `${pilot}:3:8 error stage: the workflow lead-to-close has no stage "discovry". (one of discovery, lead, won)`,
  ),
)
test(
  'a stage by its name',
  finds(
    deal('stage: discovery call'),
    `${pilot}:3:8 error stage: the workflow lead-to-close has no stage "discovery call". (discovery)`,
  ),
)
test(
  'a customer’s stage',
  finds(
    customer('stage: lead'),
    `${acme}:3:8 error stage: the workflow customer-journey has no stage "lead". (one of onboarding)`,
  ),
)
test(
  'a workflow that is not there',
  finds(
    deal('workflow: lead-to-clse\nstage: lead'),
    `${pilot}:3:11 error workflow: there is no workflow "lead-to-clse". (one of lead-to-close)`,
  ),
)
test(
  'a workflow about something else',
  finds(
    deal('workflow: customer-journey\nstage: lead'),
    `${pilot}:3:11 error workflow: "customer-journey" is about customers, and this is a deal. (a workflow with about: deal)`,
  ),
)
test(
  'a broken workflow is told about once',
  finds(
    { 'customers/workflows/lead-to-close.yaml': 'about: deal\nstages: {\n' },
    'customers/workflows/lead-to-close.yaml:3:1 error A bracket or quote above is left open, or this line does not begin where it should. (keys of one record under each other, and brackets closed)',
  ),
)
test(
  'what the stage requires and the deal lacks',
  finds(deal('stage: discovery'), `${pilot}:3:8 warning The stage discovery requires \`amount != null\` (it does not hold).`),
)
test('what the stage requires and the deal has', finds(deal('stage: discovery\namount: 1')))
test('what was put away is not held to its stage', finds(deal('stage: discovery\narchived: 2026-01-01')))

test(
  'criteria that cannot be read',
  finds(
    {
      'customers/workflows/renewal.yaml':
        'about: deal\nstages:\n  - id: a\n    require:\n      - amount >\n    advise: [amont > 1]\n  - id: a\n',
    },
    expect.stringMatching(/^customers\/workflows\/renewal\.yaml:5:\d+ error /) as string,
    expect.stringMatching(/^customers\/workflows\/renewal\.yaml:6:14 error .*amont.*amount/) as string,
    'customers/workflows/renewal.yaml:7:9 error The stage "a" stands here twice. (each id once)',
  ),
)
test(
  'a territory that cannot be read',
  finds(
    { 'workspace-setup/territories.yaml': 'territories:\n  - when: country ===\n    owner: zed\n' },
    expect.stringMatching(/^workspace-setup\/territories\.yaml:2:\d+ error /) as string,
    'workspace-setup/territories.yaml:3:12 error territories[0].owner: there is no person "zed". (one of ben, ada)',
  ),
)

test(
  'a contract that ends before it begins',
  finds(
    deal('contract:\n  start: 2026-05-01\n  end: 2026-04-30'),
    `${pilot}:5:8 warning contract.end (2026-04-30) comes before contract.start (2026-05-01). (2026-05-01 or later)`,
  ),
)
test(
  'a deal opened after it closed',
  finds(
    deal('opened: 2027-05-02\nclose_date: 2027-05-01'),
    `${pilot}:4:13 warning close_date (2027-05-01) comes before opened (2027-05-02). (2027-05-02 or later)`,
  ),
)
test(
  'a meeting on one day is in order',
  finds({
    'customers/acme/activities/2026-11-03-1000-meeting-x-aaaa.md':
      '---\ntype: meeting\ndate: 2026-11-03 10:00\nends: 2026-11-03\nsubject: X\n---\n',
  }),
)
test(
  'an amount that is not its lines',
  finds(
    deal('amount: 100\nlines: [{ product: A, unit_price: 40, quantity: 3, discount: 0.1 }]'),
    `${pilot}:3:9 warning amount: 100 is not the sum of the lines, which is 108. (108)`,
  ),
)
test(
  'an amount that is its lines',
  finds(deal('amount: 0.3\nlines: [{ product: A, unit_price: 0.1 }, { product: B, unit_price: 0.2 }]')),
)
test('lines without a price add up to nothing known', finds(deal('amount: 5\nlines: [{ product: A }]')))

test(
  'time zones',
  finds(
    {
      'workspace-setup/workspace.yaml': 'name: Ours\ntimezone: Berlin\n',
      'workspace-setup/people/ben.yaml': 'name: Ben\ntimezone: UCT+1\n',
    },
    'workspace-setup/people/ben.yaml:2:11 error timezone: there is no time zone "UCT+1". (a name such as Europe/Berlin, America/New_York or UTC)',
    'workspace-setup/workspace.yaml:2:11 error timezone: there is no time zone "Berlin". (a name such as Europe/Berlin, America/New_York or UTC)',
  ),
)
test(
  'a workspace.yaml that cannot be used does not stop the check',
  finds(
    { 'workspace-setup/workspace.yaml': 'name: [\n', ...customer('owner: zed') },
    `${acme}:3:8 error owner: there is no person "zed". (one of ben, ada)`,
    'workspace-setup/workspace.yaml:2:1 error A bracket or quote above is left open, or this line does not begin where it should. (keys of one record under each other, and brackets closed)',
  ),
)

test(
  'a stub that leads to the record, and one that leads nowhere',
  finds(
    {
      'customers/acme/contacts/al.md': '---\nredirect: jo-park.md\n---\n',
      'customers/acme/contacts/bo.md': '---\nredirect: ../globex/contacts/bo.md\n---\n',
      ...deal('primary_contact: al'),
    },
    'customers/acme/contacts/bo.md:2:11 error redirect: there is no contact at customers/globex/contacts/bo.md. (the path to where it went, from this folder)',
  ),
)

test(
  'stubs that lead in a circle, into one, and to a record of another kind',
  finds(
    {
      'customers/acme/contacts/al.md': '---\nredirect: bo.md\n---\n',
      'customers/acme/contacts/bo.md': '---\nredirect: al.md\n---\n',
      'customers/acme/contacts/cy.md': '---\nredirect: bo.md\n---\n',
      'customers/acme/contacts/di.md': '---\nredirect: ../deals/pilot.md\n---\n',
    },
    'customers/acme/contacts/al.md:2:11 error redirect: customers/acme/contacts/al.md → customers/acme/contacts/bo.md → customers/acme/contacts/al.md is a circle. (the path to where it went, from this folder)',
    'customers/acme/contacts/bo.md:2:11 error redirect: customers/acme/contacts/bo.md → customers/acme/contacts/al.md → customers/acme/contacts/bo.md is a circle. (the path to where it went, from this folder)',
    'customers/acme/contacts/cy.md:2:11 error redirect: customers/acme/contacts/bo.md → customers/acme/contacts/al.md → customers/acme/contacts/bo.md is a circle. (the path to where it went, from this folder)',
    'customers/acme/contacts/di.md:2:11 error redirect: there is no contact at customers/acme/deals/pilot.md. (the path to where it went, from this folder)',
  ),
)

test(
  "a team's field called as what every object inherits",
  finds(
    {
      'workspace-setup/fields.yaml': 'deal:\n  constructor: { type: text }\n  toString: { type: number, required: always }\n',
      [pilot]: '---\nname: Pilot\nstage: lead\nprimary_contact: jo-park\ntoString: many\n---\n',
      'customers/acme/deals/other.md': '---\nname: Other\nstage: lead\n---\n',
    },
    'customers/acme/deals/other.md:2:1 error toString is missing. (a value)',
    `${pilot}:5:11 error toString: "many" is not a number. (a number such as 24000)`,
  ),
)

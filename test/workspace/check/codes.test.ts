import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { comesByTime, type ProblemCode, problemCodes, usualSeverity } from '../../../src/records/problem-codes.ts'
import { workspace } from '../../helpers/workspace.ts'
import { checkAt, codesOf, sound } from './checked.ts'

type Tree = Record<string, string | Uint8Array>

const acme = 'customers/acme/customer.md'
const pilot = 'customers/acme/deals/pilot.md'
const call = 'customers/acme/activities/2026-11-02-1000-call-pricing-k3f9.md'
const assertions = 'workspace-setup/processes/assertions.yaml'
const checks = 'workspace-setup/processes/checks.yaml'

const customer = (fields: string, body = ''): Tree => ({ [acme]: `---\nname: Acme\n${fields}\n---\n${body}` })
const note = (body: string): Tree => ({ [acme]: `---\nname: Acme\n---\n${body}` })
const deal = (fields: string): Tree => ({ [pilot]: `---\nname: Pilot\nnext_step: Call\n${fields}\n---\n` })
const activity = (fields: string, body = ''): Tree => ({
  [call]: `---\ntype: call\ndate: 2026-11-02\nsubject: Pricing\n${fields}\n---\n${body}`,
})
const asserted = (text: string, more: Tree = {}): Tree => ({ [assertions]: `assertions:\n${text}`, ...more })
/** Put together here, so that no scanner takes this file for a leak. */
const key = ['AK', 'IAABCDEFGHIJKLMNOP'].join('')

/** Small trees put over the sound one, and the one thing that is wrong in each. */
const wrong: [what: string, files: Tree, ...expected: string[]][] = [
  ['a file that is no text', { [acme]: new Uint8Array([0, 1, 2, 0xff]) }, `file-not-text ${acme}:1:1`],
  ['a Markdown file of 5 MB', { [acme]: 'x'.repeat(5_000_000) }, `file-too-big ${acme}:1:1`],
  ['a note where no record is read', { 'customers/acme/notes.md': 'x' }, 'file-stray customers/acme/notes.md:1:1'],
  ['a PDF among contacts', { 'customers/acme/contacts/card.pdf': 'x' }, 'file-stray customers/acme/contacts/card.pdf:1:1'],
  ['what an editor left behind', { [`${pilot}.orig`]: 'x' }, `file-stray ${pilot}.orig:1:1`],
  ['both sides of a merge', note('<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n'), `merge-conflict ${acme}:4:1`],
  [
    'names that differ in capitals',
    { 'customers/acme/contacts/Jo-Park.md': '---\nname: Jo\n---\n' },
    'slug-invalid customers/acme/contacts/Jo-Park.md:1:1',
    'name-clash customers/acme/contacts/jo-park.md:1:1',
  ],
  [
    'a name of 250 letters',
    { [`customers/${'a'.repeat(250)}/customer.md`]: '---\nname: A\n---\n' },
    `slug-invalid customers/${'a'.repeat(250)}/customer.md:1:1`,
  ],
  [
    'an activity named otherwise',
    { 'customers/acme/activities/call.md': '---\ntype: call\ndate: 2026-11-02\nsubject: X\n---\n' },
    'activity-name customers/acme/activities/call.md:1:1',
  ],
  [
    'a folder without customer.md',
    { 'customers/globex/contacts/al.md': '---\nname: Al\n---\n' },
    'customer-missing customers/globex/customer.md:1:1',
  ],
  [
    'a contact of nobody',
    { 'customers/_unassigned/contacts/al.md': '---\nname: Al\n---\n' },
    'unassigned customers/_unassigned/contacts/al.md:1:1',
  ],
  [
    'a description without its document',
    { 'customers/acme/documents/nda.pdf.meta.yaml': 'title: NDA\n' },
    'document-missing customers/acme/documents/nda.pdf.meta.yaml:1:1',
  ],
  [
    'a description that names another',
    { 'customers/acme/documents/nda.meta.yaml': 'title: NDA\nfile: nda-2.pdf\n' },
    'document-missing customers/acme/documents/nda.meta.yaml:2:7',
  ],
  ['a quote left open', customer('owner: "ada'), `yaml ${acme}:4:1`],
  ['a tag nobody knows', customer('industry: !steel x'), `yaml-doubtful ${acme}:3:11`],
  ['a list for front matter', { [acme]: '---\n- a\n---\n' }, `yaml-not-keys ${acme}:2:1`],
  ['front matter without end', { [acme]: '---\nname: Acme\n' }, `front-matter-open ${acme}:1:1`],
  ['a number of 20 digits', customer('turnover: 12345678901234567890'), `number-too-long ${acme}:3:11`],
  ['an activity without a subject', { [call]: '---\ntype: call\ndate: 2026-11-02\n---\n' }, `value-missing ${call}:2:1`],
  ['a word where a number belongs', customer('employees: many'), `value-type ${acme}:3:12`],
  ['a day the calendar has not', deal('opened: 2026-02-30'), `value-type ${pilot}:4:9`],
  ['a type that is no choice', customer('type: friend'), `value-choice ${acme}:3:7`],
  ['a probability over 1', deal('probability: 40'), `value-range ${pilot}:4:14`],
  ['a probability below 0', deal('probability: -0.1'), `value-range ${pilot}:4:14`],
  ['an amount without end', deal('amount: .inf'), `value-range ${pilot}:4:9`],
  ['an amount that is none', deal('amount: .nan'), `value-range ${pilot}:4:9`],
  ['a word where a list belongs', customer('tags: a, b'), `value-form ${acme}:3:7`],
  ['a key with a slip', customer('industrie: steel'), `unknown-key-typo ${acme}:3:12`],
  ['a zone nobody knows', customer('timezone: Europe/Berlyn'), `time-zone-unknown ${acme}:3:11`],
  ['an owner nobody knows', customer('owner: zoe'), `reference-missing ${acme}:3:8`],
  ['an owner by an alias', customer('owner: ab'), `person-alias ${acme}:3:8`],
  ['a link to no customer', note('See [[globex]].\n'), `wikilink-broken ${acme}:4:5`],
  ['a link to no contact', note('A\n[[acme/al|Al]]\n'), `wikilink-broken ${acme}:5:1`],
  ['a link to no path', note('[[contacts/al.md#top]]\n'), `wikilink-broken ${acme}:4:1`],
  ['a Markdown link to no file', note('See [the deal](deals/pilto.md) there.\n'), `link-broken ${acme}:4:16`],
  ['a picture that is not there', note('![x](<documents/a b.png>)\n'), `link-broken ${acme}:4:6`],
  ['a source that is not there', activity('source: customers/acme/documents/mail.eml'), `source-missing ${call}:5:9`],
  [
    'evidence that is not there',
    deal('meddpicc:\n  champion:\n    text: Jo\n    evidence: activities/2026-11-01-0900-call-other-aaaa.md'),
    `source-missing ${pilot}:7:15`,
  ],
  [
    'a stub that leads nowhere',
    { 'customers/acme/contacts/al.md': '---\nredirect: ../../globex/contacts/al.md\n---\n' },
    'redirect-broken customers/acme/contacts/al.md:2:11',
  ],
  [
    'two customers of one domain',
    { 'customers/bolt/customer.md': '---\nname: Bolt\ndomain: ACME.com\n---\n' },
    'identity-twice customers/bolt/customer.md:3:9',
  ],
  [
    'an episode without its rule',
    {
      'reporting/pulse/x.yaml':
        'rule: gone\nabout: customer\nsubject: customers/acme/customer.md\nsince: 2026-11-01\nbecause: x\n',
    },
    'episode-lost reporting/pulse/x.yaml:1:7',
  ],
  ['a stage of no workflow', deal('stage: leed'), `deal-stage-unknown ${pilot}:4:8`],
  ["a customer's stage of no workflow", customer('stage: boarding'), `customer-stage-unknown ${acme}:3:8`],
  ['a stage that asks for more', deal('stage: discovery'), `stage-requirement ${pilot}:4:8`],
  [
    'two stages of one id',
    { 'customers/workflows/more.yaml': 'about: deal\nstages: [{ id: a }, { id: a }]\n' },
    'stage-twice customers/workflows/more.yaml:2:27',
  ],
  ['a workflow that is not there', deal('workflow: renewal'), `workflow-unknown ${pilot}:4:11`],
  ['an open deal without a next step', { [pilot]: '---\nname: Pilot\nstage: lead\n---\n' }, `next-step-missing ${pilot}:2:1`],
  [
    'a next step that is blank',
    { [pilot]: '---\nname: Pilot\nstage: lead\nnext_step: " "\n---\n' },
    `next-step-missing ${pilot}:4:12`,
  ],
  ['a next step of yesterday', deal('next_step_date: 2026-11-19'), `next-step-past ${pilot}:4:17`],
  ['a close date of yesterday', deal('close_date: 2026-11-19'), `close-date-past ${pilot}:4:13`],
  [
    'a contract that ends before it begins',
    deal('contract: { start: 2027-01-01, end: 2026-01-01 }'),
    `dates-order ${pilot}:4:37`,
  ],
  ['a task due a year before its call', activity('by: ada', 'x\n- [ ] Send it due:2025-12-01\n'), `dates-order ${call}:8:15`],
  ['an amount that is not its lines', deal('amount: 5\nlines: [{ product: a, unit_price: 6 }]'), `amount-sum ${pilot}:4:9`],
  ['an amount below zero', deal('amount: -5'), `amount-impossible ${pilot}:4:9`],
  ['a line that is sold no times', deal('lines: [{ product: a, quantity: 0 }]'), `amount-impossible ${pilot}:4:33`],
  [
    'goals of no period',
    { 'workspace-setup/quotas/autumn.yaml': 'quotas: []\n' },
    'quota-period workspace-setup/quotas/autumn.yaml:1:9',
  ],
  [
    'goals of no team',
    { 'workspace-setup/quotas/2026-Q4.yaml': 'quotas:\n  - { team: x, measure: won, amount: 1 }\n' },
    'quota-team-unknown workspace-setup/quotas/2026-Q4.yaml:2:13',
  ],
  ['a key in a note', note(`The key: ${key}\n`), `secret ${acme}:4:10`],
  [
    'a key in a document',
    { 'customers/acme/documents/setup.txt': `a\n${key}\n` },
    'secret customers/acme/documents/setup.txt:2:1',
  ],
  ['a password in a note', note('password: hunter2-Zx9\n'), `secret-likely ${acme}:4:11`],
  [
    'a territory by a name that is none',
    { 'workspace-setup/territories.yaml': 'territories:\n  - { when: "segmnt == 1", owner: ada }\n' },
    'condition workspace-setup/territories.yaml:2:13',
  ],
  [
    'a rule that never holds',
    { 'workspace-setup/triggers/a.yaml': 'quiet:\n  actions: [notify_ae]\n' },
    'rule workspace-setup/triggers/a.yaml:2:3',
  ],
  [
    'a query that sorts by what is not there',
    { 'workspace-setup/queries/large.yaml': 'about: deal\nwhere: amount > 5\nsort: -amuont\n' },
    'query workspace-setup/queries/large.yaml:3:8',
  ],
  [
    'a rule with a slip',
    { 'workspace-setup/triggers/a.yaml': 'quiet:\n  conditions: [no_activity > 5]\n  urgancy: low\n  actions: [notify_ae]\n' },
    'rule-doubtful workspace-setup/triggers/a.yaml:3:12',
  ],
  [
    'two rules of one name',
    {
      'workspace-setup/triggers/a.yaml': 'quiet: { conditions: [no_activity > 5], actions: [notify_ae] }\n',
      'workspace-setup/triggers/b.yaml': 'quiet: { conditions: [no_activity > 9], actions: [notify_ae] }\n',
    },
    'rule-twice workspace-setup/triggers/b.yaml:1:1',
  ],
  [
    'a template that is not closed',
    { 'reporting/templates/own.md': '---\ntitle: Own\nmeasures: []\n---\n{{#if name}}\n' },
    'template reporting/templates/own.md:5:1',
  ],
  [
    'a template that prints nothing',
    { 'customers/templates/own.md': '---\nbudget: 900\nsections: [{ name: facts }]\n---\nx\n' },
    'template-silent customers/templates/own.md:5:1',
  ],
  [
    'a figure nobody knows',
    { 'reporting/templates/own.md': '---\ntitle: Own\nmeasures: [tuoches]\n---\n' },
    'figure-unknown reporting/templates/own.md:3:12',
  ],
  ['a code that is none', { [checks]: 'next-step-mising: off\n' }, `check-unknown ${checks}:1:19`],
  ['a code far from all', { [checks]: 'everything: off\n' }, `check-unknown ${checks}:1:13`],
  ['a severity that is none', { [checks]: 'secret: no\n' }, `value-choice ${checks}:1:9`],
  [
    'two assertions of one name',
    asserted('  - { name: A b, about: deal, require: "true" }\n  - { name: a-b, about: deal, require: "true" }\n'),
    `assertion-twice ${assertions}:3:13`,
  ],
  [
    'an assertion that cannot be read',
    asserted('  - { name: a, about: deal, require: "amont > 5" }\n'),
    `condition ${assertions}:2:39`,
  ],
  [
    'what a team asserts',
    asserted('  - { name: big, about: deal, require: amount > 5 }\n', deal('amount: 4')),
    `assertion/big ${pilot}:4:9`,
  ],
]

test.each(wrong)('%s', async (_, files, ...expected) => expect(await codesOf(files)).toEqual(expected))

test('what hinders the look, what needs links, and what is said once', async () => {
  const root = workspace({
    ...sound,
    'workspace-setup/schemas/deal.json': '{}',
    'outside.md': 'x',
  })
  symlinkSync(join(root, '../nowhere.md'), join(root, 'customers/acme/contacts/lost.md'))
  writeFileSync(`${root}-outside.md`, 'x')
  symlinkSync(`${root}-outside.md`, join(root, 'customers/acme/contacts/out.md'))
  const { problems } = await checkAt(root)
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['file-unreadable', 'file-outside', 'schema-outdated']))
  const bare = workspace({
    'workspace-setup/workspace.yaml': 'name: Ours\n',
    [acme]: '---\nname: Acme\nowner: ada\nstage: new\n---\n',
  })
  mkdirSync(join(bare, 'customers/workflows'))
  expect((await checkAt(bare)).problems.map(({ code }) => code)).toEqual(['workflow-missing', 'people-missing'])
})

test('every code of the catalogue is shown by a tree above', () => {
  const shown = new Set(wrong.flatMap(([, , ...expected]) => expected.map((one) => one.split(' ')[0]!.replace(/\/.*/, ''))))
  const elsewhere = ['file-unreadable', 'file-outside', 'schema-outdated', 'workflow-missing', 'people-missing']
  expect(Object.keys(problemCodes).filter((code) => !shown.has(code) && !elsewhere.includes(code))).toEqual([])
})

test('what time alone brings about is a warning', () => {
  const codes = Object.keys(problemCodes) as ProblemCode[]
  expect(codes.filter(comesByTime)).toEqual(['next-step-past', 'close-date-past'])
  expect(codes.filter((code) => comesByTime(code) && usualSeverity(code) !== 'warning')).toEqual([])
})

/** Trees in which nothing is wrong, though they look a little like those above. */
const right: [what: string, files: Tree][] = [
  [
    'links that lead somewhere',
    note(
      '[[acme]] [[Acme|them]] [[acme/jo-park]] [[acme/deals/pilot]] [[pilot]] [[contacts/jo-park.md]] [[customers/acme/deals/pilot.md#x]] [[ada]] [[customers/acme/customer.md:3]] [a](deals/pilot.md) [b](./contacts/) [c](/customers/acme/customer.md:3) [d](../workflows/lead-to-close.yaml "T")\n',
    ),
  ],
  [
    'links to other systems',
    note(
      '[a](https://x.test/y.md) [b](mailto:jo@acme.com) [c](#top) [d](example.com/page) [e](www.x.test/a.md) [f](//x.test/a.md) <https://x.test> [g](tel:+49) [[https://x.test]] [h](../../../elsewhere.md)\n',
    ),
  ],
  [
    'links in code and comments',
    note('`[[globex]]` ``[a](b.md)``\n```\n[[globex]]\n[a](b.md)\n```\n~~~md\n[[x]]\n~~~\n<!-- [[globex]]\n[a](b.md) -->\n'),
  ],
  ['brackets that are no links', note('if [[ -f x ]]; then a[[1]] [x](y) [12:03]: hello [ ](a b)\n')],
  ['a closed deal without a next step', { [pilot]: '---\nname: Pilot\nstage: won\nclose_date: 2026-01-01\n---\n' }],
  ['a deal that was put away', { [pilot]: '---\nname: Pilot\nstage: lead\nclose_date: 2026-01-01\narchived: 2026-02-01\n---\n' }],
  ['days that are today', deal('close_date: 2026-11-20\nnext_step_date: 2026-11-20')],
  ['a downsell', deal('type: downsell\namount: -5')],
  ['a credit among lines', deal('amount: 5\nlines: [{ product: a, unit_price: 6 }, { product: credit, unit_price: -1 }]')],
  ['a task that was late already', activity('by: ada', '- [ ] Send it due:2026-10-15\n- [x] Old due:2020-01-01\n')],
  ['preparing for a meeting to come', activity('status: planned', '- [ ] Send it due:2020-10-15\n')],
  [
    'a document by its name and by its stem',
    {
      'customers/acme/documents/nda.pdf': 'x',
      'customers/acme/documents/nda.pdf.meta.yaml': 'title: NDA\n',
      'customers/acme/documents/msa.docx': 'x',
      'customers/acme/documents/msa.meta.yaml': 'title: MSA\n',
      'customers/acme/documents/deck.meta.yaml': 'source: gdrive:1\n',
    },
  ],
  [
    'sources of other systems',
    { ...activity('source: gmail:18c/abc'), ...deal('meddpicc: { champion: { text: a, evidence: said on the call / mail } }') },
  ],
  [
    'sources in the tree',
    {
      ...activity(`source: ${pilot}:3`),
      ...deal(
        'meddpicc: { champion: { text: a, evidence: activities/2026-11-02-1000-call-pricing-k3f9.md }, metrics: { evidence: 2026-11-02-1000-call-pricing-k3f9 } }',
      ),
    },
  ],
  [
    'words about passwords',
    note('Password: reset. The token is missing; api key: to follow. Their password policy is strict.\n'),
  ],
  ['templates with places to fill in', { 'sales-toolkit/templates/a.md': 'Dear [[first name]], see [x]({{link}}/a.md)\n' }],
  ['a name in NFD beside others', { 'customers/acme/documents/u\u0308ber.pdf': 'x' }],
  ['what was switched off', { ...deal('next_step_date: 2026-11-19'), [checks]: 'next-step-past: off\n' }],
]

test.each(right)('nothing is wrong: %s', async (_, files) => expect(await codesOf(files)).toEqual([]))

test('a secret is never said', async () => {
  const { problems } = await checkAt(workspace({ ...sound, ...note(`${key} password: hunter2-Zx9\npassword: hunter2-Zx9\n`) }))
  expect(problems).toHaveLength(2)
  expect(JSON.stringify(problems)).not.toMatch(/AKIA|hunter2/)
})

test('names that are one name in NFC', async () => {
  const files = { 'customers/acme/documents/\u00fcber.pdf': 'x', 'customers/acme/documents/u\u0308ber.pdf': 'x' }
  expect((await codesOf(files)).map((one) => one.split(' ')[0])).toEqual(['name-clash'])
})

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask } from '../../../../src/actions/ask.ts'
import customerContext from '../../../../src/actions/customer-context.ts'
import { lookBack } from '../../../../src/session/look-back.ts'
import { openSession } from '../../../../src/session/open.ts'
import { beganAt, commitAt } from '../../../helpers/history.ts'
import { folder, git, gitEnv, workspace } from '../../../helpers/workspace.ts'

const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const stages =
  'about: deal\nstages:\n  - { id: discovery }\n  - { id: proposal, advise: ["meddpicc.metrics != null"] }\n  - { id: negotiation }\n  - { id: closed-won, outcome: won }\n  - { id: closed-lost, outcome: lost }\n'
const deal = (more = '') =>
  sheet(`name: Watch\nowner: ada\nstage: discovery\namount: 1000\nclose_date: 2026-12-01\n${more}`.trimEnd())
const files = (more: Record<string, string> = {}) => ({
  'workspace-setup/workspace.yaml': 'name: Orbit\ncurrency: EUR\n',
  'workspace-setup/people/ada.yaml': 'name: Ada Byron\nemails: [ada@example.test]\n',
  'workspace-setup/people/bob.yaml': 'name: Bob Stone\nemails: [bob@example.test]\n',
  'customers/workflows/lead-to-close.yaml': stages,
  'customers/acme/customer.md': sheet('name: Acme\nowner: ada'),
  'customers/acme/deals/watch.md': deal(),
  ...more,
})
type How = { asOf?: string } & Record<string, unknown>
const build = (root: string, { asOf, ...input }: How = {}) =>
  ask(
    customerContext,
    { customer: 'acme', ...input },
    openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T12:00:00Z' }, ...(asOf && { asOf: lookBack(asOf) }) }),
  )
const pack = async (root: string, how?: How) => (await build(root, how)).text ?? ''
const lineWith = (text: string, part: string) => text.split('\n').find((line) => line.includes(part)) ?? ''

/** The path:line behind each number a line cites. */
function citedBy(text: string, line: string): string[] {
  return [...line.matchAll(/\[(\d+)\]/g)].map(([, n]) => new RegExp(`^${n} (.+)$`, 'm').exec(text)?.[1] ?? '')
}

describe('what changed, from the history', () => {
  const path = 'customers/acme/deals/watch.md'
  const history = () => {
    const root = beganAt('2026-08-01T10:00:00Z', files())
    commitAt(root, '2026-09-10T10:00:00Z', { [path]: deal().replace('discovery', 'proposal') })
    commitAt(root, '2026-11-10T10:00:00Z', {
      [path]: deal().replace('discovery', 'negotiation').replace('1000', '1200').replace('2026-12-01', '2026-12-15'),
    })
    commitAt(root, '2026-11-12T10:00:00Z', { 'customers/acme/customer.md': sheet('name: Acme\nowner: bob') })
    return root
  }

  test('moves are told oldest first, those of one commit together, with the line where the field stands now', async () => {
    const text = await pack(history())
    const section = text.slice(text.indexOf('## What changed'), text.indexOf('## ', text.indexOf('## What changed') + 3))
    const lines = section.split('\n').filter((line) => line.startsWith('- '))
    expect(lines.map((line) => line.replace(/ \[.*/, ''))).toEqual([
      '- 2026-09-10 Watch: stage discovery → proposal, by Ada Byron',
      '- 2026-11-10 Watch: stage proposal → negotiation; amount 1,000 → 1,200; close date 2026-12-01 → 2026-12-15, slipped 14 days, by Ada Byron',
      '- 2026-11-12 Acme: owner Ada Byron → Bob Stone, by Ada Byron',
      '- in the last 30 days: nothing was logged; 2 changes of deals above',
    ])
    expect(citedBy(text, lines[1]!)).toEqual([`${path}:4`, `${path}:5`, `${path}:6`])
  })

  test('as of a day, only what had happened by then', async () => {
    const text = await pack(history(), { asOf: '2026-10-01' })
    expect(text).toContain('stage discovery → proposal')
    expect(text).not.toContain('negotiation')
  })

  test('another customer changes nothing here', async () => {
    const root = history()
    commitAt(root, '2026-11-13T10:00:00Z', { 'customers/acme-too/deals/watch.md': deal() })
    commitAt(root, '2026-11-14T10:00:00Z', { 'customers/acme-too/deals/watch.md': deal().replace('discovery', 'closed-won') })
    expect(await pack(root)).toBe(await pack(history()))
  })

  test('a history that was cut short says where it begins', async () => {
    const root = folder()
    git(root, 'clone', '--quiet', '--depth=2', `file://${history()}`, 'cut')
    expect(await pack(join(root, 'cut'))).toContain('; history begins 2026-11-10')
  })

  test('without a history that is said', async () => {
    const root = workspace(files(), { commit: false })
    git(root, 'checkout', '--quiet', '--orphan', 'none')
    const { rmSync } = await import('node:fs')
    rmSync(join(root, '.git'), { recursive: true })
    expect(await pack(root)).toContain('is not known, for there is no history')
  })
})

describe('alerts', () => {
  const episode = (more: string) =>
    `rule: stalled\nabout: deal\nsubject: customers/acme/deals/watch.md\ncustomer: acme\nwhat: It stands still.\nsince: 2026-11-01\nbecause: no_activity is 45\nfor: [ada]\n${more}`
  test('open ones of this customer are told with rule, day, whom and why, by their lines', async () => {
    const root = workspace(files({ 'reporting/pulse/acme-stalled-x.yaml': episode('status: acknowledged\n') }))
    const text = await pack(root)
    const line = lineWith(text, 'alert:')
    expect(line).toContain('- high alert: It stands still (since 2026-11-01, for Ada Byron, acknowledged)')
    expect(citedBy(text, line)).toContain('reporting/pulse/acme-stalled-x.yaml:5')
    expect(lineWith(text, 'rule stalled')).toContain('rule stalled about watch, because no_activity is 45')
  })

  test.each([
    ['one that is over', 'status: resolved\n'],
    ['one that waits', 'status: pending\n'],
    ['one that sleeps', 'status: snoozed\n'],
    ["one of somebody's own rules", 'personal: bob\n'],
  ])('%s is not', async (_, more) => {
    expect(await pack(workspace(files({ 'reporting/pulse/acme-stalled-x.yaml': episode(more) })))).not.toContain('alert:')
  })

  test('a file of one that cannot be read is warned of', async () => {
    const path = 'reporting/pulse/acme-quiet-aaaaaa.yaml'
    const { problems } = await build(workspace(files({ [path]: 'rule: [quiet\nsubject: customers/acme/customer.md\n' })))
    expect(problems.map((problem) => problem.path)).toContain(path)
  })

  test("another customer's is not, whatever its name begins with", async () => {
    const other = episode('').replaceAll('acme', 'acme-too')
    expect(await pack(workspace(files({ 'reporting/pulse/acme-too-stalled-x.yaml': other })))).not.toContain('alert:')
  })

  test('a digest counts for each customer it names', async () => {
    const digest = episode('subjects: [customers/acme/deals/watch.md]\n').replace('customer: acme\n', '')
    expect(await pack(workspace(files({ 'reporting/pulse/digest-x.yaml': digest })))).toContain('alert: It stands still')
  })
})

describe('own notes', () => {
  const own = {
    'personal/ada/notes/acme.md': 'Ada thinks it is lost.\n',
    'personal/ada/notes/acme/more.md': 'Ada has doubts.\n',
    'personal/ada/notes/other.md': 'Ada on another.\n',
    'personal/bob/notes/acme.md': 'Bob knows better.\n',
  }
  const mine = (root: string) => git(root, 'config', 'dossier.me', 'ada')

  test('are told to whoever asks in a terminal, and nobody else', async () => {
    const root = workspace(files(own))
    mine(root)
    const text = await pack(root, { own: true })
    expect(text).toContain('Ada thinks it is lost.')
    expect(text).toContain('Ada has doubts.')
    expect(text).not.toMatch(/another|Bob knows/)
    expect(text).toContain('personal/ada/notes/acme.md:1')
  })

  test.each([
    ['asked for without a terminal', {}],
    ['saved', { own: true, save: true }],
    ['for a program', { own: true, inline: 100 }],
  ])('are not told in a pack that is %s', async (_, how) => {
    const root = workspace(files(own))
    mine(root)
    expect(JSON.stringify(await build(root, how))).not.toMatch(/Ada thinks|Ada has doubts/)
  })

  test('a link that leads to somebody else is not followed', async () => {
    const root = workspace(files({ 'personal/bob/notes/acme.md': 'Bob knows better.\n' }))
    mine(root)
    mkdirSync(join(root, 'personal/ada/notes'), { recursive: true })
    symlinkSync(join(root, 'personal/bob/notes/acme.md'), join(root, 'personal/ada/notes/acme.md'))
    expect(await pack(root, { own: true })).not.toContain('Bob knows')
  })
})

describe('the toolkit', () => {
  const card = (name: string, more = '') =>
    `${more}# ${name}\n\nGeneral words.\n\nOn price: they are dear in the second year.\n\nOn agents: they install one beside each source.\n`
  const shelf = {
    'sales-toolkit/battlecards/lumenfold.md': card('Lumenfold', '---\naliases: [Lumen]\n---\n'),
    'sales-toolkit/battlecards/gridsight.md': card('Gridsight'),
    'sales-toolkit/battlecards/datahaven.md': card('Datahaven'),
    'sales-toolkit/security-compliance/hosting.md': '# Hosting\n\nIn two places.\n',
    'workspace-setup/compliance/rules.md': '# Internal\n\nNever tell this.\n',
  }
  const cards = (text: string) => [...text.matchAll(/^- battlecard: (\w+)/gm)].map(([, name]) => name)

  test('cards of competitors in open deals come first, then those named in words, by an alias too', async () => {
    const root = workspace(
      files({
        ...shelf,
        'customers/acme/deals/watch.md': deal('competitors: [gridsight]\nmeddpicc:\n  competition: Lumen, they say'),
        'customers/acme/activities/2026-11-10-1000-call-talk.md': sheet(
          'type: call\ndate: 2026-11-10T10:00Z\nsubject: Talk\nby: ada',
          'They also look at Datahaven.\n',
        ),
      }),
    )
    expect(cards(await pack(root, { tier: 'standard' }))).toEqual(['Gridsight', 'Lumenfold', 'Datahaven'])
  })

  test('without any of them none is told', async () => {
    expect(cards(await pack(workspace(files(shelf)), { tier: 'standard' }))).toEqual([])
  })

  test('what answers an objection stands first in a card', async () => {
    const said = (text: string) =>
      files({
        ...shelf,
        'customers/acme/deals/watch.md': deal('competitors: [gridsight]'),
        'customers/acme/activities/2026-11-10-1000-call-talk.md': sheet(
          'type: call\ndate: 2026-11-10T10:00Z\nsubject: Talk\nby: ada',
          text,
        ),
      })
    const order = async (text: string) => {
      const whole = await pack(workspace(said(text)), { tier: 'standard' })
      return whole.indexOf('On price:') < whole.indexOf('On agents:') ? 'price first' : 'agents first'
    }
    expect(await order('They do not like agents beside a source.\n')).toBe('agents first')
    expect(await order('They fear the second year is too expensive, dear as it is.\n')).toBe('price first')
  })

  test('internal papers never are, security answers only when asked for', async () => {
    const root = workspace(files(shelf))
    const plain = await pack(root, { tier: 'standard' })
    const asked = await pack(root, { tier: 'standard', task: 'security hosting compliance internal rules' })
    expect(plain).not.toContain('In two places.')
    expect(asked).toContain('In two places.')
    expect(asked).not.toContain('Never tell this')
  })
})

describe('what is stale or contradicts itself', () => {
  const contact = (name: string, more: string) => sheet(`name: ${name}\n${more}`)
  test('days that have passed are said beside the fact', async () => {
    const root = workspace(
      files({
        'customers/acme/deals/watch.md': deal(
          'next_step: Ring\nnext_step_date: 2026-11-01\nmeddpicc:\n  metrics: { text: Ten vans, on: 2026-01-05 }',
        ).replace('2026-12-01', '2026-11-01'),
        'customers/acme/deals/old.md': sheet('name: Old\nstage: closed-won\ncontract: { start: 2024-01-01, end: 2025-12-31 }'),
        'customers/acme/contacts/jo.md': contact('Jo', 'email: jo@acme.test\nbounced: { on: 2026-10-01 }'),
        'customers/acme/contacts/al.md': contact('Al', 'status: left'),
      }),
    )
    const text = await pack(root)
    expect(text).toContain('close date: 2026-11-01, past since 19 days')
    expect(text).toContain('(Ada Byron, due 2026-11-01, overdue)')
    expect(text).toContain('metrics: Ten vans (2026-01-05), as of 319 days ago')
    expect(text).toContain('contract: Old ended 2025-12-31, 324 days ago')
    expect(text).toContain('- Jo, mail comes back since 2026-10-01')
    expect(text).toContain('- Al, left')
  })

  const people = {
    'customers/acme/contacts/jo.md': contact('Jo', 'role: economic-buyer'),
    'customers/acme/contacts/al.md': contact('Al', 'role: technical'),
  }
  test.each<[string, Record<string, string>, string, string]>([
    [
      'another economic buyer than by the roles in the deal',
      {
        ...people,
        'customers/acme/deals/watch.md': deal(
          'people:\n  - { contact: jo, role: economic-buyer }\nmeddpicc:\n  economic_buyer: al',
        ),
      },
      '> economic buyer: Al',
      '> takes part: Jo (economic-buyer)',
    ],
    [
      'an amount that its lines do not come to',
      { 'customers/acme/deals/watch.md': deal('lines:\n  - { product: Watch, quantity: 2, unit_price: 450 }') },
      'Watch: open, stage discovery, 1,000 EUR',
      '> sells product Watch',
    ],
    [
      'two primary contacts',
      {
        'customers/acme/contacts/jo.md': contact('Jo', 'primary: true'),
        'customers/acme/contacts/al.md': contact('Al', 'primary: true'),
      },
      '> primary:',
      '> primary:',
    ],
    [
      'a customer lost with a deal open',
      { 'customers/acme/customer.md': sheet('name: Acme\nstage: closed-lost') },
      '- stage: closed-lost',
      'Watch: open, stage discovery',
    ],
  ])('%s is marked on both sides', async (_, more, one, other) => {
    const text = await pack(workspace(files(more)))
    const [first, second] = [lineWith(text, one), lineWith(text, other)]
    const marked = (line: string) => /\(contradicts (\[\d+\])/.exec(line)?.[1]
    expect(marked(first)).toBeDefined()
    expect(marked(second)).toBeDefined()
    if (first !== second) expect(second).toContain(marked(first)!)
  })

  test.each<[string, Record<string, string>]>([
    [
      'an amount within one percent of its lines',
      { 'customers/acme/deals/watch.md': deal('lines:\n  - { product: Watch, quantity: 2, unit_price: 496 }') },
    ],
    [
      'the same buyer twice',
      {
        ...people,
        'customers/acme/deals/watch.md': deal(
          'people:\n  - { contact: jo, role: economic-buyer }\nmeddpicc:\n  economic_buyer: jo',
        ),
      },
    ],
    ['a buyer in words', { ...people, 'customers/acme/deals/watch.md': deal('meddpicc:\n  economic_buyer: The head of IT') }],
    [
      'a customer lost with a deal lost',
      {
        'customers/acme/customer.md': sheet('name: Acme\nstage: closed-lost'),
        'customers/acme/deals/watch.md': deal().replace('discovery', 'closed-lost'),
      },
    ],
  ])('%s is not', async (_, more) => {
    expect(await pack(workspace(files(more)))).not.toContain('contradicts')
  })
})

describe('what the close hangs on', () => {
  test('what nobody has written down of how they decide, and what this stage and the next ask for', async () => {
    const root = workspace(files({ 'customers/acme/deals/watch.md': deal('meddpicc:\n  economic_buyer: the CFO') }))
    expect(await pack(root)).toContain('> the close hangs on what is not recorded yet: decision process, paper process, metrics')
    writeFileSync(join(root, 'customers/acme/deals/watch.md'), deal('meddpicc:\n  economic_buyer: the CFO\n  metrics: Ten vans'))
    expect(await pack(root)).toContain('not recorded yet: decision process, paper process [')
  })
})

describe('what stands against us', () => {
  const mail = (day: string, body: string) => sheet(`type: email\ndate: ${day}\nsubject: Minutes\ndirection: inbound`, body)
  const legal =
    'This e-mail is confidential and intended solely for the addressee. We accept no liability for the risk of viruses or delays.'

  test('is what they wrote themselves, not what stands below their name', async () => {
    const root = workspace(
      files({
        'customers/acme/activities/2026-11-18-email-minutes.md': mail(
          '2026-11-18',
          `Your price is too high.\n\nRegards\nJo\n\n${legal}\n`,
        ),
      }),
    )
    const text = await pack(root)
    expect(lineWith(text, '“')).toContain('“Your price is too high.”')
    expect(text).toContain('(legal text)')
    expect(text).not.toContain('“We accept no liability')
  })
})

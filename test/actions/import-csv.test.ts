import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import pipeline from '../../src/actions/pipeline.ts'
import { exported, importing, sessionIn, started, tree } from '../helpers/imports.ts'
import { git, gitEnv } from '../helpers/workspace.ts'

const commits = (root: string) => Number(git(root, 'rev-list', '--count', 'HEAD'))

const accounts = `Id,Name,Website,Industry,Annual Revenue,Owner
001,Acme Inc.,https://www.acme.com/home,Retail,"1,200,000",Ada Byron
002,Globex,globex.com,Energy,,Bo Li
003,Globex,globex.de,Energy,,Bo Li
`
const deals = `Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Created Date,Owner
d1,Renewal,Acme Inc,Closed Won,100.10,2026-03-31,2026-01-01,Ada Byron
d2,Expansion,Acme,Negotiation,200.20,2026-12-31,2026-10-01,Ada Byron
d3,Pilot,Globex,Negotiation,50,2026-12-31,2026-10-01,Bo Li
d4,Strange,Hooli,Closed Lost,,2026-02-01,2026-01-01,Cy Fox
`

describe('an import', () => {
  test('shows a plan and writes nothing; then writes it as one commit; then changes nothing', async () => {
    const root = started()
    const file = exported({ 'accounts.csv': accounts, 'deals.csv': deals })
    const files = [file('deals.csv'), file('accounts.csv')]
    const before = tree(root)
    const plan = await importing(root, files, { apply: false })
    expect(tree(root)).toEqual(before)
    expect(plan).toMatchObject({ created: 7, changed: 0, unchanged: 0, rejected: [], skipped: [], commit: null })

    const first = await importing(root, files)
    expect(first).toMatchObject({ created: 7, changed: 0, unchanged: 0, rejected: [] })
    expect(first.commit).toMatch(/^[0-9a-f]{40}$/)
    expect(commits(root)).toBe(2)
    expect(git(root, 'status', '--porcelain')).toBe('')

    const after = tree(root)
    const again = await importing(root, files)
    expect(again).toMatchObject({ created: 0, changed: 0, unchanged: 7 })
    expect(tree(root)).toEqual(after)
    expect(commits(root)).toBe(2)
  })

  test('puts rows where they belong: by domain or unique name, else to nobody, with what they named', async () => {
    const root = started()
    const file = exported({ 'accounts.csv': accounts, 'deals.csv': deals })
    await importing(root, [file('accounts.csv'), file('deals.csv')])
    const names = Object.keys(tree(root)).map((path) => path.replace(/-[a-z0-9]{4}\.md$/, '-????.md'))
    expect(names.filter((path) => path.startsWith('customers/') && !path.includes('workflows'))).toMatchInlineSnapshot(`
      [
        "customers/_unassigned/deals/pilot-????.md",
        "customers/_unassigned/deals/strange-????.md",
        "customers/acme-inc/customer.md",
        "customers/acme-inc/deals/expansion-????.md",
        "customers/acme-inc/deals/renewal-????.md",
        "customers/globex-ogms/customer.md",
        "customers/globex/customer.md",
      ]
    `)
    expect(tree(root)['workspace-setup/people/ada-byron.yaml']).toContain('name: Ada Byron')
    const [strange] = Object.entries(tree(root)).filter(([path]) => path.includes('strange'))
    expect(strange![1]).toMatch(/belongs_to:\n {2}name: Hooli\n/)
  })

  test('what a newer export says otherwise is changed, what a person wrote stays', async () => {
    const root = started()
    const file = exported({ 'accounts.csv': accounts, 'deals.csv': deals })
    await importing(root, [file('accounts.csv'), file('deals.csv')])
    const path = Object.keys(tree(root)).find((name) => name.includes('expansion'))!
    writeFileSync(join(root, path), tree(root)[path]!.replace('---\n', '---\n# hot\nmood: good\n') + '\nCalled them.\n')
    git(root, 'commit', '-qam', 'Notes')
    writeFileSync(file('deals.csv'), deals.replace('200.20', '250.5').replace('2026-12-31,2026-10-01,Ada', ',2026-10-01,Ada'))
    const done = await importing(root, [file('deals.csv')])
    expect(done).toMatchObject({ created: 0, changed: 1, unchanged: 3 })
    const text = tree(root)[path]!
    expect(text).toContain('# hot\nmood: good\n')
    expect(text).toContain('amount: 250.5\n')
    expect(text).toContain('close_date: 2026-12-31\n')
    expect(text).toContain('\nCalled them.\n')
  })

  test('the order of files and rows does not matter, nor into how many imports they come', async () => {
    const rows = deals.trimEnd().split('\n')
    const file = exported({
      'accounts.csv': accounts,
      'a.csv': accounts.split('\n').slice(0, 2).join('\n'),
      'b.csv': [accounts.split('\n')[0], accounts.split('\n')[2], 'x9,Hooli,hooli.com,,,'].join('\n'),
      'one.csv': rows.slice(0, 3).join('\n'),
      'two.csv': [rows[0], ...rows.slice(3)].join('\n'),
    })
    const all = ['a.csv', 'b.csv', 'one.csv', 'two.csv'].map(file)
    const trees = []
    for (const steps of [
      [all],
      [
        [all[0]!, all[2]!],
        [all[1]!, all[3]!],
      ],
      [
        [all[1]!, all[3]!],
        [all[0]!, all[2]!],
      ],
      [[all[2]!], [all[3]!], [all[1]!], [all[0]!]],
    ]) {
      const root = started()
      for (const files of steps) await importing(root, files)
      trees.push(tree(root))
    }
    for (const other of trees.slice(1)) expect(other).toEqual(trees[0])
  })

  test('opt-outs and bounces are kept from mail for good', async () => {
    const root = started({
      'workspace-setup/compliance/suppression.yaml':
        '# ours\nsuppressed:\n  - email: zoe@x.io # asked by phone\n    reason: manual\n',
    })
    const file = exported({
      'contacts.csv':
        'Id,First Name,Last Name,Email,HasOptedOutOfEmail,EmailBouncedReason,EmailBouncedDate\n1,Jo,Park,JO@acme.com,1,,\n2,Al,Fox,al@acme.com,0,user unknown,2026-03-04\n3,Zoe,Ray,zoe@x.io,true,,\n4,Mo,Day,mo@acme.com,,,\n',
    })
    const done = await importing(root, [file('contacts.csv')])
    expect(done).toMatchObject({ created: 4, suppressed: 2 })
    const list = tree(root)['workspace-setup/compliance/suppression.yaml']!
    expect(list).toMatch(/^# ours\nsuppressed:\n {2}- email: al@acme.com\n {4}reason: bounce\n/)
    expect(list).toContain('  - email: jo@acme.com\n    reason: opt-out\n')
    expect(list).toContain('  - email: zoe@x.io # asked by phone\n')
    expect(list).not.toContain('mo@acme.com')
    expect(tree(root)['customers/_unassigned/contacts/jo-park.md']).toMatch(/consent:\n {2}given: false\n/)
    expect(tree(root)['customers/_unassigned/contacts/al-fox.md']).toMatch(
      /bounced:\n {2}"on": 2026-03-04\n {2}reason: user unknown\n/,
    )
  })

  test('who opts out in a file without addresses is kept from mail at those we know', async () => {
    const root = started()
    const file = exported({
      'contacts.csv': 'Contact ID,Last Name,Email\n1,Park,Jo@acme.com\n',
      'later.csv': 'Contact ID,Last Name,Email Opt Out\n1,Park,true\n',
    })
    await importing(root, [file('contacts.csv')])
    expect(await importing(root, [file('later.csv')])).toMatchObject({ changed: 1, suppressed: 1 })
    expect(tree(root)['workspace-setup/compliance/suppression.yaml']).toContain('- email: jo@acme.com\n    reason: opt-out\n')
    expect(await importing(root, [file('later.csv')])).toMatchObject({ unchanged: 1, suppressed: 0, commit: null })
  })

  test('a row that cannot be read is kept beside its line and the reason; no other is lost', async () => {
    const root = started()
    const file = exported({ 'accounts.csv': 'Id,Name\n1,Acme\n2,Globex,too,many\n3,Hooli\n4,"never closed\n5,Initech\n' })
    const done = await importing(root, [file('accounts.csv')])
    expect(done).toMatchObject({ created: 3 })
    expect(done.rejected).toEqual([
      { file: file('accounts.csv'), line: 3, reason: expect.stringContaining('4 cells') },
      { file: file('accounts.csv'), line: 5, reason: expect.any(String) },
    ])
    const kept = tree(root)['workspace-setup/integrations/imports/rejected/accounts.csv']!
    expect(kept.split('\n')[1]).toContain('2,Globex,too,many')
    expect((await importing(root, [file('accounts.csv')])).commit).toBeNull()
  })

  test('what could be two days is asked before anything is written', async () => {
    const root = started()
    const file = exported({ 'deals.csv': 'Deal Name,Amount,Close Date\nPilot,10,03/04/2026\n' })
    const plan = await importing(root, [file('deals.csv')], { apply: false })
    expect(plan.questions).toMatchObject([{ line: 2 }])
    await expect(importing(root, [file('deals.csv')])).rejects.toThrow('03/04/2026')
    expect(commits(root)).toBe(1)
    const done = await importing(root, [file('deals.csv')], { dates: 'dmy' })
    expect(done.created).toBe(1)
    expect(Object.values(tree(root)).join()).toContain('close_date: 2026-04-03')
  })

  test('rows of one record: the first stands, later ones fill what it leaves open, and all again changes nothing', async () => {
    const root = started()
    const file = exported({
      'contacts.csv':
        'Contact ID,Last Name,Email,Phone,Title\n1,Park,jo@acme.com,+4915112345678,\n2,Park,jo@acme.com,,CTO\n1,Parks,jo@acme.com,,CFO\n',
      'leads.csv': 'Lead ID,Last Name,Company,Lead Status,Email,Phone\n7,Parker,Acme,New,jo@acme.com,+4930123456\n',
    })
    const files = [file('contacts.csv'), file('leads.csv')]
    const done = await importing(root, files)
    expect(done).toMatchObject({ created: 2, changed: 2, rejected: [] })
    expect(done.notes.map(({ file: of, line }) => [of, line])).toContainEqual([file('contacts.csv'), 4])
    const after = tree(root)
    const park = Object.entries(after).filter(([path]) => path.includes('/contacts/'))
    expect(park.map(([path]) => path)).toEqual([
      expect.stringMatching(/park-[a-z0-9]{4}\.md$/),
      'customers/_unassigned/contacts/park.md',
    ])
    expect(park[1]![1]).toContain('name: Park\n')
    expect(park[1]![1]).toContain('phone: "+4915112345678"\ntitle: CFO\n')
    expect(await importing(root, files)).toMatchObject({ created: 0, changed: 0, unchanged: 4, commit: null })
    expect(tree(root)).toEqual(after)
  })

  test('a file that holds no records is passed over, and a map may say what it holds', async () => {
    const root = started()
    const file = exported({ 'dictionary.csv': 'Table,Field,Description\naccounts,account,Company name\n' })
    expect(await importing(root, [file('dictionary.csv')])).toMatchObject({
      created: 0,
      skipped: [{ file: file('dictionary.csv') }],
      commit: null,
    })
  })

  test('people and products go to their lists, and deals name products as the list does', async () => {
    const root = started()
    const file = exported({
      'sales_teams.csv': 'sales_agent,manager,regional_office\nAnna Snelling,Dustin Brinkmann,Central\n',
      'products.csv': 'product,series,sales_price\nGTX Pro,GTX,4821\nMG Special,MG,55\n',
      'sales_pipeline.csv':
        'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\nA1,Anna Snelling,GTXPro,,Won,2026-01-01,2026-02-01,4800\n',
    })
    const done = await importing(root, ['sales_pipeline.csv', 'products.csv', 'sales_teams.csv'].map(file))
    expect(done).toMatchObject({
      created: 4,
      people: ['dustin-brinkmann'],
      products: { matched: [{ written: 'GTXPro', product: 'GTX Pro', rows: 1 }] },
    })
    expect(tree(root)['sales-toolkit/products.yaml']).toContain('- name: GTX Pro\n')
    expect(tree(root)['workspace-setup/people/anna-snelling.yaml']).toContain('manager: dustin-brinkmann')
    expect(Object.entries(tree(root)).find(([path]) => path.includes('/deals/'))![1]).toContain('product: GTX Pro')
  })

  test('a map names columns, computes values and translates stages', async () => {
    const root = started({
      'workspace-setup/integrations/imports/ours.yaml':
        'columns:\n  Deal Size: amount\nvalues:\n  amount: double(row["Deal Size"]) * 1000.0\nstages:\n  Talking: negotiation\n',
    })
    const file = exported({ 'deals.csv': 'Deal Name,Deal Size,Stage\nPilot,12,Talking\n' })
    await importing(root, [file('deals.csv')], { map: 'ours' })
    const [[, text] = ['', '']] = Object.entries(tree(root)).filter(([path]) => path.includes('/deals/'))
    expect(text).toContain('amount: 12000\n')
    expect(text).toContain('stage: negotiation\n')
    expect(text).not.toContain('workflow:')
  })
})

const samples = join(import.meta.dirname, '../../../shared/samples')
const sample = (name: string) => JSON.parse(readFileSync(join(samples, name, 'expected.json'), 'utf8')) as Record<string, never>

describe.skipIf(!existsSync(samples))('samples (skipped without ../shared)', () => {
  const csv = (...names: string[]) => names.map((name) => join(samples, name))

  test('a hardware seller: every figure, also with a fifth of the accounts emptied', async () => {
    const { totals, by_stage: byStage, closed_by_close_quarter: quarters } = sample('crm_sales_opportunities') as any
    const own = csv('crm_sales_opportunities/accounts.csv', 'crm_sales_opportunities/data_dictionary.csv')
    const text = readFileSync(join(samples, 'crm_sales_opportunities/sales_pipeline.csv'), 'utf8')
    const emptied = text
      .split('\n')
      .map((line, n) => (n > 0 && (n * 7919) % 5 === 0 ? line.replace(/^((?:[^,]*,){3})[^,]*/, '$1') : line))
    const file = exported({ 'sales_pipeline.csv': emptied.join('\n') })
    for (const pipelineFile of [csv('crm_sales_opportunities/sales_pipeline.csv')[0]!, file('sales_pipeline.csv')]) {
      const root = started()
      const done = await importing(root, [...own, pipelineFile])
      expect(done).toMatchObject({ created: 819, rejected: [], skipped: [{ reason: expect.any(String) }] })
      const figures = await ask(pipeline, {}, sessionIn(root))
      expect(figures).toMatchObject({
        deals: totals.opportunities,
        won: { count: totals.won, amount: totals.won_revenue },
        lost: { count: totals.lost },
        winRate: totals.win_rate,
        cycleDays: { won: totals.avg_cycle_days_won, lost: totals.avg_cycle_days_lost },
      })
      expect(Object.fromEntries(figures.byStage.map(({ stage, count }) => [stage, count]))).toEqual(byStage)
      expect(figures.byQuarter).toEqual(
        Object.entries(quarters).map(([quarter, { won_revenue: amount }]: any) => ({ quarter, amount })),
      )
    }
  })

  test('Zoho: leads lead to customers, amounts and chances by stage', async () => {
    const { potentials } = sample('zoho_crm') as any
    const root = started()
    const done = await importing(
      root,
      csv('zoho_crm/Potentials.csv', 'zoho_crm/Leads.csv', 'zoho_crm/Contacts.csv', 'zoho_crm/Accounts.csv'),
    )
    // A lead whose address a contact has is that contact.
    expect(done).toMatchObject({ created: 230 + 417 + 390, changed: 129, unchanged: 0, rejected: [] })
    const figures = await ask(pipeline, {}, sessionIn(root))
    expect(
      Object.fromEntries(figures.byStage.map(({ stage, count, amount, weighted }) => [stage, { count, amount, weighted }])),
    ).toEqual(potentials.by_stage)
    expect(figures).toMatchObject({ winRate: potentials.win_rate, won: { amount: potentials.won_amount } })
  }, 60_000)

  test('Salesforce: fifteen letters or eighteen, JSON in cells, a mark at the start', async () => {
    const { opportunities } = sample('salesforce') as any
    const root = started()
    const names = ['Account', 'Contact', 'Lead', 'Opportunity'].map((name) => `salesforce/org_export/${name}.csv`)
    const done = await importing(root, [...csv(...names), ...csv('salesforce/bulk_accounts.csv')])
    expect(done).toMatchObject({ created: 2 + 11 + 6 + 5 + 10, rejected: [] })
    const figures = await ask(pipeline, {}, sessionIn(root))
    expect(
      Object.fromEntries(figures.byStage.map(({ stage, count, amount, weighted }) => [stage, { count, amount, weighted }])),
    ).toEqual(opportunities.by_stage)
    expect(figures.winRate).toBeNull()
  })
})

test('after an import the check finds no error', async () => {
  const root = started()
  const file = exported({ 'accounts.csv': accounts, 'deals.csv': deals })
  await importing(root, [file('accounts.csv'), file('deals.csv')])
  const checked = execFileSync(
    process.execPath,
    [join(import.meta.dirname, '../../bin/dev.js'), 'check', '--json', '--cwd', root],
    { env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T12:00:00Z' }, encoding: 'utf8' },
  )
  expect(
    (JSON.parse(checked) as { problems: { severity: string }[] }).problems.filter(({ severity }) => severity === 'error'),
  ).toEqual([])
}, 30_000)

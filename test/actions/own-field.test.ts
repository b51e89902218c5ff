import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import activityList from '../../src/actions/activity-list.ts'
import { ask } from '../../src/actions/ask.ts'
import check from '../../src/actions/check.ts'
import complete from '../../src/actions/complete.ts'
import contactList from '../../src/actions/contact-list.ts'
import contactNew from '../../src/actions/contact-new.ts'
import customerList from '../../src/actions/customer-list.ts'
import customerNew from '../../src/actions/customer-new.ts'
import dealList from '../../src/actions/deal-list.ts'
import dealMove from '../../src/actions/deal-move.ts'
import dealNew from '../../src/actions/deal-new.ts'
import importCsv from '../../src/actions/import-csv.ts'
import init from '../../src/actions/init.ts'
import list from '../../src/actions/list.ts'
import { perform } from '../../src/actions/perform.ts'
import schemas from '../../src/actions/schemas.ts'
import set from '../../src/actions/set.ts'
import { openSession } from '../../src/session/open.ts'
import { startServer } from '../doors/lsp/client.ts'
import { quietEnv } from '../doors/lsp/quiet-env.ts'
import { folder, git, gitEnv } from '../helpers/workspace.ts'

vi.setConfig({ testTimeout: 60_000 }) // whole workspaces, and a server that is started from its source

const env = { ...gitEnv, DOSSIER_NOW: '2026-11-20T09:00:00Z', DOSSIER_ME: 'ada' }
const open = (cwd: string) => openSession({ cwd, env })
const call = 'customers/acme/activities/2026-11-02-1000-call-pricing-k3f9.md'
const pilot = 'customers/acme/deals/pilot.md'

function put(root: string, path: string, text: string): string {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  return join(root, path)
}

/** A workspace as `dossier init` makes it, with these own fields, a customer, a contact, a call and a deal without them. */
async function fresh(fields: string): Promise<string> {
  const home = folder()
  await init.run(init.input.parse({ dir: 'ws', as: 'Ada <ada@orbit.test>' }), openSession({ cwd: home, env }))
  const root = join(home, 'ws')
  put(root, 'workspace-setup/fields.yaml', fields)
  put(root, 'workspace-setup/processes/checks.yaml', 'next-step-missing: off\n')
  put(root, call, '---\ntype: call\ndate: 2026-11-02\nsubject: Pricing\n---\n')
  put(root, 'customers/acme/customer.md', '---\nname: Acme\n---\n')
  put(root, 'customers/acme/contacts/jo.md', '---\nname: Jo\n---\n')
  put(root, pilot, '---\nname: Pilot\nstage: lead\namount: 100\n---\n')
  git(root, 'add', '--all')
  git(root, '-c', 'user.name=Ada', '-c', 'user.email=ada@orbit.test', 'commit', '--quiet', '--message=Own fields')
  return root
}

const wrongIn = async (root: string) =>
  (await ask(check, {}, open(root))).problems.map(({ path, line, code, message }) => `${path}:${line} ${code}: ${message}`)
const schemaOf = (root: string, kind: string) =>
  JSON.parse(readFileSync(join(root, `workspace-setup/schemas/${kind}.json`), 'utf8')) as {
    properties: Record<string, { enum?: unknown[] }>
    required?: string[]
  }

describe.each([
  ['by its values alone', 'tier: [A, B]'],
  ['as a block list', 'tier:\n    - A\n    - B'],
  ['as values that say more', 'tier: { values: [A, B], label: Tier }'],
  ['as a choice', 'tier: { type: choice, values: [A, B], required: never }'],
])('a field declared %s', (_, field) => {
  test('is held by every kind of record, list, query and schema', async () => {
    const root = await fresh(['customer', 'contact', 'deal', 'activity'].map((kind) => `${kind}:\n  ${field}\n`).join(''))
    expect((await wrongIn(root)).map((line) => line.replace(/:.*/, ''))).toEqual(
      ['activity', 'contact', 'customer', 'deal'].map((kind) => `workspace-setup/schemas/${kind}.json`),
    )
    await perform(schemas, {}, open(root))
    expect(await wrongIn(root)).toEqual([])
    for (const kind of ['customer', 'contact', 'deal', 'activity'])
      expect(schemaOf(root, kind).properties['tier']?.enum).toEqual(['A', 'B', null])

    for (const record of ['acme', 'jo', 'pilot', call]) {
      await expect(perform(set, { record, values: ['tier=C'] }, open(root))).rejects.toMatchObject({
        exitCode: 2,
        message: 'tier: "C" is not one of the choices.',
      })
      await perform(set, { record, values: ['tier=a'] }, open(root))
    }
    const listed = (asked: object) =>
      Promise.all([
        ask(customerList, asked, open(root)),
        ask(contactList, asked, open(root)),
        ask(dealList, asked, open(root)),
        ask(activityList, asked, open(root)),
      ])
    for (const { total, picked } of await listed({ where: 'tier == "A"', fields: 'tier' }))
      expect([total, picked]).toEqual([1, [{ tier: 'A' }]])
    expect((await listed({ where: 'tier != "A"' })).map(({ total }) => total)).toEqual([0, 0, 0, 0])
    await expect(perform(customerNew, { name: 'Bolt', values: ['tier=C'] }, open(root))).rejects.toThrow(/choices/)
    await perform(customerNew, { name: 'Bolt', values: ['tier=B'] }, open(root))
    await perform(contactNew, { customer: 'acme', name: 'Al', values: ['tier=B'] }, open(root))
    await perform(dealNew, { customer: 'acme', name: 'Trial', values: ['tier=B'] }, open(root))
    expect((await ask(customerList, { sort: '-tier', fields: 'slug,tier' }, open(root))).picked).toEqual([
      { slug: 'bolt', tier: 'B' },
      { slug: 'acme', tier: 'A' },
    ])

    put(root, 'workspace-setup/queries/top.yaml', 'about: deal\nwhere: tier == "B"\nfields: [slug, tier]\n')
    expect((await ask(list, { query: 'top' }, open(root))) as object).toMatchObject({ picked: [{ slug: 'trial', tier: 'B' }] })
    const rule = 'assertions:\n  - name: top\n    about: deal\n    require: tier == "A"\n'
    put(root, 'workspace-setup/processes/assertions.yaml', rule)
    put(root, call, '---\ntype: call\ndate: 2026-11-02\nsubject: Pricing\ntier: C\n---\n')
    expect(await wrongIn(root)).toEqual([
      `${call}:5 value-choice: tier: "C" is not one of the choices.`,
      expect.stringMatching(/^customers\/acme\/deals\/trial\.md:\d+ assertion\/top: `tier == "A"` does not hold/),
    ])
    const offered = await ask(
      complete,
      { command: 'deal set', of: 'values', typed: 'tier=', given: { record: 'pilot' } },
      open(root),
    )
    expect(offered.names.map(({ value }) => value)).toEqual(['tier=A', 'tier=B'])
  })
})

test('a field required from a stage on keeps moves and new deals out, and is asked for by the check of what slipped in', async () => {
  const root = await fresh('deal:\n  tier: { type: choice, values: [A, B], required: from stage negotiation }\n')
  const move = (stage: string) => perform(dealMove, { record: 'pilot', stage }, open(root))
  const refused = { exitCode: 4, message: expect.stringContaining('tier is missing') }
  await move('business-case')
  for (const stage of ['negotiation', 'closed-won']) await expect(move(stage)).rejects.toMatchObject(refused)
  await expect(perform(set, { record: 'pilot', values: ['stage=negotiation'] }, open(root))).rejects.toMatchObject(refused)
  const late = { customer: 'acme', name: 'Late', values: ['stage=negotiation', 'amount=1'] }
  await expect(perform(dealNew, late, open(root))).rejects.toMatchObject(refused)

  put(root, pilot, '---\nname: Pilot\nstage: negotiation\namount: 100\n---\n')
  await perform(schemas, {}, open(root))
  const asked = 'The stage negotiation requires `tier != null` (it does not hold).'
  expect(await wrongIn(root)).toEqual([`${pilot}:3 stage-requirement: ${asked}`])
  await perform(set, { record: 'pilot', values: ['tier=B'] }, open(root))
  await move('closed-won')
  expect(await wrongIn(root)).toEqual([])
  put(root, pilot, '---\nname: Pilot\nstage: closed-lost\nlost_reason: price\n---\n')
  expect(await wrongIn(root)).toEqual([])
})

test('a field that is always required is missed by the check and by the schema', async () => {
  const root = await fresh('contact:\n  tier: { values: [A, B], required: always }\n')
  await perform(schemas, {}, open(root))
  expect(await wrongIn(root)).toEqual(['customers/acme/contacts/jo.md:2 value-missing: tier is missing.'])
  expect(schemaOf(root, 'contact').required).toContain('tier')
})

test.each([
  ['its own name', 'Tier', ''],
  ['a heading of import:', 'Customer Class', ', import: [Customer Class]'],
])('an import finds it by %s, and keeps what is none of its values', async (_, heading, more) => {
  const own = `  tier: { values: [A, B]${more} }\n`
  const root = await fresh(['customer', 'contact', 'deal'].map((kind) => `${kind}:\n${own}`).join(''))
  await perform(schemas, {}, open(root))
  const home = folder()
  const files = [
    put(home, 'accounts.csv', `Account Name,Website,${heading}\nZeta,zeta.example,b\nYota,yota.example,C\n`),
    put(home, 'contacts.csv', `First Name,Last Name,Email,Account Name,${heading}\nAl,One,al@zeta.example,Zeta,A\n`),
    put(home, 'deals.csv', `Deal ID,Deal Name,Account Name,Amount,Stage,${heading}\n1,Alpha,Zeta,5,lead,A\n`),
  ]
  await perform(importCsv, { files, apply: true }, open(root))
  const tiers = { fields: 'name,tier', where: 'tier != null' }
  expect((await ask(customerList, tiers, open(root))).picked).toEqual([{ name: 'Zeta', tier: 'B' }])
  expect((await ask(contactList, tiers, open(root))).picked).toEqual([{ name: 'Al One', tier: 'A' }])
  expect((await ask(dealList, tiers, open(root))).picked).toEqual([{ name: 'Alpha', tier: 'A' }])
  expect(readFileSync(join(root, 'customers/yota/customer.md'), 'utf8')).toContain(`imported:\n  ${heading}: C\n`)
  expect(await wrongIn(root)).toEqual([])
})

test.each([
  ['activity', call, '---\ntype: call\ndate: 2026-11-02\nsubject: x\n'],
  ['deal', pilot, '---\nname: Pilot\nstage: lead\namount: 1\n'],
])('an editor completes, explains and judges it: %s', async (kind, path, head) => {
  const root = await fresh(`${kind}:\n  tier: [A, B]\n`)
  const client = startServer(root, quietEnv)
  onTestFinished(() => void client.process.kill('SIGKILL'))
  await client.ask('initialize', { processId: null, rootUri: pathToFileURL(root).href, capabilities: {} })
  client.send({ method: 'initialized', params: {} })
  const uri = pathToFileURL(join(root, path)).href
  const line = head.split('\n').length - 1
  const typing = async (version: number, typed: string) => {
    const text = `${head}${typed}\n---\n`
    if (version > 1)
      client.send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ text }] } })
    else client.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version, text } } })
    const position = { line, character: typed.length }
    const { result } = await client.ask('textDocument/completion', { textDocument: { uri }, position })
    return (result as { items: { label: string }[] }).items.map(({ label }) => label)
  }
  expect(await typing(1, 'ti')).toContain('tier')
  expect(await typing(2, 'tier: ')).toEqual(['A', 'B'])
  await typing(3, 'tier: C')
  const said = await client.find(
    ({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { version?: number }).version === 3,
  )
  expect(JSON.stringify(said?.params)).toContain('is not one of the choices.\\nExpected: one of A, B.')
  const told = await client.ask('textDocument/hover', { textDocument: { uri }, position: { line, character: 1 } })
  expect(JSON.stringify(told.result)).toContain('Expects one of `A`, `B`.')
})

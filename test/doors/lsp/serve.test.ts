import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { ask } from '../../../src/actions/ask.ts'
import check from '../../../src/actions/check.ts'
import { openSession } from '../../../src/session/open.ts'
import { tree } from '../../features/editor/tree.ts'
import { folder, git, workspace } from '../../helpers/workspace.ts'
import { type Client, type Message, startServer } from './client.ts'
import { quietEnv } from './quiet-env.ts'

vi.setConfig({ testTimeout: 60_000 }) // servers are started from their source

type Diagnostic = { range: { start: Place; end: Place }; severity: number; code?: string; message: string }
type Place = { line: number; character: number }
type Published = { uri: string; version?: number; diagnostics: Diagnostic[] }

const full = {
  workspace: {
    applyEdit: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
}

/** A server that has been greeted; it is ended after the test. */
async function greeted(root: string, capabilities: object = full): Promise<Client> {
  const client = startServer(root, quietEnv)
  onTestFinished(() => void client.process.kill('SIGKILL'))
  await client.ask('initialize', { processId: null, rootUri: pathToFileURL(root).href, capabilities })
  client.send({ method: 'initialized', params: {} })
  return client
}

let serving: Client
beforeAll(async () => {
  serving = startServer(tmpdir(), quietEnv)
  await serving.ask('initialize', { processId: null, rootUri: null, capabilities: full })
  serving.send({ method: 'initialized', params: {} })
  return () => void serving.process.kill('SIGKILL')
}, 60_000)

const uriIn = (root: string, path: string) => pathToFileURL(join(root, path)).href
const open = (client: Client, uri: string, text: string) =>
  client.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text } } })
const change = (client: Client, uri: string, version: number, contentChanges: object[]) =>
  client.send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges } })

const isOf = (uri: string) => (message: Message) =>
  message.method === 'textDocument/publishDiagnostics' && (message.params as Published).uri === uri

/** What is wrong in a file, once something is said of it that fits. */
async function wrongIn(client: Client, uri: string, fits: (said: Published) => boolean = () => true): Promise<Published> {
  const found = await client.find((message) => isOf(uri)(message) && fits(message.params as Published))
  if (!found) throw new Error(`Of ${uri} was only said ${JSON.stringify(client.said.findLast(isOf(uri)))}`)
  return found.params as Published
}

const pilot = 'customers/acme/deals/pilot.md'
const at = (line: number, character: number) => ({ line, character })

describe('what the check says', () => {
  const broken: Record<string, string> = {
    ...tree,
    'customers/acme/customer.md':
      '---\nname: Acme\nowner: adda\nstaage: lead\nparent: nobody\nhealth: 900\ntimezone: Mars/Base\n---\nSee [[nowhere]] 🦄 [[acme/nobody]].\n',
    [pilot]:
      '---\r\nname: 🦄 Pilot\r\nowner: "ab"\r\namount: "24,000"\r\nstage: discovry\r\npeople: [{ contact: zed, role: boss }]\r\ncurrency: euro\r\n---\r\n',
    'customers/acme/deals/open.md': '---\nname: [Open\n---\n',
    'customers/acme/deals/fence.md': '---\nname: Open\n',
    'customers/acme/deals/merge.md': '---\nname: A\n<<<<<<< HEAD\nowner: ada\n=======\nowner: ben\n>>>>>>> theirs\n---\n',
    'customers/acme/deals/late.md': '---\nname: Late\nstage: discovery\nopened: 2026-05-01\nclose_date: 2026-04-01\n---\n',
    'customers/acme/contacts/Jo Park.md': '---\nname: Jo\nemail: jo@acme.test\nemails: [not a mail]\n---\n',
    'customers/acme/activities/when.md': '---\ntype: cal\ndate: 2026-02-30\nsubject: x\nby: nobody\n---\n',
    'customers/globex/customer.md': '---\nname: 5\nowner: ben\ndomain: not a domain\n---\n',
    'customers/workflows/other.yaml': 'about: deal\nstages:\n  - id: a\n    require: [amont != null]\n  - id: a\n',
    'workspace-setup/people/ben.yaml': 'name: Ben\nmanager: zoe\n',
    'workspace-setup/triggers/x.yaml': 'r:\n  about: deal\n  all: [stag == "x", amount >]\n  actions: [shout]\n',
    'workspace-setup/territories.yaml': 'territories:\n  - { when: "industri == 1", owner: zoe }\n',
  }

  test('is what an editor is told of every file, word by word', { timeout: 120_000 }, async () => {
    const root = workspace(broken)
    const session = openSession({ cwd: root, env: quietEnv })
    const { problems } = await ask(check, { path: [] }, session)
    const client = serving
    const paths = Object.keys(broken).filter((path) => path.endsWith('.md') || path.endsWith('.yaml'))
    for (const path of paths) open(client, uriIn(root, path), broken[path]!)
    for (const path of paths) {
      const wanted = problems
        .filter((problem) => problem.path === path)
        .map(({ line, code, severity, message, expected }) => ({
          line,
          code,
          severity: severity === 'error' ? 1 : 2,
          message: expected ? `${message}\nExpected: ${expected}.` : message,
        }))
      const tell = ({ diagnostics }: Published) =>
        diagnostics.map(({ range, code, severity, message }) => ({ line: range.start.line + 1, code, severity, message }))
      const isIt = (said: Published) => JSON.stringify(tell(said)) === JSON.stringify(wanted)
      const found = await client.find((message) => isOf(uriIn(root, path))(message) && isIt(message.params as Published), 20_000)
      const last = client.said.findLast(isOf(uriIn(root, path)))
      if (!found) expect({ path, said: last && tell(last.params as Published) }).toEqual({ path, said: wanted })
    }
    expect(problems.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(20)
    expect(git(root, 'status', '--porcelain', '-uall')).toBe('')
  })

  test('is underlined from its place to the end of the value, as the protocol counts letters', async () => {
    const root = workspace(tree)
    const client = serving
    open(
      client,
      uriIn(root, pilot),
      '---\r\nname: 🦄 Pilot\r\nstage: "🦄 discovry" # 中文\r\namount: 1\r\n---\r\n🦄 [[nowhere]] 🦄\r\n',
    )
    const { diagnostics } = await wrongIn(client, uriIn(root, pilot))
    const places = diagnostics.map(({ range, message }) => [message.split('\n')[0], range.start, range.end])
    expect(places).toContainEqual(['stage: the workflow lead-to-close has no stage "🦄 discovry".', at(2, 7), at(2, 19)])
    expect(places).toContainEqual([expect.stringContaining('[[nowhere]]'), at(5, 3), at(5, 17)])
  })

  test('follows what is typed, change by change', async () => {
    const root = workspace(tree)
    const client = serving
    const uri = uriIn(root, pilot)
    open(client, uri, '---\nname: 🦄\nowner: ada\nstage: lead\nnext_step: x\nnext_step_date: 2026-12-01\n---\n')
    expect((await wrongIn(client, uri, ({ version }) => version === 1)).diagnostics).toEqual([])
    change(client, uri, 2, [
      { range: { start: at(1, 8), end: at(1, 8) }, text: ' Pilot' },
      { range: { start: at(2, 7), end: at(2, 10) }, text: 'zoe' },
    ])
    const { diagnostics } = await wrongIn(client, uri, ({ version }) => version === 2)
    expect(diagnostics.map(({ code }) => code)).toEqual(['reference-missing'])
    change(client, uri, 3, [{ range: { start: at(2, 7), end: at(2, 10) }, text: 'ben' }])
    expect((await wrongIn(client, uri, ({ version }) => version === 3)).diagnostics).toEqual([])
  })

  test("follows the team's fields as they are typed, and files that come from elsewhere", async () => {
    const root = workspace({ ...tree, 'workspace-setup/fields.yaml': 'deal: {}\n' })
    const client = serving
    await client.find(({ method }) => method === 'client/registerCapability')
    const [uri, fields] = [uriIn(root, pilot), uriIn(root, 'workspace-setup/fields.yaml')]
    open(
      client,
      uri,
      '---\nname: P\nstage: lead\nnext_step: x\nnext_step_date: 2026-12-01\ntier: C\nprimary_contact: new-one\n---\n',
    )
    expect((await wrongIn(client, uri)).diagnostics.map(({ code }) => code)).toEqual(['reference-missing'])
    open(client, fields, 'deal:\n  tier: { type: choice, values: [A, B] }\n')
    const codes = ({ diagnostics }: Published) => diagnostics.map(({ code }) => code).join(' ')
    await wrongIn(client, uri, (said) => codes(said) === 'value-choice reference-missing')
    writeFileSync(join(root, 'customers/acme/contacts/new-one.md'), '---\nname: New\n---\n')
    const changes = [{ uri: uriIn(root, 'customers/acme/contacts/new-one.md'), type: 1 }]
    client.send({ method: 'workspace/didChangeWatchedFiles', params: { changes } })
    await wrongIn(client, uri, (said) => codes(said) === 'value-choice')
    client.send({ method: 'textDocument/didClose', params: { textDocument: { uri } } })
    expect((await wrongIn(client, uri, ({ version }) => version === undefined)).diagnostics).toEqual([])
  })
})

describe('what other files say', () => {
  test('counts no more once the file is gone, whether or not it was open', async () => {
    const root = workspace({ ...tree, 'customers/acme/contacts/new-one.md': '---\nname: New\n---\n' })
    const [uri, contact] = [uriIn(root, pilot), uriIn(root, 'customers/acme/contacts/new-one.md')]
    const text = '---\nname: P\nstage: lead\nnext_step: x\nnext_step_date: 2026-12-01\nprimary_contact: new-one\n---\n'
    const gone = ({ version, diagnostics }: Published) =>
      version === 2 && diagnostics.some(({ code }) => code === 'reference-missing')
    open(serving, contact, '---\nname: New\n---\n')
    open(serving, uri, text)
    expect((await wrongIn(serving, uri)).diagnostics).toEqual([])
    change(serving, uri, 2, [{ text: `${text}More.\n` }])
    await wrongIn(serving, uri, ({ version }) => version === 2)
    rmSync(join(root, 'customers/acme/contacts/new-one.md'))
    serving.send({ method: 'textDocument/didClose', params: { textDocument: { uri: contact } } })
    await wrongIn(serving, uri, gone)
  })

  test('counts as it stands in the editor', async () => {
    const root = workspace(tree)
    const [uri, workflow] = [uriIn(root, pilot), uriIn(root, 'customers/workflows/lead-to-close.yaml')]
    open(serving, uri, '---\nname: P\nstage: fresh\nnext_step: x\nnext_step_date: 2026-12-01\n---\n')
    expect((await wrongIn(serving, uri)).diagnostics.map(({ code }) => code)).toEqual(['deal-stage-unknown'])
    open(serving, workflow, 'about: deal\nstages: [{ id: fresh }]\n')
    await wrongIn(serving, uri, ({ diagnostics }) => diagnostics.length === 0)
  })

  test('counts among the records of one customer, too', async () => {
    const workflow = 'about: deal\nstages: [{ id: lead, require: [\'contacts.exists(c, c.title == "CEO")\'] }]\n'
    const root = workspace({ ...tree, 'customers/workflows/lead-to-close.yaml': workflow })
    const [uri, lee] = [uriIn(root, pilot), uriIn(root, 'customers/acme/contacts/lee-chan.md')]
    open(serving, uri, '---\nname: P\nstage: lead\nnext_step: x\nnext_step_date: 2026-12-01\n---\n')
    expect((await wrongIn(serving, uri)).diagnostics.map(({ code }) => code)).toEqual(['stage-requirement'])
    open(serving, lee, '---\nname: Lee\n---\n')
    change(serving, lee, 2, [{ range: { start: at(2, 0), end: at(2, 0) }, text: 'title: CEO\n' }])
    await wrongIn(serving, uri, ({ diagnostics }) => diagnostics.length === 0)
  })

  test('is told once all have been read: what a record of another customer claims as well', async () => {
    const twin = 'customers/globex/contacts/jo.md'
    const root = workspace({ ...tree, [twin]: '---\nname: Jo\nemail: jo@acme.test\n---\n' })
    open(serving, uriIn(root, twin), '---\nname: Jo\nemail: jo@acme.test\n---\n')
    const { diagnostics } = await wrongIn(serving, uriIn(root, twin), (said) => said.diagnostics.length > 0)
    expect(diagnostics[0]!.message).toContain('customers/acme/contacts/jo-park.md')
  })
})

describe('actions', () => {
  test('are what repair does, and what the check expects, as changes of the one word', async () => {
    const root = workspace(tree)
    const uri = uriIn(root, pilot)
    open(serving, uri, '---\r\nname: 🦄\r\nowner: "ab" # us\r\nstagee: lead\r\namount: "24,000"\r\n---\r\n- [ ] Call\r\n')
    const offered = async (line: number) => {
      const range = { start: at(line, 0), end: at(line, 3) }
      const { result } = await serving.ask('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [] },
      })
      return (
        result as { title: string; kind: string; edit: { documentChanges: { edits: unknown[] }[] }; diagnostics?: Diagnostic[] }[]
      ).map(({ title, kind, edit, diagnostics = [] }) => [
        title,
        kind,
        edit.documentChanges[0]!.edits,
        diagnostics.map(({ code }) => code),
      ])
    }
    const edit = (line: number, from: number, to: number, newText: string) => [
      { range: { start: at(line, from), end: at(line, to) }, newText },
    ]
    expect(await offered(2)).toContainEqual(['Set owner to ada', 'quickfix', edit(2, 8, 10, 'ada'), ['person-alias']])
    expect(await offered(3)).toContainEqual([
      expect.stringMatching(/^Repair .*stage/),
      'quickfix',
      edit(3, 0, 6, 'stage'),
      ['unknown-key-typo'],
    ])
    expect(await offered(4)).toContainEqual(['Set amount to 24000', 'quickfix', edit(4, 8, 16, '24000'), ['value-type']])
    expect(await offered(6)).toEqual([['Mark the task done', 'refactor.rewrite', edit(6, 3, 4, 'x'), []]])
    expect(await offered(1)).toEqual([])
  })
})

describe('a field the team declares, with no code changed', () => {
  test('is completed, explained and asked for', async () => {
    const fields = 'deal:\n  tier:\n    type: choice\n    values: [A, B]\n    label: Tier\n    required: from stage discovery\n'
    const root = workspace({ ...tree, 'workspace-setup/fields.yaml': fields })
    const client = serving
    const uri = uriIn(root, pilot)
    open(client, uri, '---\nname: P\nstage: discovery\namount: 1\nti\n---\n')
    const keys = await client.ask('textDocument/completion', { textDocument: { uri }, position: at(4, 2) })
    expect((keys.result as { items: { label: string }[] }).items).toContainEqual(
      expect.objectContaining({ label: 'tier', detail: 'A | B' }),
    )
    change(client, uri, 2, [{ range: { start: at(4, 0), end: at(4, 2) }, text: 'tier: ' }])
    const values = await client.ask('textDocument/completion', { textDocument: { uri }, position: at(4, 6) })
    expect((values.result as { items: { label: string }[] }).items.map(({ label }) => label)).toEqual(['A', 'B'])
    const told = await client.ask('textDocument/hover', { textDocument: { uri }, position: at(4, 1) })
    expect((told.result as { contents: { value: string } }).contents.value).toBe(
      "**tier**: Tier\n\nExpects one of `A`, `B`.\n\nRequired from the stage discovery on.\n\nOne of the team's own fields (workspace-setup/fields.yaml).",
    )
    const stage = await client.ask('textDocument/hover', { textDocument: { uri }, position: at(2, 9) })
    expect((stage.result as { contents: { value: string } }).contents.value).toContain('- `tier != null`')
    const empty = await wrongIn(client, uri, ({ version }) => version === 2)
    expect(empty.diagnostics.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('The stage discovery requires `tier != null`'),
    )
    change(client, uri, 3, [{ range: { start: at(4, 6), end: at(4, 6) }, text: 'C' }])
    const wrong = await wrongIn(client, uri, ({ version }) => version === 3)
    expect(wrong.diagnostics.map(({ message }) => message)).toContain(
      'tier: "C" is not one of the choices.\nExpected: one of A, B.',
    )
    change(client, uri, 4, [{ range: { start: at(4, 6), end: at(4, 7) }, text: 'B' }])
    const right = await wrongIn(client, uri, ({ version }) => version === 4)
    expect(right.diagnostics.some(({ message }) => /tier/.test(message))).toBe(false)
    const where = await client.ask('textDocument/definition', { textDocument: { uri }, position: at(4, 1) })
    expect(where.result).toMatchObject({
      uri: uriIn(root, 'workspace-setup/fields.yaml'),
      range: { start: at(1, 2), end: at(1, 6) },
    })
  })
})

describe('a server', () => {
  test('serves several workspaces at once, each by itself, and files outside of all with silence', async () => {
    const outside = folder()
    const [one, two] = [workspace(tree), workspace({ ...tree, 'workspace-setup/people/zoe.yaml': 'name: Zoe\n' })]
    const client = serving
    const text = '---\nname: P\nowner: zoe\nstage: lead\nnext_step: x\nnext_step_date: 2026-12-01\n---\n'
    for (const root of [one, two, outside]) open(client, uriIn(root, pilot), text)
    open(client, 'untitled:Untitled-1', text)
    expect((await wrongIn(client, uriIn(one, pilot))).diagnostics.map(({ code }) => code)).toEqual(['reference-missing'])
    expect((await wrongIn(client, uriIn(two, pilot))).diagnostics).toEqual([])
    for (const uri of [uriIn(outside, pilot), 'untitled:Untitled-1', uriIn(one, 'customers/never-opened.md')])
      for (const method of [
        'hover',
        'completion',
        'definition',
        'references',
        'documentSymbol',
        'codeAction',
        'prepareRename',
        'rename',
      ]) {
        const range = { start: at(2, 8), end: at(2, 8) }
        const params = {
          textDocument: { uri },
          position: at(2, 8),
          range,
          newName: 'x',
          context: { diagnostics: [], includeDeclaration: true },
        }
        expect(await client.ask(`textDocument/${method}`, params)).toMatchObject({ result: null })
      }
    expect(client.said.some(isOf(uriIn(outside, pilot)))).toBe(false)
  })

  test('judges no file of a million letters and more while it is edited, and answers on', async () => {
    const root = workspace(tree)
    const client = serving
    const uri = uriIn(root, pilot)
    open(client, uri, `---\nname: P\nowner: zoe\n---\n${'- [ ] a task @ada [[acme]]\n'.repeat(60_000)}`)
    const { diagnostics } = await wrongIn(client, uri)
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('more than a million letters')])
    expect(await client.ask('textDocument/documentSymbol', { textDocument: { uri } })).toHaveProperty('result')
    expect(await client.ask('textDocument/hover', { textDocument: { uri }, position: at(2, 8) })).toMatchObject({ result: null })
  })

  test('goes on where workspace.yaml, fields.yaml and workflows cannot be read', async () => {
    const bad = {
      'workspace-setup/workspace.yaml': 'name: [',
      'workspace-setup/fields.yaml': 'deal: 5',
      'customers/workflows/lead-to-close.yaml': ': :',
    }
    const root = workspace({ ...tree, ...bad })
    const client = serving
    const uri = uriIn(root, pilot)
    open(client, uri, '---\nname: P\nowner: zoe\nstage: x\n---\n')
    expect((await wrongIn(client, uri)).diagnostics.map(({ code }) => code)).toContain('reference-missing')
    expect(await client.ask('textDocument/completion', { textDocument: { uri }, position: at(3, 8) })).toHaveProperty('result')
    const settings = uriIn(root, 'workspace-setup/workspace.yaml')
    open(client, settings, bad['workspace-setup/workspace.yaml'])
    expect((await wrongIn(client, settings)).diagnostics).not.toEqual([])
  })

  test('survives a workspace that goes away', async () => {
    const root = workspace(tree)
    const client = await greeted(root)
    const uri = uriIn(root, pilot)
    open(client, uri, '---\nname: P\n---\n')
    await wrongIn(client, uri)
    for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true, force: true })
    client.send({ method: 'workspace/didChangeWatchedFiles', params: { changes: [{ uri, type: 3 }] } })
    change(client, uri, 2, [{ text: '---\nname: Q\nowner: \n---\n' }])
    expect(await client.ask('textDocument/completion', { textDocument: { uri }, position: at(2, 7) })).toBeDefined()
    expect(client.process.exitCode).toBe(null)
  })

  test('refuses in words what the editor cannot do', async () => {
    const root = workspace(tree)
    const client = await greeted(root, {})
    const uri = uriIn(root, pilot)
    open(client, uri, tree[pilot]!)
    const rename = await client.ask('textDocument/rename', { textDocument: { uri }, position: at(5, 18), newName: 'jo' })
    expect(rename.error).toMatchObject({
      message: 'This editor cannot move files for a language server, so nothing was renamed.',
    })
    const wrong = await client.ask('textDocument/rename', { textDocument: { uri }, position: at(5, 18), newName: 'Jo Parker' })
    expect(wrong.error).toMatchObject({ message: expect.stringContaining('such as jo-parker') as string })
    const customer = uriIn(root, 'customers/acme/customer.md')
    open(client, customer, tree['customers/acme/customer.md']!)
    const ticked = await client.ask('workspace/executeCommand', { command: 'dossier.toggleTask', arguments: [customer, 11] })
    expect(ticked.error).toMatchObject({ message: expect.stringContaining('takes no changes from a command') as string })
    expect(await client.ask('workspace/executeCommand', { command: 'dossier.toggleTask', arguments: [5] })).toMatchObject({
      result: null,
    })
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test('says that a question was taken back', async () => {
    const root = workspace(tree)
    const client = serving
    const uri = uriIn(root, pilot)
    open(client, uri, tree[pilot]!)
    const params = { textDocument: { uri }, position: at(5, 18), context: { includeDeclaration: true } }
    client.send({ id: 1, method: 'textDocument/references', params })
    client.send({ method: '$/cancelRequest', params: { id: 1 } })
    const answer = await client.find(({ id, method }) => id === 1 && method === undefined)
    expect(answer?.error).toMatchObject({ code: -32800 })
    expect(await client.ask('nothing/known')).toMatchObject({ error: { code: -32601 } })
  })

  test.for([
    ['after a shutdown, 0', true, 0],
    ['without one, 1', false, 1],
  ] as const)('ends with a code: %s', async ([, isAsked, code]) => {
    const client = await greeted(workspace(tree))
    if (isAsked) await client.ask('shutdown')
    client.send({ method: 'exit' })
    expect(await client.ended).toEqual({ err: '', code })
  })

  test('ends when the editor goes away', async () => {
    const client = await greeted(workspace(tree))
    client.process.stdin.end()
    expect((await client.ended).code).toBe(1)
  })

  test('takes the words by which editors start servers', async () => {
    const root = folder()
    mkdirSync(join(root, 'a'))
    const client = startServer(root, quietEnv, ['--stdio', `--clientProcessId=${process.pid}`])
    expect(await client.ask('initialize', { processId: process.pid, rootUri: null, capabilities: {} })).toHaveProperty(
      'result.serverInfo.name',
      'dossier',
    )
    await client.ask('shutdown')
    client.send({ method: 'exit' })
    expect(await client.ended).toEqual({ err: '', code: 0 })
  })
})

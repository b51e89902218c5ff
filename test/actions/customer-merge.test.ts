import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import check from '../../src/actions/check.ts'
import customerMerge from '../../src/actions/customer-merge.ts'
import customerShow from '../../src/actions/customer-show.ts'
import dealNew from '../../src/actions/deal-new.ts'
import importCsv from '../../src/actions/import-csv.ts'
import { perform } from '../../src/actions/perform.ts'
import rm from '../../src/actions/rm.ts'
import undo from '../../src/actions/undo.ts'
import { openSession } from '../../src/session/open.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'

const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const base = {
  'workspace-setup/workspace.yaml': 'name: Ours\n',
  'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
  'customers/acme/customer.md': sheet(
    'name: Acme # the first\ndomain: acme.com\nsegment: smb\nexternal: {hubspot: "1"}',
    '\nOurs. [[globex]]\n',
  ),
  'customers/globex/customer.md': sheet(
    'name: Globex\ndomain: globex.com\nsegment: big\nexternal: {hubspot: "2"}',
    '\nTheirs.\n',
  ),
}
const tree = (more: Record<string, string | Uint8Array> = {}) => workspace({ ...base, ...more })
const open = (cwd: string) => openSession({ cwd, env: { ...gitEnv, DOSSIER_NOW: '2026-11-21T10:00:00Z', DOSSIER_SEED: 's' } })
const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const merge = (root: string, into = 'acme', from = 'globex', how = {}) => perform(customerMerge, { into, from }, open(root), how)
const long = 'They said so, and we wrote it down.\n'.repeat(20)
const files = (root: string) => git(root, 'ls-files').trim().split('\n')
const stub = (to: string, more = '') => sheet(`redirect: ${to}\nmerged: 2026-11-21${more}`)

test('the second becomes part of the first, in one commit, and leaves a stub', async () => {
  const root = tree()
  const { commit, taken, differing } = await merge(root)
  expect(text(root, 'customers/acme/customer.md')).toBe(
    sheet(
      'name: Acme # the first\ndomain: acme.com\nsegment: smb\nexternal: {hubspot: "1"}\naliases: [Globex]\ndomains: [globex.com]',
      '\nOurs. [[acme]]\n\n## Merged from Globex on 2026-11-21\n\nValues of customers/globex/customer.md that were not kept:\n\n- segment: big (kept: smb)\n- external.hubspot: 2 (kept: 1)\n\nTheirs.\n',
    ),
  )
  expect(text(root, 'customers/globex/customer.md')).toBe(stub('../acme/customer.md', '\nexternal:\n  hubspot: "2"'))
  expect(taken.map(({ field }) => field)).toEqual(['aliases', 'domains'])
  expect(differing.map(({ field }) => field)).toEqual(['segment', 'external.hubspot'])
  expect(commit).toBe(git(root, 'rev-parse', 'HEAD').trim())
  expect(git(root, 'status', '--porcelain')).toBe('')
})

test('without --apply nothing is written', async () => {
  const root = tree()
  const { commit, preview } = await merge(root, 'acme', 'globex', { dryRun: true })
  expect(commit).toBe(null)
  expect(preview?.map(({ path }) => path).sort()).toEqual(['customers/acme/customer.md', 'customers/globex/customer.md'])
  expect(git(root, 'status', '--porcelain')).toBe('')
})

test('its files go along, under another name where theirs is taken, and everything that names them is relinked', async () => {
  const root = tree({
    'customers/acme/contacts/sam.md': sheet('name: Sam A'),
    'customers/acme/deals/pilot.md': sheet('name: Pilot'),
    'customers/acme/insights.md': 'Ours.\n',
    'customers/acme/documents/n.md': 'one\n',
    'customers/globex/contacts/sam.md': sheet('name: Sam G'),
    'customers/globex/contacts/bo.md': sheet('name: Bo\nreports_to: sam'),
    'customers/globex/contacts/gone.md': sheet('redirect: bo.md'),
    'customers/globex/deals/pilot.md': sheet('name: Pilot G\nprimary_contact: sam', long),
    'customers/globex/activities/2026-01-01-1000-call-x-ab12.md': sheet(
      'type: call\ndate: 2026-01-01\nsubject: x\nparticipants: [sam, bo]\ndeal: pilot',
    ),
    'customers/globex/documents/n.md': 'two [[bo]]\n',
    'customers/globex/documents/deep/o.md': 'o [p](../../deals/pilot.md)\n',
    'customers/globex/insights.md': 'Theirs, see [[sam]].\n',
    'customers/zeta/customer.md': sheet('name: Zeta\nparent: globex'),
    'customers/zeta/deals/d.md': sheet(
      'name: D\npartners: [{customer: globex}]',
      '[[globex/sam]] [b](../../globex/contacts/bo.md)\n',
    ),
    'customers/prospects/ab/x.example.yaml': 'name: X\ndomain: x.example\ncustomer: globex\n',
    'reporting/pulse/globex-a.yaml':
      'rule: r\nabout: deal\nsubject: customers/globex/deals/pilot.md\ncustomer: globex\nsince: 2026-01-01\nbecause: x\nsource: customers/globex/deals/pilot.md:2\n',
    'reporting/team/old.md': 'customers/globex/deals/pilot.md\n',
    'workspace-setup/triggers/r.yaml': 'r:\n  conditions: [customer.parent != "globex"]\n',
  })
  const { renamed, relinked, moved, left } = await merge(root)
  const [sam, pilot, note] = ['contacts/sam', 'deals/pilot', 'documents/n'].map(
    (name) => renamed.find(({ from }) => from.includes(`/${name}.md`))!.to,
  )
  const slug = (path: string) => path.replace(/^.*\/|\.md$/g, '')
  expect(moved).toEqual({ contacts: 2, deals: 1, activities: 1, documents: 2, others: 0 })
  expect(text(root, sam!)).toBe(sheet('name: Sam G'))
  expect(text(root, 'customers/acme/contacts/bo.md')).toBe(sheet(`name: Bo\nreports_to: ${slug(sam!)}`))
  expect(text(root, pilot!)).toBe(sheet(`name: Pilot G\nprimary_contact: ${slug(sam!)}`, long))
  expect(text(root, 'customers/acme/activities/2026-01-01-1000-call-x-ab12.md')).toContain(
    `participants: [${slug(sam!)}, bo]\ndeal: ${slug(pilot!)}`,
  )
  expect(text(root, note!)).toBe('two [[bo]]\n')
  expect(text(root, 'customers/acme/documents/deep/o.md')).toBe(`o [p](../../deals/${slug(pilot!)}.md)\n`)
  expect(text(root, 'customers/acme/insights.md')).toBe(
    `Ours.\n\n## Merged from Globex on 2026-11-21\n\nTheirs, see [[${slug(sam!)}]].\n`,
  )
  expect(text(root, 'customers/zeta/customer.md')).toBe(sheet('name: Zeta\nparent: acme'))
  expect(text(root, 'customers/zeta/deals/d.md')).toBe(
    sheet('name: D\npartners: [{customer: acme}]', `[[acme/${slug(sam!)}]] [b](../../acme/contacts/bo.md)\n`),
  )
  expect(text(root, 'customers/prospects/ab/x.example.yaml')).toContain('customer: acme\n')
  expect(text(root, 'reporting/pulse/globex-a.yaml')).toContain(
    `subject: ${pilot}\ncustomer: acme\nsince: 2026-01-01\nbecause: x\nsource: ${pilot}:2\n`,
  )
  expect(text(root, 'reporting/team/old.md')).toBe('customers/globex/deals/pilot.md\n')
  expect(left).toEqual(['workspace-setup/triggers/r.yaml:2'])
  expect(relinked.sort()).toEqual([
    'customers/prospects/ab/x.example.yaml',
    'customers/zeta/customer.md',
    'customers/zeta/deals/d.md',
    'reporting/pulse/globex-a.yaml',
  ])
  expect(files(root).filter((path) => path.startsWith('customers/globex/'))).toEqual([
    'customers/globex/contacts/gone.md',
    'customers/globex/contacts/sam.md',
    'customers/globex/customer.md',
    'customers/globex/deals/pilot.md',
  ])
  expect(text(root, 'customers/globex/contacts/gone.md')).toBe(sheet('redirect: ../acme/contacts/bo.md'))
  const { problems } = await ask(check, {}, open(root))
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(git(root, 'log', '--follow', '--format=%s', '--', pilot!).trim().split('\n')).toEqual([
    'acme: globex merged into it',
    'Begin',
  ])
})

test('contacts that are one by their address are merged, and named once', async () => {
  const root = tree({
    'customers/acme/contacts/jo.md': sheet('name: Jo Park\nemail: jo@acme.com'),
    'customers/acme/contacts/info.md': sheet('name: Front desk\nemail: info@acme.com'),
    'customers/globex/contacts/joe.md': sheet('name: Joe Park\nemail: Jo+x@acme.com\nconsent: false', 'Likes tea.\n'),
    'customers/globex/contacts/desk.md': sheet('name: Other desk\nemail: info@acme.com'),
    'customers/globex/deals/d.md': sheet('name: D\npeople:\n  - { contact: joe, role: champion }'),
  })
  const { merged } = await merge(root)
  expect(merged.map(({ from, into }) => [from, into])).toEqual([
    ['customers/globex/contacts/joe.md', 'customers/acme/contacts/jo.md'],
  ])
  expect(text(root, 'customers/acme/contacts/jo.md')).toContain(
    'emails: [Jo+x@acme.com]\nconsent: false\n---\n\n## Merged from Joe Park',
  )
  expect(text(root, 'customers/acme/deals/d.md')).toContain('{ contact: jo, role: champion }')
  expect(text(root, 'customers/globex/contacts/joe.md')).toBe(stub('../acme/contacts/jo.md'))
})

test('attachments that are no text stay with their description, which names the deal where it went', async () => {
  const root = tree({
    'customers/globex/deals/pilot.md': sheet('name: Pilot'),
    'customers/globex/documents/o.pdf': new Uint8Array([0, 1, 2]),
    'customers/globex/documents/o.pdf.meta.yaml': 'title: Offer\ndeal: pilot\n',
  })
  const { stays } = await merge(root)
  expect(stays.map(({ path }) => path)).toEqual([
    'customers/globex/documents/o.pdf',
    'customers/globex/documents/o.pdf.meta.yaml',
  ])
  expect(text(root, 'customers/globex/documents/o.pdf.meta.yaml')).toBe('title: Offer\ndeal: acme/pilot\n')
})

test('hidden files that both have are one, and folders git ignores are left', async () => {
  const root = tree({
    'customers/acme/documents/.gitkeep': '',
    'customers/globex/documents/.gitkeep': '',
    '.gitignore': '*.log\n',
  })
  writeFileSync(join(root, 'customers/globex/x.log'), 'x\n')
  const { same, stays } = await merge(root)
  expect(same).toEqual(['customers/globex/documents/.gitkeep'])
  expect(stays).toEqual([{ path: 'customers/globex/x.log', because: 'git ignores it' }])
  expect(text(root, 'customers/globex/x.log')).toBe('x\n')
})

test('whoever names the second afterwards finds the first', async () => {
  const root = tree({ 'customers/globex/contacts/bo.md': sheet('name: Bo'), 'customers/globex/deals/d.md': sheet('name: D') })
  await merge(root)
  for (const name of ['globex', 'globex.com', 'Globex', 'hubspot:2', 'customers/globex/customer.md'])
    expect((await ask(customerShow, { customer: name }, open(root))).customer).toMatchObject({ slug: 'acme' })
  const { path } = await perform(dealNew, { customer: 'globex', name: 'Next' }, open(root))
  expect(path).toBe('customers/acme/deals/next.md')
})

test('rm of the second takes the stub, not the first', async () => {
  const root = tree()
  await merge(root)
  await perform(rm, { record: 'globex' }, open(root))
  expect(files(root)).toContain('customers/acme/customer.md')
  expect(files(root)).not.toContain('customers/globex/customer.md')
})

describe('refused', () => {
  test.each([
    ['itself', 'acme', 'acme.com', {}, /are the same customer/, 2],
    ['nobody', 'acme', 'nobody', {}, /There is no customer "nobody"/, 3],
    [
      'what is put away',
      'acme',
      'globex',
      { 'customers/globex/customer.md': sheet('name: G\narchived: 2026-01-01') },
      /globex is archived/,
      4,
    ],
    [
      'what leads here already',
      'acme',
      'globex',
      { 'customers/globex/customer.md': stub('../acme/customer.md') },
      /globex was merged into acme already/,
      4,
    ],
    [
      'what this leads to',
      'acme',
      'globex',
      { 'customers/acme/customer.md': stub('../globex/customer.md') },
      /acme was merged into globex already/,
      4,
    ],
    [
      'a circle',
      'acme',
      'globex',
      {
        'customers/acme/customer.md': stub('../globex/customer.md'),
        'customers/globex/customer.md': stub('../acme/customer.md'),
      },
      /is a circle/,
      2,
    ],
    ['what cannot be read', 'acme', 'globex', { 'customers/globex/customer.md': sheet('name: [G') }, /globex\/customer.md:\d/, 2],
  ])('%s', async (_, into, from, more, message, exitCode) => {
    const root = tree(more)
    await expect(merge(root, into, from)).rejects.toMatchObject({ exitCode, message: expect.stringMatching(message) })
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test('edits that git has not seen', async () => {
    const root = tree()
    writeFileSync(join(root, 'customers/globex/new.md'), 'new\n')
    await expect(merge(root)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('customers/globex/new.md') })
  })

  test('a parent into its own subsidiary, until somebody says yes', async () => {
    const root = tree({
      'customers/acme/customer.md': sheet('name: Acme\nparent: globex'),
      'customers/globex/customer.md': sheet('name: Globex\nparent: holding'),
    })
    await expect(merge(root)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('globex is the parent of acme'),
    })
    const { notes } = await merge(root, 'acme', 'globex', { yes: true })
    expect(notes).toEqual(['acme was a subsidiary of globex; its parent is now holding.'])
    expect(text(root, 'customers/acme/customer.md')).toContain('parent: holding\n')
  })
})

const slug = fc.constantFrom('jo', 'bo', 'sam', 'pilot')
const mail = fc.constantFrom('', 'a@x.example', 'b@x.example', 'A+z@x.example')
const words = fc.constantFrom(
  '',
  'Plain.\n',
  'See [[globex]] and [[jo]].\n',
  '[l](../customer.md) customers/globex/deals/pilot.md\n',
  '- [ ] Call [[globex/sam]] @ada\n',
  'No end',
  '\r\nWindows\r\n',
)
const contact = fc
  .record({ slug, mail, to: slug, words })
  .map(({ slug: name, mail: email, to, words: body }): [string, string] => [
    `contacts/${name}.md`,
    sheet(`name: ${name}${email && `\nemail: ${email}`}\nreports_to: ${to}`, body),
  ])
const deal = fc
  .record({ slug, who: slug, words })
  .map(({ slug: name, who, words: body }): [string, string] => [
    `deals/${name}.md`,
    sheet(`name: ${name}\nprimary_contact: ${who} # why\npeople:\n- {contact: ${who}}\n- {contact: sam, role: user}`, body),
  ])
const activity = fc
  .record({ n: fc.integer({ min: 0, max: 3 }), who: fc.uniqueArray(slug), words })
  .map(({ n, who, words: body }): [string, string] => [
    `activities/2026-01-01-100${n}-call-x-ab1${n}.md`,
    sheet(`type: call\ndate: 2026-01-01\nsubject: x\nparticipants: [${who.join(', ')}]\ndeal: pilot`, body),
  ])
const other = fc
  .record({ name: fc.constantFrom('insights.md', 'documents/n.md', 'documents/n.txt'), words })
  .map(({ name, words: body }): [string, string] => [name, body || 'x\n'])
const folder = fc.array(fc.oneof(contact, deal, activity, other), { maxLength: 7 })
const trees = fc.record({ acme: folder, globex: folder, zeta: folder, body: words })

test('whatever two customers hold, no task and no activity is lost, nothing new is wrong, and undo takes all of it back, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(trees, async ({ body, ...folders }) => {
      const root = tree({
        'customers/zeta/customer.md': sheet('name: Zeta\nparent: globex', body),
        'customers/globex/customer.md': sheet('name: Globex\nparent: zeta', body),
        ...Object.fromEntries(
          Object.entries(folders).flatMap(([owner, list]) => list.map(([path, said]) => [`customers/${owner}/${path}`, said])),
        ),
      })
      const errors = async () => (await ask(check, {}, open(root))).problems.filter(({ severity }) => severity === 'error').length
      const said = () =>
        files(root)
          .map((path) => text(root, path))
          .join('\n')
      const count = (pattern: RegExp) => (said().match(pattern) ?? []).length
      const held = () => [count(/- \[ \] Call/g), count(/^type: call\r?$/gm), new Set(said().match(/[\w+]+@x\.example/gi)).size]
      const before = { tree: git(root, 'rev-parse', 'HEAD^{tree}'), errors: await errors(), held: held() }
      await merge(root)
      const doubled = folders.globex.filter(
        ([path, one]) => !/^(?:contacts|deals)/.test(path) && folders.acme.some(([same, mine]) => same === path && mine === one),
      ).length
      if (doubled === 0) expect(held()).toEqual(before.held)
      expect(await errors()).toBeLessThanOrEqual(before.errors)
      await perform(undo, {}, open(root))
      expect(git(root, 'rev-parse', 'HEAD^{tree}')).toBe(before.tree)
      expect(git(root, 'status', '--porcelain')).toBe('')
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('an import after the merge finds the one by both ids, and makes no second again', async () => {
  const root = tree()
  await merge(root)
  writeFileSync(join(root, 'accounts.csv'), 'Record ID,Company name,Company Domain Name\n1,Acme,acme.com\n2,Globex,globex.com\n')
  const { created, rejected } = (
    await perform(importCsv, { files: [join(root, 'accounts.csv')], system: 'hubspot', apply: true }, open(root))
  ).import
  expect([created, rejected]).toEqual([0, []])
  expect(text(root, 'customers/acme/customer.md')).toContain('external: {hubspot: "1"}\n')
})

describe('a document and what describes it', () => {
  const binary = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0xff, 0x00])
  const at = (customer: string, name: string) => `customers/${customer}/documents/${name}`

  test('stay together: one that is no text keeps its description beside it', async () => {
    const root = tree({
      [at('globex', 'offer-ab12.pdf')]: binary,
      [at('globex', 'offer-ab12.meta.yaml')]: 'title: Offer\nfile: offer-ab12.pdf\nsource: "[[globex]]"\n',
      [at('globex', 'pic.png')]: binary,
      [at('globex', 'pic.meta.yaml')]: 'title: Pic\n',
    })
    const { stays, moved } = await merge(root)
    expect(stays.map(({ path }) => path).sort()).toEqual(
      ['offer-ab12.meta.yaml', 'offer-ab12.pdf', 'pic.meta.yaml', 'pic.png'].map((name) => at('globex', name)),
    )
    expect(moved.documents).toBe(0)
    expect(text(root, at('globex', 'offer-ab12.meta.yaml'))).toContain('source: "[[acme]]"')
  })

  test('take another name together, even where the descriptions are the same letter by letter', async () => {
    const same = 'title: Notes\nfile: notes.txt # ours\n'
    const root = tree({
      [at('acme', 'notes.txt')]: 'a\n',
      [at('acme', 'notes.meta.yaml')]: same,
      [at('globex', 'notes.txt')]: 'b\n',
      [at('globex', 'notes.meta.yaml')]: same,
    })
    const { renamed, same: equal } = await merge(root)
    expect(equal).toEqual([])
    const [file = '', meta = ''] = renamed.map(({ to }) => to)
    expect(text(root, file)).toBe('b\n')
    expect(meta).toBe(file.replace('.txt', '.meta.yaml'))
    expect(text(root, meta)).toBe(`title: Notes\nfile: ${file.replace(/^.*\//, '')} # ours\n`)
    expect(text(root, at('acme', 'notes.meta.yaml'))).toBe(same)
  })
})

test('links stay where they are, be what they name there or not', async () => {
  const root = tree()
  symlinkSync('nowhere.md', join(root, 'customers/globex/dead.md'))
  symlinkSync('customer.md', join(root, 'customers/globex/link.md'))
  git(root, 'add', '-A')
  git(root, 'commit', '-qm', 'links')
  const { stays } = await merge(root)
  expect(stays.map(({ path }) => path)).toEqual(['customers/globex/dead.md', 'customers/globex/link.md'])
  expect(text(root, 'customers/globex/customer.md')).toContain('redirect: ../acme/customer.md')
})

test('comments on the fields of the second are kept with its values', async () => {
  const root = tree({
    'customers/globex/customer.md': sheet(
      '# yaml-language-server: $schema=x\nname: Globex # or Globocorp\n# [ ] never on Mondays\nnotes: "# no comment"',
      'Theirs.\n',
    ),
  })
  await merge(root)
  expect(text(root, 'customers/acme/customer.md')).toContain(
    'Comments in customers/globex/customer.md:\n\n- `name: Globex # or Globocorp`\n- `# [ ] never on Mondays`\n\nTheirs.\n',
  )
})

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import customerContext from '../../src/actions/customer-context.ts'
import { openSession } from '../../src/session/open.ts'
import { gitAt } from '../helpers/history.ts'
import { git, gitEnv } from '../helpers/workspace.ts'

const home = join(import.meta.dirname, '../..')
const shared = [
  'workspace-setup/workspace.yaml',
  'workspace-setup/people',
  'workspace-setup/fields.yaml',
  'customers/workflows',
  'sales-toolkit',
  'reporting/pulse',
]

/** The rows of the table beside this file, by customer. */
const table = Map.groupBy(
  readFileSync(join(import.meta.dirname, 'customer-context-answers.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| [a-z-]+ \| \d/.test(line))
    .map((line) => {
      const [customer = '', question = '', file = '', change = '', before = '', after = ''] = line.slice(2, -2).split(' | ')
      return { customer, question, file, change, before, after }
    }),
  ({ customer }) => customer,
)
const samples = [...table.keys()]

/** A workspace with one sample customer alone, outside git. */
function sampleOf(customer: string): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'dossier-answers-')))
  for (const path of [...shared, `customers/${customer}`]) cpSync(join(home, path), join(root, path), { recursive: true })
  return root
}

async function packOf(root: string, customer: string): Promise<string> {
  const session = openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T11:00:00Z' } })
  const { text = '' } = await ask(customerContext, { customer }, session)
  return text
}

const unescape = (text: string) => text.replaceAll('\\n', '\n')

/** The text of a file after a change as the table writes it. Fails when what it replaces is not there. */
function changed(text: string, written: string): string {
  return written.split(' ;; ').reduce((now, one) => {
    const [was = '', will = ''] = one.replace(/^⇒ /, ' ⇒ ').replace(/ ⇒$/, ' ⇒ ').split(' ⇒ ')
    if (was === '') return unescape(will)
    expect(now).toContain(unescape(was))
    return now.replace(unescape(was), unescape(will))
  }, text)
}

test('every sample customer is asked every question', () => {
  const folders = [
    'acme',
    'brightmarsh',
    'cordillera',
    'halden',
    'kitano',
    'lindqvist',
    'maplewood',
    'nordwind',
    'orsini',
    'pellworth',
    'tessera',
    'veldhuis',
    'veldhuis-belgie',
  ]
  expect(samples.toSorted()).toEqual(folders)
  for (const rows of table.values())
    expect([...new Set(rows.map(({ question }) => question.slice(0, 1)))].join('')).toBe('123456789')
})

describe.each(samples)('the compact pack of %s', { timeout: 30_000 }, (customer) => {
  let root = ''
  let before = ''
  beforeAll(async () => {
    root = sampleOf(customer)
    before = await packOf(root, customer)
  })
  afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 3 }))

  test('has at most 5,000 tokens', () => {
    expect(encode(before, { disallowedSpecial: new Set() }).length).toBeLessThanOrEqual(5_000)
  })

  test.each(table.get(customer)!)('answers $question, and $file changes it', async (row) => {
    const path = join(root, 'customers', customer, row.file)
    const was = existsSync(path) ? readFileSync(path, 'utf8') : undefined
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, changed(was ?? '', row.change))
    try {
      const after = await packOf(root, customer)
      if (row.before !== '-') expect(before).toContain(row.before)
      if (row.before !== '-') expect(after).not.toContain(row.before)
      if (row.after !== '-') expect(after).toContain(row.after)
      if (row.after !== '-') expect(before).not.toContain(row.after)
    } finally {
      if (was === undefined) rmSync(path)
      else writeFileSync(path, was)
    }
  })

  test('answers 10 what changed in 30 days, and a commit changes it', async () => {
    git(root, 'init', '--quiet', '--initial-branch=main')
    git(root, 'add', '--all')
    gitAt(root, '2026-10-01T10:00:00Z', [
      '-c',
      'user.name=Ada',
      '-c',
      'user.email=ada@example.test',
      'commit',
      '--quiet',
      '--message=Begin',
    ])
    const calm = await packOf(root, customer)
    expect(calm).toContain('in the last 30 days: ')
    expect(before).toContain('in the last 30 days: ')
    const path = join(root, 'customers', customer, 'customer.md')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace(/^owner: .*$/m, 'owner: elif-demir'))
    gitAt(root, '2026-11-16T10:00:00Z', [
      '-c',
      'user.name=Ada',
      '-c',
      'user.email=ada@example.test',
      'commit',
      '--all',
      '--quiet',
      '--message=Hand over',
    ])
    const moved = await packOf(root, customer)
    const line = moved.split('\n').find((one) => one.includes('→ Elif Demir'))
    expect(line).toMatch(/^- 2026-11-16 .*: owner .+ → Elif Demir, by Ada /)
    expect(calm).not.toContain('Elif Demir, by Ada')
    writeFileSync(path, text)
  })
})

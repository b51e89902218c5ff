import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Config } from '@oclif/core'
import { describe, expect, test } from 'vitest'
import { dossier } from '../doors/bad-input.ts'
import { folder, gitEnv } from '../helpers/workspace.ts'

const sample = fileURLToPath(new URL('../../../shared/samples/markdown_crm/', import.meta.url))
const here = existsSync(sample)
if (!here) console.log('The Markdown CRM is not beside this checkout (../shared/samples/markdown_crm): skipped.')

const git = (root: string, ...args: string[]) => {
  const { status, stderr } = spawnSync('git', args, { cwd: root, env: gitEnv, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

/** Notes somebody kept without us, under git, opened as a workspace: as they are, or laid where our customers lie. */
function opened(how: 'as they are' | 'as customers'): string {
  const root = folder()
  cpSync(join(sample, 'crm'), how === 'as they are' ? root : join(root, 'customers'), { recursive: true })
  if (how === 'as customers')
    for (const name of readdirSync(join(root, 'customers/companies')).filter((one) => one.endsWith('.md'))) {
      const slug = name.slice(0, -'.md'.length)
      for (const inner of ['contacts', 'deals', 'activities'])
        mkdirSync(join(root, 'customers', slug, inner), { recursive: true })
      cpSync(join(sample, 'crm/companies', name), join(root, 'customers', slug, 'customer.md'))
      cpSync(join(sample, 'crm/contacts'), join(root, 'customers', slug, 'contacts'), { recursive: true })
      cpSync(join(sample, 'crm/opportunities'), join(root, 'customers', slug, 'deals'), { recursive: true })
      cpSync(join(sample, 'crm/activities'), join(root, 'customers', slug, 'activities'), { recursive: true })
    }
  mkdirSync(join(root, 'workspace-setup/people'), { recursive: true })
  writeFileSync(join(root, 'workspace-setup/workspace.yaml'), 'name: Foreign\n')
  writeFileSync(join(root, 'workspace-setup/people/ada.yaml'), 'name: Ada\nemails: [ada@example.test]\n')
  git(root, 'init', '--quiet', '--initial-branch=main')
  git(root, 'config', 'user.name', 'Ada')
  git(root, 'config', 'user.email', 'ada@example.test')
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', '--message=Begin')
  return root
}

/** Every file with its bytes and mode, what is ours to delete (.dossier) and git's own aside. */
function hashOf(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !/^\.(?:git|dossier)(?:\/|\\|$)/.test(path),
  )
  return Object.fromEntries(
    paths.toSorted().map((path) => {
      const stat = statSync(join(root, path))
      const bytes = stat.isFile()
        ? createHash('sha256')
            .update(readFileSync(join(root, path)))
            .digest('hex')
        : 'folder'
      return [path, `${stat.mode} ${bytes}`]
    }),
  )
}

const { commands } = await Config.load(dirname(dirname(import.meta.dirname)))

/** Commands that change the tree or the machine, or that never end by themselves. */
const others =
  /^(?:accept|archive|assign|commit|completion|edit|handover|hooks|import|init|intake|log|lsp|me|migrate|reindex|repair|rm|save|schemas|set|undo)\b|\b(?:apply|done|merge|move|new|run|set)$/
const reading = commands.map(({ id }) => id.replaceAll(':', ' ')).filter((name) => !others.test(name))

/** What each argument gets; a record of this tree, where there is one. */
const values: Record<string, string> = {
  activity: 'customers/elastic/activities/2024-03-07-14-20-email-elastic-search-optimization.md',
  contact: 'elastic/park-jenny',
  customer: 'elastic',
  deal: 'customers/elastic/deals/elastic-2024-q2-search-optimization.md',
  line: 'dossier customer show e',
  query: 'deals',
  words: 'optimization',
}

const argumentsOf = (name: string) =>
  Object.values(commands.find(({ id }) => id.replaceAll(':', ' ') === name)!.args)
    .filter((arg) => arg.required || arg.name === 'words' || arg.name === 'query')
    .map((arg) => values[arg.name === 'record' ? name.split(' ')[0]! : arg.name] ?? 'elastic')

/** Plans of changing commands read as well: nothing may be written without --apply. */
const plans = [
  ['repair'],
  ['territory', 'check'],
  ['customer', 'merge', 'elastic', 'grafana'],
  ['set', 'elastic', 'industry=Search', '--dry-run'],
  ['schemas', '--dry-run'],
]

describe.skipIf(!here).each(['as they are', 'as customers'] as const)('notes of others, %s', (how) => {
  test('no reading command changes a byte or breaks down', { timeout: 600_000 }, () => {
    expect(reading.length).toBeGreaterThan(20)
    const root = opened(how)
    const before = hashOf(root)
    const lines = [...reading.map((name) => [...name.split(' '), ...argumentsOf(name)]), ...plans]
    const told = lines
      .map((line) => (how === 'as customers' ? line : [...line, '--json']))
      .map((line) => ({ line, ...dossier(root, line) }))
    const broken = told.filter(({ status, stderr }) => status === null || status >= 70 || /fault of ours|\n {4}at /.test(stderr))
    expect(broken.map(({ line, status, stderr }) => `${line.join(' ')} [${status}] ${stderr.slice(0, 600)}`)).toEqual([])
    expect(hashOf(root)).toEqual(before)
    expect(
      spawnSync('git', ['status', '--porcelain'], { cwd: root, env: gitEnv, encoding: 'utf8' }).stdout.replace(
        /^\?\? \.dossier\/\n/,
        '',
      ),
    ).toBe('')
    console.log(
      `${told.length} readings of notes ${how}: ${told.filter(({ status }) => status === 0).length} answered, the others refused with a reason`,
    )
  })
})

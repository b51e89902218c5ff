// `npm run demo`: the sample company in .demo/, and a piece of each thing Dossier does. Plain JavaScript: it is the first command after a clone.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clearDemo, demo, furnishDemo } from './demo-folder.js'
import { install } from './install.js'
import { ownNode, root } from './own-node.js'

/** What is installed takes so much of the disk, in megabytes. */
const size = 430

/** How long a shown line may be. */
const width = Math.max(80, process.stdout.columns ?? 110)

const leads = 'personal/priya-raman/inbox/trade-fair-leads.csv'
const call = 'Budget is approved, says Dana. She wants the order form by Friday.'
const last = './dossier log call marcus.bell@acme.com "Went through his questions. Send Marcus the drawing by Friday."'

function stop(because) {
  console.error(because)
  process.exit(1)
}

/** What the surroundings lack, in a sentence; nothing when all is well. */
function judgeSurroundings() {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    return `${root} cannot be written to, and the demo works in a folder .demo in it: clone the repository to a place of yours.`
  }
  if (spawnSync('git', ['--version']).error)
    return 'There is no git on this machine, and a workspace is kept by git: install it (https://git-scm.com/downloads).'
  if (!existsSync(join(root, '.git')))
    return `${root} is no clone (it has no .git), and the demo needs one: git clone the repository.`
  return undefined
}

/** The machine's own settings for dossier and git stay out of the demo; the hour and the seed may be given. */
function surroundings() {
  const foreign = /^(GIT_|NODE_OPTIONS$|DOSSIER_(?!NOW$|SEED$)|NO_COLOR$|FORCE_COLOR$)/
  const kept = Object.entries(process.env).filter(
    ([name]) => !foreign.test(name) || /^GIT_(CONFIG_GLOBAL|CONFIG_NOSYSTEM|SSL)/.test(name),
  )
  const settings = { 'commit.gpgsign': 'false', 'core.hooksPath': join('.git', 'hooks') }
  const config = Object.entries(settings).flatMap(([key, value], n) => [
    [`GIT_CONFIG_KEY_${n}`, key],
    [`GIT_CONFIG_VALUE_${n}`, value],
  ])
  return { ...Object.fromEntries([...kept, ...config]), GIT_CONFIG_COUNT: String(Object.keys(settings).length), NO_COLOR: '1' }
}

const env = surroundings()

/** Runs a program in the demo's folder; where it fails, the demo ends and shows what was run and what it said. */
function run(program, args, shown, cwd = demo) {
  const { status, stdout, stderr, error, signal } = spawnSync(program, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0)
    stop(
      `${shown}\n${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}\nThe demo stopped here (${signal ?? `exit code ${status}`}).`,
    )
  return { out: stdout, err: stderr }
}

const quote = (word) => (/^[\w./@=:-]+$/.test(word) ? word : `"${word}"`)
const dossier = (...args) => run(ownNode(), [join(root, 'bin', 'run.js'), ...args], `./dossier ${args.map(quote).join(' ')}`)

const bold = (text) => (process.stdout.isTTY ? `\x1b[1m${text}\x1b[22m` : text)
const dim = (text) => (process.stdout.isTTY ? `\x1b[2m${text}\x1b[22m` : text)

const cut = (line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line)

/** A text without its blank lines, and without what it says of itself. */
const dense = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^<!--|^All that follows/.test(line))
    .join('\n')

/** One thing a seller gets: its heading, what was typed, and the beginning of what was said. */
function show(heading, shown = []) {
  console.log(`\n${bold(heading)}`)
  for (const { typed, text, lines = 12 } of shown) {
    console.log(dim(`  $ ${typed}`))
    const all = text.trimEnd().split('\n')
    for (const line of all.slice(0, lines)) console.log(cut(`  ${line}`).trimEnd())
    if (all.length > lines) console.log(dim(`  … and ${all.length - lines} more ${all.length === lines + 1 ? 'line' : 'lines'}`))
  }
}

/** The customer of whom most is known: the one whose contexts have to leave something out. */
function bestKnown() {
  const folder = join(demo, 'customers')
  const counted = readdirSync(folder).flatMap((slug) => {
    const activities = join(folder, slug, 'activities')
    return slug !== '_unassigned' && existsSync(activities) ? [{ slug, count: readdirSync(activities).length }] : []
  })
  return counted.sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1))[0].slug
}

function showStart() {
  const made = dossier('init', '.', '--sample', '--as', 'Priya Raman <priya@orbit-analytics.example>')
  dossier('me', 'priya-raman')
  furnishDemo(ownNode())
  const history = run('git', ['log', '--format=%ad  %an: %s', '--date=short', '-4'], 'git log')
  show('1. A workspace: a sales team’s customers, deals and half a year of history, as plain files under git', [
    { typed: './dossier init . --sample', text: made.out.replace(/\nLeft alone:[\s\S]*$/, '') },
    { typed: 'git log -4', text: history.out },
  ])
}

function showImport() {
  const words = ['import', 'csv', leads, '--new-customers']
  const plan = dossier(...words)
  const done = dossier(...words, '--apply')
  show('2. Bring in what you have: a plan first, then one commit', [
    { typed: `./dossier ${words.join(' ')}`, text: plan.out, lines: 7 },
    { typed: `./dossier ${words.join(' ')} --apply`, text: done.out, lines: 1 },
  ])
}

function showContexts() {
  const customer = bestKnown()
  const compact = dossier('customer', 'context', customer, '--tier', 'compact')
  const sizes = ['compact', 'standard', 'extended'].map((tier) => {
    const { tokens, budget, leftOut } = JSON.parse(dossier('customer', 'context', customer, '--tier', tier, '--json').out)
    const left = leftOut.length === 0 ? 'nothing left out' : `${leftOut.length} files shortened or left out, each named`
    return `${tier.padEnd(9)} ${String(tokens).padStart(7)} of ${String(budget).padStart(7)} tokens; ${left}`
  })
  show('3. What any model or colleague should know about a customer: within a budget, each fact with its source', [
    { typed: `./dossier customer context ${customer} --tier …`, text: sizes.join('\n') },
    { typed: `./dossier customer context ${customer} --tier compact`, text: dense(compact.out), lines: 8 },
  ])
}

function showRules() {
  const rules = dossier('trigger', 'list')
  const first = dossier('trigger', 'run')
  const logged = dossier('log', 'call', 'jo@acme.com', call)
  const fired = dossier('trigger', 'run')
  show('4. Rules that read what was said, and tell whom it concerns', [
    { typed: './dossier trigger list', text: rules.out, lines: 8 },
    { typed: './dossier trigger run', text: first.out || first.err, lines: 2 },
    { typed: `./dossier log call jo@acme.com "${call}"`, text: logged.out, lines: 2 },
    { typed: './dossier trigger run', text: fired.out, lines: 8 },
  ])
}

function showReport() {
  const report = dossier('report', 'run', 'ae', '--include-goals')
  const path = /\S+\.md/.exec(report.out)?.[0]
  const text = readFileSync(join(demo, path), 'utf8')
  show('5. A report, written into the tree and committed; each figure leads back to its files', [
    { typed: './dossier report run ae --include-goals', text: report.out, lines: 1 },
    { typed: `head ${path}`, text: dense(text), lines: 9 },
  ])
}

function showHistory() {
  const log = run('git', ['log', '--oneline', '-5'], 'git log --oneline -5')
  show('6. All of it is history you can read, share and undo', [{ typed: 'git log --oneline -5', text: log.out }])
}

function runDemo() {
  console.log(`Installs about ${size} MB once, then takes under a minute. Works in .demo/ and nowhere else.`)
  const failure = judgeSurroundings() ?? install() ?? clearDemo()
  if (failure) stop(failure)
  run(ownNode(), [join(root, 'scripts', 'build.js')], 'npm run build', root)
  for (const step of [showStart, showImport, showContexts, showRules, showReport, showHistory]) step()
  console.log(`\n${bold('Now you. Priya’s morning, and a call of your own:')}\n\ncd .demo\n./dossier brief\n${last}`)
}

runDemo()

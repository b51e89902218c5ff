import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { median } from '../measure.ts'
import { byRelevance, newestFirst, packSentences, sentencesOf } from './baselines.ts'
import { type Fact, isCurrent } from './fact.ts'
import { type Account, generateAccount } from './generate-account.ts'
import { judgePack, type Verdict } from './judge-pack.ts'
import { layAccount } from './lay-account.ts'
import { packAccount } from './pack-account.ts'
import { type Half, kinds } from './parts.ts'
import { keyOf, readPack } from './read-pack.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    half: { type: 'string' },
    budget: { type: 'string' },
    keep: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
})
const halves = values.half ? [values.half as Half] : (['a', 'b'] as const)
if (!halves.every((half) => half === 'a' || half === 'b')) throw new Error('--half takes a or b')
const budgets = values.budget ? [Number(values.budget)] : [5_000, 40_000, 200_000]
const seeds = Array.from({ length: Number(values.seeds) }, (_, n) => Number(values.seed) + n)

type Measured = { verdict: Verdict; tokens: number; ms: number }
type Figures = { dossier: Measured; newest: Measured; bm25: Measured }

async function measureAccount(half: Half, seed: number): Promise<Map<number, Figures>> {
  const account = generateAccount(half, seed)
  const root = values.keep ? join(values.keep, `${half}-${seed}`) : mkdtempSync(join(tmpdir(), 'dossier-quality-'))
  try {
    layAccount(account, root)
    describe(half, seed, account)
    const sentences = sentencesOf(account.files)
    const orders = { newest: newestFirst(sentences), bm25: byRelevance(sentences) }
    const found = new Map<number, Figures>()
    for (const budget of budgets) {
      const judge = (pack: Parameters<typeof judgePack>[0]) => judgePack(pack, account.facts, account.files)
      const rival = (order: keyof typeof orders): Measured => {
        const { pack, tokens } = packSentences(orders[order], budget)
        return { verdict: judge(pack), tokens, ms: 0 }
      }
      const { text, tokens, ms } = await packAccount(account, root, budget)
      if (values.keep) writeFileSync(`${root}-${budget}.md`, text)
      found.set(budget, { dossier: { verdict: judge(readPack(text)), tokens, ms }, newest: rival('newest'), bm25: rival('bm25') })
    }
    return found
  } finally {
    if (!values.keep) rmSync(root, { recursive: true, force: true })
  }
}

function describe(half: Half, seed: number, { files, facts }: Account) {
  const sizes = [...files].filter(([path]) => path.includes('/activities/')).map(([, text]) => text.length)
  const letters = sizes.reduce((sum, size) => sum + size, 0)
  const current = facts.filter(isCurrent)
  console.log(
    `half ${half}, seed ${seed}: ${sizes.length} activities of ${Math.round(letters / sizes.length)} letters, ${facts.length} facts, ${current.length} of them current`,
  )
}

const percent = (part: number) => `${(part * 100).toFixed(1)} %`

/** What recall is aimed at, by the better baseline's. */
function aimOf(budget: number, better: number): number | undefined {
  if (budget === 5_000) return Math.max(0.6, Math.min(0.9, 2 * better))
  return budget === 40_000 ? 0.9 : budget === 200_000 ? 1 : undefined
}

const print = (...cells: string[]) =>
  console.log(cells.map((cell, n) => cell.padEnd([9, 15, 8, 8, 11, 22, 10, 8][n] ?? 0)).join('| '))

function printHalf(half: Half, runs: readonly Map<number, Figures>[]): boolean {
  let isMet = true
  console.log(`\nhalf ${half}${seeds.length > 1 ? `, ${seeds.length} seeds: medians, and sums of what is wrong` : ''}`)
  print('budget', 'what', 'recall', 'aim', 'superseded', 'citations', 'tokens', 'ms', `recall of ${kinds.join(', ')}`)
  for (const budget of budgets) {
    const all = runs.map((run) => run.get(budget)!)
    const recallOf = (what: keyof Figures) => median(all.map((one) => one[what].verdict.recall))
    const aim = aimOf(budget, Math.max(recallOf('newest'), recallOf('bm25')))
    for (const what of ['dossier', 'newest', 'bm25'] as const) {
      const own = all.map((one) => one[what])
      const superseded = own.reduce((sum, { verdict }) => sum + verdict.wrong.length, 0)
      const cited = own.reduce((sum, { verdict }) => sum + verdict.citations.all, 0)
      const wrong = own.reduce((sum, { verdict }) => sum + verdict.citations.wrong.length, 0)
      const recall = recallOf(what)
      const isOurs = what === 'dossier'
      if (isOurs && (superseded > 0 || wrong > 0 || (aim !== undefined && recall < aim - 1e-9))) isMet = false
      print(
        String(budget),
        isOurs ? 'dossier' : what === 'newest' ? 'newest first' : 'BM25',
        recall.toFixed(3),
        isOurs && aim !== undefined ? `≥ ${aim.toFixed(2)}` : '',
        String(superseded),
        cited === 0 ? 'none' : `${percent(1 - wrong / cited)} of ${cited}`,
        String(median(own.map(({ tokens }) => tokens))),
        isOurs ? String(Math.round(median(own.map(({ ms }) => ms)))) : '',
        kinds.map((kind) => median(own.map(({ verdict }) => verdict.byKind[kind])).toFixed(2)).join(' '),
      )
    }
  }
  return isMet
}

/** Lists what a pack got wrong; of half b only where it alone is asked for, so that nobody tunes on it by accident. */
function printMisses(half: Half, run: ReadonlyMap<number, Figures>) {
  if (half === 'b' && values.half !== 'b') return
  const say = ({ kind, day, spots, sentence, later }: Fact) => {
    const next = later.at(-1)
    return `  ${kind} ${day} ${spots.map(keyOf).join(' ')}\n    ${sentence}${next ? `\n    now: ${next.sentence} (${next.spots.map(keyOf).join(' ')})` : ''}`
  }
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0 && console.log(`\n${title} (${lines.length}):\n${lines.join('\n')}`)
  for (const [budget, { dossier }] of run) {
    const { missing, wrong, slandered, citations } = dossier.verdict
    list(`${budget}: current facts that are missing`, missing.map(say))
    list(`${budget}: superseded facts shown as current`, wrong.map(say))
    list(`${budget}: current facts marked as something else (not counted)`, slandered.map(say))
    list(
      `${budget}: wrong citations`,
      citations.wrong.slice(0, 40).map((one) => `  ${one}`),
    )
  }
}

let isMet = true
for (const half of halves) {
  const runs: Map<number, Figures>[] = []
  for (const seed of seeds) runs.push(await measureAccount(half, seed))
  if (!printHalf(half, runs)) isMet = false
  if (values.misses) for (const run of runs) printMisses(half, run)
}
if (!isMet) {
  console.log('\nAn aim was missed, a superseded fact was shown as current, or a citation was wrong.')
  process.exitCode = 1
}

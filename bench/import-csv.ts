import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountLines, dealLines, writeLines } from './generate-csv.ts'
import { measure, median, type Row } from './measure.ts'

const [deals, many, turns] = [8_800, 1_000_000, 3]

/** What of an import's answer says that it was one. */
type Answer = { created: number; changed: number; rejected: unknown[]; commit?: string | null }

type Ran = { seconds: number; megabytes: number; answer: Answer }

/** Has a program of Node say, when it ends, how much memory it had at most. */
const tellPeak = "process.on('exit', () => process._rawDebug('peak ' + process.resourceUsage().maxRSS))"

function run(args: string[], cwd: string): Ran {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: devNull,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tellPeak)}`,
  }
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(args[0]!, args.slice(1), { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 })
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  const peaks = [...stderr.matchAll(/^peak (\d+)$/gm)].map(([, size]) => Number(size) / 1024)
  return { seconds, megabytes: Math.max(...peaks), answer: (stdout.startsWith('{') ? JSON.parse(stdout) : {}) as Answer }
}

/** Imports an export into a new workspace, again into the same, and plans the import of a very long one. */
export function importRows(dossier: (...args: string[]) => string[], nothing: string[]): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-import-'))
  const inFolder = (name: string) => join(folder, name)
  try {
    run(dossier('init', inFolder('new'), '--as', 'Ada <ada@example.test>'), folder)
    writeLines(inFolder('accounts.csv'), accountLines())
    writeLines(inFolder('deals.csv'), dealLines(deals))
    writeLines(inFolder('many.csv'), dealLines(many))
    const importing = (name: string, ...rest: string[]) =>
      dossier('import', 'csv', inFolder('accounts.csv'), inFolder(name), '--json', ...rest)

    const n = measure({ n: { args: nothing } })('n') / 1000
    const [first, second]: [Ran[], Ran[]] = [[], []]
    // No copy is taken away before the end: some disks are slow to make files where many were just removed.
    for (let turn = 0; turn < turns; turn++) {
      const copy = inFolder(`turn-${turn}`)
      cpSync(inFolder('new'), copy, { recursive: true })
      first.push(run(importing('deals.csv', '--apply'), copy))
      second.push(run(importing('deals.csv', '--apply'), copy))
    }
    for (const { answer } of first)
      if (answer.created < deals || answer.rejected.length > 0 || !answer.commit) throw new Error(`Not an import: ${say(answer)}`)
    for (const { answer } of second)
      if (answer.created + answer.changed > 0) throw new Error(`The second import is not the first: ${say(answer)}`)
    const seconds = (runs: Ran[]) => median(runs.map((ran) => ran.seconds))
    const inNodes = (took: number) => `s (${Math.round(took / n)} N)`
    const [took, again] = [seconds(first), seconds(second)]
    const plan = run(importing('many.csv'), inFolder('new'))
    if (plan.answer.created < many) throw new Error(`Not a plan of ${many} rows: ${say(plan.answer)}`)
    return [
      { what: 'import of 8,800 deals', measured: took, bound: 10, unit: inNodes(took) },
      { what: 'the same import again', measured: again, bound: 3, unit: inNodes(again) },
      {
        what: 'plan of 1,000,000 deals',
        measured: plan.megabytes,
        bound: 500,
        unit: `MB at most, in ${Math.round(plan.seconds)} s`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const say = ({ created, changed, rejected, commit }: Answer) =>
  JSON.stringify({ created, changed, rejected: rejected.length, commit })

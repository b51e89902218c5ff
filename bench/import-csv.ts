import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountLines, dealLines, writeLines } from './generate-csv.ts'
import { measure, median, type Row, type Watched, watch } from './measure.ts'

const [deals, many, turns] = [8_800, 1_000_000, 3]

/** What of an import's answer says that it was one. */
type Answer = { created: number; changed: number; rejected: unknown[]; commit?: string | null }

type Ran = Watched & { answer: Answer }

function run(args: string[], cwd: string): Ran {
  const ran = watch(args, cwd)
  return { ...ran, answer: (ran.stdout.startsWith('{') ? JSON.parse(ran.stdout) : {}) as Answer }
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

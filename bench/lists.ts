import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from './generate.ts'
import { generateHistory } from './generate-history.ts'
import { measure, type Row, type Run } from './measure.ts'

const where = ['customer', 'list', '--where', 'segment == "enterprise" && employees > 1000', '--format', 'ids']

/** A list by a condition after one change of a file, against git's own look at the tree. */
export function listRows(dossier: (...args: string[]) => string[], { many, nothing }: { many: number; nothing: Run }): Row[] {
  const cwd = generate(many)
  const slug = readdirSync(join(cwd, 'customers')).find((name) => name !== 'workflows')!
  const change = (turn: number) => {
    appendFileSync(join(cwd, 'customers', slug, 'customer.md'), `A line of turn ${turn}.\n`)
    return []
  }
  const took = measure({
    n: nothing,
    status: { args: ['git', 'status', '--porcelain'], cwd, before: change },
    list: { args: dossier(...where), cwd, before: change },
  })
  return [
    { what: `customer list --where, ${many}`, measured: took('list') / took('status'), bound: 1, unit: '× git status' },
    { what: 'the same', measured: took('list') / took('n'), bound: Infinity, unit: 'N, without watch' },
  ]
}

/** The same list as of a day of long ago, among two years of daily commits. */
export function asOfRows(dossier: (...args: string[]) => string[], { many }: { many: number }): Row[] {
  const cwd = generateHistory(many)
  const took = measure({
    now: { args: dossier(...where), cwd },
    past: { args: dossier(...where, '--as-of', '2025-11-20'), cwd },
  })
  return [{ what: `the list as of a year ago, ${many}`, measured: took('past') / took('now'), bound: 2, unit: '×' }]
}

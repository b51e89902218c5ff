import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { contextRows } from './context.ts'
import { generate } from './generate.ts'
import { importRows } from './import-csv.ts'
import { indexRows } from './index-tree.ts'
import { asOfRows, listRows } from './lists.ts'
import { growth, measure, type Row } from './measure.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { only: { type: 'string' }, customers: { type: 'string', default: '10000' } } })
const many = Number(values.customers)
const some = Math.min(1_000, many)
const few = Math.min(100, many)

const nothing = { args: [process.execPath, '-e', '0'] }
const dossier = (...args: string[]) => [process.execPath, join(root, 'bin', 'run.js'), ...args]

const isBuilt = (command: string) => readFileSync(join(root, 'oclif.manifest.json'), 'utf8').includes(`"id":"${command}"`)

const slugsOf = (workspace: string) => readdirSync(join(workspace, 'customers')).filter((name) => name !== 'workflows')
const emailOf = (workspace: string, slug: string) =>
  /email: (\S+)/.exec(
    readFileSync(
      join(workspace, 'customers', slug, 'contacts', readdirSync(join(workspace, 'customers', slug, 'contacts'))[0]!),
      'utf8',
    ),
  )![1]!

const showOne = (n: number) => ({ args: dossier('customer', 'show', slugsOf(generate(n))[0]!), cwd: generate(n) })

/** Each row of the table: the command it needs, and how it is measured. */
const rows: Record<string, { needs?: string; rows: () => Row[] }> = {
  version: {
    rows: () => {
      const took = measure({ n: nothing, version: { args: dossier('--version') } }, 25)
      return [{ what: 'dossier --version', measured: took('version') / took('n'), bound: 3.5, unit: 'N' }]
    },
  },
  show: {
    needs: 'customer:show',
    rows: () => {
      const took = measure({ n: nothing, small: showOne(few), middle: showOne(some), large: showOne(many) })
      return [
        { what: `customer show, ${many} customers`, measured: took('large') / took('n'), bound: 5, unit: 'N' },
        { what: `customer show, ${some} against ${few}`, measured: took('middle') / took('small'), bound: 1.2, unit: '×' },
        { what: `customer show, ${many} against ${few}`, measured: took('large') / took('small'), bound: 1.2, unit: '×' },
      ]
    },
  },
  index: { needs: 'reindex', rows: () => indexRows(dossier, { many, some, nothing }) },
  list: { needs: 'customer:list', rows: () => listRows(dossier, { many, nothing }) },
  'as-of': { needs: 'customer:list', rows: () => asOfRows(dossier, { many }) },
  context: {
    needs: 'customer:context',
    rows: () => contextRows(dossier, nothing, { cwd: generate(many), many }),
  },
  growth: {
    needs: 'customer:set',
    rows: () => {
      const grown = growth(generate(some), slugsOf(generate(some)), (slug, turn) =>
        dossier('customer', 'set', slug, `tags+=turn-${turn}`),
      )
      return [{ what: `growth per 1,000 actions, ${some} customers`, measured: grown, bound: 2, unit: 'MB after maintenance' }]
    },
  },
  import: { needs: 'import:csv', rows: () => importRows(dossier, nothing.args) },
  log: {
    needs: 'log',
    rows: () => {
      const cwd = generate(many)
      const slugs = slugsOf(cwd)
      const file = join('customers', slugs[0]!, 'customer.md')
      const change = (turn: number) => {
        appendFileSync(join(cwd, file), `A line of turn ${turn}.\n`)
        return []
      }
      const call = (turn: number) => [emailOf(cwd, slugs[turn + 2]!), `Bench call ${process.pid} ${turn}`, '--json']
      const took = measure({
        n: nothing,
        commit: { args: ['git', 'commit', '--quiet', '--message=Bare', '--', file], cwd, before: change },
        log: { args: dossier('log', 'call'), cwd, before: call },
      })
      return [
        {
          what: `log call, ${many * 6} files`,
          measured: took('log') / (1.5 * took('commit') + 5 * took('n')),
          bound: 1,
          unit: '× (1.5 commits + 5 N)',
        },
      ]
    },
  },
}

const print = (what: string, measured: string, bound: string, ok: string) =>
  console.log(`${what.padEnd(36)} | ${measured.padEnd(30)} | ${bound.padEnd(8)} | ${ok}`)

if (values.only && !(values.only in rows)) throw new Error(`--only takes one of: ${Object.keys(rows).join(', ')}`)

print('what', 'measured', 'bound', 'ok')
for (const [name, { needs, rows: make }] of Object.entries(rows)) {
  if (values.only && values.only !== name) continue
  if (needs && !isBuilt(needs)) {
    print(name, 'not built yet', '', '')
    continue
  }
  for (const { what, measured, bound, unit } of make())
    print(what, `${measured.toFixed(2)} ${unit}`, `≤ ${bound}`, measured <= bound ? 'yes' : 'NO')
}

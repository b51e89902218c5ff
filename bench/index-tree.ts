import { generate } from './generate.ts'
import { measure, type Row, type Run, watch } from './measure.ts'

/** The index of a whole tree made from nothing: against ripgrep, by how many files there are, and how much memory it takes. */
export function indexRows(
  dossier: (...args: string[]) => string[],
  { many, some, nothing }: { many: number; some: number; nothing: Run },
): Row[] {
  const afresh = dossier('reindex', '--afresh')
  const [large, small] = [generate(many), generate(some)]
  const took = measure(
    {
      n: nothing,
      rg: { args: ['rg', '-c', '--no-messages', '.', '.'], cwd: large },
      large: { args: afresh, cwd: large },
      small: { args: afresh, cwd: small },
    },
    5,
  )
  const growth = Math.log((took('large') - took('n')) / (took('small') - took('n'))) / Math.log(many / some)
  return [
    { what: `index of ${many * 6} files`, measured: took('large') / took('rg'), bound: 4, unit: '× rg -c .' },
    { what: `index, ${many} against ${some}`, measured: growth, bound: 1.05, unit: 'as the exponent' },
    { what: `memory of that index`, measured: watch(afresh, large).megabytes, bound: 400, unit: 'MB at most' },
  ]
}

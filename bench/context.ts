import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { measure, type Row, type Run } from './measure.ts'

/** The compact context of a customer, among as many as `cwd` has. */
export function contextRows(
  dossier: (...args: string[]) => string[],
  nothing: Run,
  { cwd, many }: { cwd: string; many: number },
): Row[] {
  const slug = readdirSync(join(cwd, 'customers')).find((name) => name !== 'workflows')!
  const took = measure({ n: nothing, compact: { args: dossier('customer', 'context', slug), cwd } })
  return [{ what: `compact context, ${many} customers`, measured: took('compact') / took('n'), bound: 8, unit: 'N' }]
}

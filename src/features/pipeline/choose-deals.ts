import { Failure } from '../../failure.ts'
import { type Condition, compileCondition } from '../../records/condition/compile.ts'
import { evaluate } from '../../records/condition/evaluate.ts'
import type { Names } from '../../records/condition/names.ts'
import type { Kept } from '../../workspace/records.ts'
import { type openComputed, scopeAmong } from '../../workspace/scope.ts'
import type { Beside } from './read-beside.ts'

/** The deals a condition is true of, and how many it could not judge: they lack what it asks for, or hold what it cannot compare. */
export type Chosen = {
  deals: Kept<'deal'>[]
  noData: { deals: number; names: string[] }
  unfit: { deals: number; because: string | null }
}

type Asked = {
  names: Names
  today: string
  zone: string
  now: Date
  me: string | undefined
  /** The other records of a deal's customer. */
  beside: (kind: Beside, customer: string) => Kept[]
  /** What is computed of a deal: days without a touch, its customer's health. */
  computed: ReturnType<typeof openComputed>
}

/** Chooses deals by a condition in CEL. Throws a Failure with the place in it when it cannot be read. */
export function chooseDeals(
  deals: readonly Kept<'deal'>[],
  where: string,
  { names, now, beside, computed, ...asked }: Asked,
): Chosen {
  const condition = readWhere(where, { ...names, deal: [...new Set([...(names.deal ?? []), ...deals.flatMap(keysOf)])] })
  const chosen: Kept<'deal'>[] = []
  const lacking: string[][] = []
  const wrongs: string[] = []
  for (const deal of deals) {
    const scope = Object.assign(
      scopeAmong(deal, { ...asked, computed: computed(deal) }, (kind) => beside(kind, deal.customer ?? '')),
      { now },
    )
    const { holds, noData = [], wrong } = evaluate(condition, scope)
    if (holds) chosen.push(deal)
    else if (wrong) wrongs.push(wrong)
    else if (noData.length > 0) lacking.push([...noData])
  }
  if (wrongs.length > 0 && wrongs.length + lacking.length === deals.length)
    throw new Failure(`--where: ${wrongs[0]}.`, { hint: bareDay(where) ?? example, exitCode: 2 })
  return {
    deals: chosen,
    noData: { deals: lacking.length, names: [...new Set(lacking.flat())].sort() },
    unfit: { deals: wrongs.length, because: wrongs[0] ?? null },
  }
}

const example = 'a condition such as amount > 10000 && owner == "ada"'
/** The slip that is made most: without quotes a day is a subtraction. */
const bareDay = (where: string) => {
  const [day] = /(?<!["'\d-])\d{4}-\d\d-\d\d(?!["'\d-])/.exec(where) ?? []
  return day && `a day stands in quotes: "${day}"`
}
const keysOf = ({ value }: Kept<'deal'>) => Object.keys(value)

function readWhere(where: string, names: Names): Condition {
  const { condition, problems } = compileCondition(where, { about: 'deal', names, clock: 'where' })
  if (condition) return condition
  const { line, column, message, expected } = problems[0]!
  const at = where.includes('\n') ? `${line}:${column}` : `${column}`
  const hint = expected ? `expected ${expected}` : example
  throw new Failure(`--where, at ${at}: ${message}`, { hint, exitCode: 2 })
}

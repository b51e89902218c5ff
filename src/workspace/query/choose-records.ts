import { Failure } from '../../failure.ts'
import type { Condition } from '../../records/condition/compile.ts'
import { evaluate } from '../../records/condition/evaluate.ts'
import type { Scope } from '../../records/condition/step.ts'

/** Those a condition is true of, and how many it could not judge: they lack what it asks for, or hold what it cannot compare. */
export type Chosen<R> = {
  chosen: R[]
  noData: { count: number; names: string[] }
  unfit: { count: number; because: string | null }
}

/** The steps a condition may take over a whole list: some seconds. */
const most = 100_000_000

/** An example of a condition, for hints. */
export const example = 'a condition such as amount > 10000 && owner == "ada"'

/** Chooses by a condition; `said` is where it was said (`--where`). Throws a Failure when it fits none, or would take too long. */
export function chooseRecords<R>(
  all: readonly R[],
  condition: Condition,
  scopeOf: (one: R) => Scope,
  said: string,
  purse = { left: most },
): Chosen<R> {
  const chosen: R[] = []
  const lacking = new Set<string>()
  let lacks = 0
  const wrongs: string[] = []
  for (const one of all) {
    const { holds, noData = [], wrong } = evaluate(condition, scopeOf(one), purse)
    if (purse.left <= 0)
      throw new Failure(`${said}: the condition looks at too much at once; it was stopped.`, {
        hint: 'narrow the lists it walks through, or put what is quick to tell first',
        exitCode: 2,
      })
    if (holds) chosen.push(one)
    else if (wrong) wrongs.push(wrong)
    else if (noData.length > 0) {
      lacks++
      for (const name of noData) lacking.add(name)
    }
  }
  if (wrongs.length > 0 && wrongs.length + lacks === all.length)
    throw new Failure(`${said}: ${wrongs[0]}.`, { hint: bareDay(condition.text) ?? example, exitCode: 2 })
  return {
    chosen,
    noData: { count: lacks, names: [...lacking].sort() },
    unfit: { count: wrongs.length, because: wrongs[0] ?? null },
  }
}

/** The slip that is made most: without quotes a day is a subtraction. */
const bareDay = (where: string) => {
  const [day] = /(?<!["'\d-])\d{4}-\d\d-\d\d(?!["'\d-])/.exec(where) ?? []
  return day && `a day stands in quotes: "${day}"`
}

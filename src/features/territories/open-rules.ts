import { Failure } from '../../failure.ts'
import { type Condition, compileCondition } from '../../records/condition/compile.ts'
import type { Names } from '../../records/condition/names.ts'
import { failureFor, type Problem } from '../../records/problem.ts'
import { fieldPlace } from '../../records/text/front-matter.ts'
import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import { openRecord } from '../../workspace/records.ts'
import { isThere } from '../../workspace/tree.ts'

/** A rule of territories.yaml: the condition (absent, every customer fits), who gets the customer, and where it stands. */
export type TerritoryRule = { name: string; condition?: Condition; owner: string; line: number }

const territoriesPath = 'workspace-setup/territories.yaml'

/** Reads the rules in their order. Throws a Failure with the line when one cannot be used: without it the next would decide wrongly. */
export function openRules(place: Place, { names, people }: { names: Names; people: People }): TerritoryRule[] {
  if (!isThere(place, territoriesPath))
    throw new Failure(`There are no territories: ${territoriesPath} is missing.`, {
      hint: 'a list territories: with name, when (a condition about the customer) and owner, in order',
      exitCode: 3,
      path: territoriesPath,
    })
  const { value, read } = openRecord(place, 'territories', territoriesPath)
  const wrong = read.problems.find(({ severity }) => severity === 'error')
  if (wrong) throw failureAt(wrong)
  return value.territories.map(({ name, when, owner }, n) => {
    const { line } = fieldPlace(read.sheet, ['territories', String(n)])
    const at = fieldPlace(read.sheet, ['territories', String(n), 'when'])
    const rule = { name: name ?? `rule ${n + 1}`, owner: people.need(owner, `owner of ${territoriesPath}:${line}`), line }
    if (when === undefined) return rule
    const { condition, problems } = compileCondition(when, {
      about: 'customer',
      names,
      clock: 'rule',
      path: territoriesPath,
      ...at,
    })
    if (problems) throw failureAt(problems[0]!)
    return { ...rule, condition }
  })
}

const failureAt = (problem: Problem) => failureFor(problem, { where: `${territoriesPath}:${problem.line}` })

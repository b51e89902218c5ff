import { evaluate, type Verdict } from '../../records/condition/evaluate.ts'
import type { Scope } from '../../records/condition/step.ts'
import type { TerritoryRule } from './open-rules.ts'

/** Which rule decides about a customer; `noData` are the absent values for which rules before it did not hold. */
export type Decided = { rule?: TerritoryRule; noData: string[]; wrong?: string }

/** Asks the rules in their order; the first that holds decides. One that lacks data does not hold, and says so. */
export function decideRule(rules: readonly TerritoryRule[], scope: Scope): Decided {
  const noData = new Set<string>()
  let wrong: string | undefined
  for (const rule of rules) {
    const verdict: Pick<Verdict, 'holds' | 'noData' | 'wrong'> = rule.condition
      ? evaluate(rule.condition, scope)
      : { holds: true }
    if (verdict.holds) return { rule, noData: [...noData], ...(wrong && { wrong }) }
    for (const name of verdict.noData ?? []) noData.add(name)
    wrong ??= verdict.wrong
  }
  return { noData: [...noData], ...(wrong && { wrong }) }
}

type Team = readonly { slug: string; value: { active?: boolean | undefined; to?: string | undefined } }[]

/** The people who are no longer with us on a day. */
export const leftBy = (people: Team, today: string): ReadonlySet<string> =>
  new Set(
    people.filter(({ value }) => value.active === false || (value.to !== undefined && value.to < today)).map(({ slug }) => slug),
  )

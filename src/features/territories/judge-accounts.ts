import type { Scope } from '../../records/condition/step.ts'
import type { People } from '../../workspace/people.ts'
import type { Kept } from '../../workspace/records.ts'
import { decideRule, leftBy } from './judge-owner.ts'
import type { TerritoryRule } from './open-rules.ts'

/** An account that the rules give to somebody else, or to nobody, or whose owner left. Names of people are slugs. */
export type Misplaced = {
  customer: string
  name: string
  path: string
  /** Who owns it; null where nobody does. */
  owner: string | null
  ownerLeft: boolean
  /** Who should own it by the first rule that holds; null where no rule fits. */
  should: string | null
  rule: string | null
  /** The line of that rule in territories.yaml. */
  line: number | null
  /** Absent values for which earlier rules did not hold. */
  noData: string[]
  /** Why nobody can be given it: no rule fits, or who should own it left too. */
  because?: string
}

type Asked = {
  rules: readonly TerritoryRule[]
  people: People
  team: readonly Kept<'person'>[]
  today: string
  scopeOf: (customer: Kept<'customer'>) => Scope
}

/** Judges the accounts by the rules, in the order of their names. Those whose owner is right are left out. */
export function judgeAccounts(
  customers: readonly Kept<'customer'>[],
  { rules, people, team, today, scopeOf }: Asked,
): Misplaced[] {
  const left = leftBy(team, today)
  return customers.flatMap((customer): Misplaced[] => {
    const { rule, noData, wrong } = decideRule(rules, scopeOf(customer))
    const said = customer.value.owner || null
    const owner = said && (people.find(said) ?? said)
    const ownerLeft = owner !== null && left.has(owner)
    if (rule && rule.owner === owner && !ownerLeft) return []
    const because = !rule ? (wrong ?? 'no rule fits') : left.has(rule.owner) ? `${rule.owner} is no longer with us` : undefined
    return [
      {
        customer: customer.slug,
        name: customer.value.name,
        path: customer.path,
        owner,
        ownerLeft,
        should: rule?.owner ?? null,
        rule: rule?.name ?? null,
        line: rule?.line ?? null,
        noData,
        ...(because && { because }),
      },
    ]
  })
}

import type { Edit } from '../../records/plan.ts'
import type { Kept } from '../../workspace/records.ts'
import type { Misplaced } from './judge-accounts.ts'

/** An account that changes hands, with the open deals that go along and those that stay with somebody else. */
export type Given = Pick<Misplaced, 'customer' | 'name' | 'path' | 'owner' | 'rule' | 'line'> & {
  to: string
  deals: string[]
  stays: string[]
}

type Asked = {
  customerOf: (path: string) => Kept<'customer'>
  /** The open deals of a customer; asked only when deals go along. */
  openDeals?: (customer: string) => readonly Kept<'deal'>[]
  find: (name: string) => string | undefined
}

/** Plans who gets which account. Of its open deals those of the old owner, or of nobody, go along; others have their own reasons. */
export function planOwners(
  misplaced: readonly Misplaced[],
  { customerOf, openDeals, find }: Asked,
): { given: Given[]; edits: Edit[] } {
  const edits: Edit[] = []
  const given = misplaced.flatMap(({ customer, name, path, owner, should: to, rule, line, because }): Given[] => {
    if (to === null || because || to === owner) return []
    const put = (record: Kept) => edits.push({ do: 'set', path: record.path, from: record.sha, field: ['owner'], value: to })
    put(customerOf(path))
    const ownerOf = ({ value }: Kept<'deal'>) => (value.owner ? (find(value.owner) ?? value.owner) : null)
    const deals = (openDeals?.(customer) ?? []).filter((deal) => ownerOf(deal) !== to)
    const goes = deals.filter((deal) => ownerOf(deal) === null || ownerOf(deal) === owner)
    for (const deal of goes) put(deal)
    const stays = deals.filter((deal) => !goes.includes(deal))
    return [
      { customer, name, path, owner, to, rule, line, deals: goes.map(({ slug }) => slug), stays: stays.map(({ slug }) => slug) },
    ]
  })
  return { given, edits }
}

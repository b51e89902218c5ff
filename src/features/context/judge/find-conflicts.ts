import { lineSum } from '../../../formulas/line-sum.ts'
import { outcomeOf, type Stage } from '../../../records/kinds/workflow.ts'
import { fieldPlace } from '../../../records/text/front-matter.ts'
import type { Kept } from '../../../workspace/records.ts'
import type { Source } from '../item.ts'

/** Two places in the files that cannot both be right. */
export type Conflict = [Source, Source]

type Known = {
  customer: Kept<'customer'>
  contacts: readonly Kept<'contact'>[]
  deals: readonly Kept<'deal'>[]
  outcomeOf: (deal: Kept<'deal'>) => Stage['outcome']
  /** The stages of the workflow the customer follows. */
  stages: readonly Stage[]
}

/** Lines may miss the amount by so much of it: rounding, a rebate said in words. */
const slack = 0.01

/** Finds where a customer's records contradict each other. */
export const findConflicts = (known: Known): Conflict[] => [
  ...known.deals.filter((deal) => !deal.value.archived).flatMap((deal) => [...findBuyers(deal, known), ...findSums(deal)]),
  ...findPrimaries(known),
  ...findStages(known),
]

const at = ({ path, read }: Pick<Kept, 'path' | 'read'>, ...field: string[]): Source => ({
  path,
  line: fieldPlace(read.sheet, field).line,
})

/** Another economic buyer by MEDDPICC than by the roles in the deal; without roles there, than the one contact who is. */
function findBuyers(deal: Kept<'deal'>, { contacts, outcomeOf: tell }: Known): Conflict[] {
  const named = deal.value.meddpicc?.economic_buyer
  const slug = typeof named === 'string' ? named : named?.contact
  const buyer = contacts.find((contact) => contact.slug === slug)
  if (!buyer || tell(deal) !== 'open') return []
  const here = at(deal, 'meddpicc', 'economic_buyer')
  const people = (deal.value.people ?? []).flatMap(({ contact, role }, n) => (role === 'economic-buyer' ? [{ contact, n }] : []))
  if (people.length > 0)
    return people.some(({ contact }) => contact === slug) ? [] : people.map(({ n }) => [here, at(deal, 'people', `${n}`)])
  const [only, ...others] = contacts.filter(({ value }) => value.role === 'economic-buyer' && value.status !== 'left')
  return only && others.length === 0 && only.slug !== slug ? [[here, at(only, 'role')]] : []
}

function findSums(deal: Kept<'deal'>): Conflict[] {
  const { amount, lines } = deal.value
  const sum = lineSum(lines)
  if (amount === undefined || sum === undefined) return []
  return Math.abs(Number(sum) - amount) > Math.abs(amount) * slack ? [[at(deal, 'amount'), at(deal, 'lines')]] : []
}

/** More than one contact that is marked as the primary one, as imports leave them. */
function findPrimaries({ contacts }: Known): Conflict[] {
  const [first, ...others] = contacts.filter(({ value }) => (value as Record<string, unknown>)['primary'] === true)
  return first ? others.map((other): Conflict => [at(first, 'primary'), at(other, 'primary')]) : []
}

/** A stage of the customer that its deals speak against: lost with a deal open, won with none won, open with one won and none open. */
function findStages({ customer, deals, outcomeOf: tell, stages }: Known): Conflict[] {
  const { stage } = customer.value
  if (stage === undefined || deals.length === 0) return []
  const outcome = outcomeOf(stages, stage)
  const by = (wanted: Stage['outcome']) => deals.findLast((deal) => !deal.value.archived && tell(deal) === wanted)
  const against =
    outcome === 'lost'
      ? by('open')
      : outcome === 'won'
        ? by('won')
          ? undefined
          : (by('open') ?? by('lost'))
        : by('open')
          ? undefined
          : by('won')
  return against?.value.stage === undefined ? [] : [[at(customer, 'stage'), at(against, 'stage')]]
}

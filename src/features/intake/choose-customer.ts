import type { Known } from './open-known.ts'

/** Where something belongs and what told it; or the customers it may belong to, none when nothing tells. */
export type Chosen = { customer: string; because: string } | { candidates: string[]; why: string }

/** Somebody a file names, and how it names them: `from`, `to`, `guest`. */
export type Named = { address: string; how: string }

/**
 * Chooses the customer by addresses. Ranks are asked in turn (the sender before those who read along), and the first that knows a
 * customer decides; if it knows several, nothing does.
 */
export function chooseByAddress(ranks: readonly (readonly Named[])[], known: Known): Chosen {
  const outside = ranks.map((rank) => rank.filter(({ address }) => !known.isOurs(address)))
  for (const rank of outside) {
    const reasons = new Map<string, string>()
    for (const { address, how } of rank)
      for (const { customer, because } of customersOf(address, known))
        if (!reasons.has(customer)) reasons.set(customer, how === 'names' ? `it ${because}` : `${how} ${because}`)
    const found = [...reasons]
    if (found.length === 1) return { customer: found[0]![0], because: found[0]![1] }
    if (found.length > 1)
      return {
        candidates: reasons.keys().toArray().sort(),
        why: `it may belong to several: ${reasons.values().toArray().join('; ')}`,
      }
  }
  const strangers = [...new Set(outside.flat().map(({ address }) => address))]
  if (strangers.length === 0) return { candidates: [], why: 'it names nobody from outside' }
  return { candidates: [], why: `no customer has the domain of ${some(strangers)}` }
}

/** The customers an address speaks for: those of its contact, else those of its domain. */
function customersOf(address: string, known: Known): { customer: string; because: string }[] {
  const contacts = known.contactsBy(address).filter(({ customer }) => customer && customer !== '_unassigned')
  if (contacts.length > 0)
    return contacts.map(({ customer, slug }) => ({ customer: customer!, because: `${address}, who is ${customer}/${slug}` }))
  const domain = address.replace(/^.*@/, '')
  return known.customersAt(domain).map((customer) => ({ customer, because: `${address}, at the domain of ${customer}` }))
}

/** A few of many, for a sentence. */
export const some = (all: readonly string[], most = 3) =>
  all.length > most ? `${all.slice(0, most).join(', ')} and ${all.length - most} more` : all.join(', ')

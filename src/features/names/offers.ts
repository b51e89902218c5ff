import { inOrder } from '../../workspace/tree.ts'

/** A name that may be typed, and what it is. */
export type Offer = { value: string; about?: string | undefined }

/** What may be typed at a place. `rest`: the word is done, goes on (`acme/`, `stage=`), or is a file or folder only the shell can list. */
export type Offers = { names: Offer[]; rest: 'done' | 'open' | 'files' | 'folders' }

/** More than this nobody reads. */
const mostNames = 200

export const none: Offers = { names: [], rest: 'done' }

/** The names that begin as typed, sorted. Of too many the first and the last stay, so that what they begin with alike is right. */
export function startingWith(typed: string, names: Iterable<string | Offer>, rest: Offers['rest'] = 'done'): Offers {
  const begun = typed.toLowerCase()
  const fitting = new Map<string, Offer>()
  for (const name of names) {
    const offer = typeof name === 'string' ? { value: name } : name
    if (offer.value.toLowerCase().startsWith(begun) && !fitting.has(offer.value)) fitting.set(offer.value, offer)
  }
  const sorted = [...fitting.values()].sort((a, b) => inOrder(a.value, b.value))
  return { names: sorted.length > mostNames ? [...sorted.slice(0, mostNames - 1), sorted.at(-1)!] : sorted, rest }
}

/** The same with this text before each, as for the last item of `name,owner`. */
export const withBefore = (before: string, { names, rest }: Offers): Offers => ({
  names: names.map(({ value, ...offer }) => ({ ...offer, value: before + value })),
  rest,
})

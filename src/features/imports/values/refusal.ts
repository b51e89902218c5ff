/** What a reader gives for a cell it cannot read, with the reason as it follows the cell in a sentence; no reason, nothing is said. */
export type Refusal = { readonly refused: string }

const known = new Map<string, Refusal>()

/** The refusal of this reason: reasons are few, so each is made once. */
export function refuse(reason = ''): Refusal {
  let refusal = known.get(reason)
  if (!refusal) known.set(reason, (refusal = { refused: reason }))
  return refusal
}

export const isRefusal = (value: unknown): value is Refusal => typeof value === 'object' && value !== null && 'refused' in value

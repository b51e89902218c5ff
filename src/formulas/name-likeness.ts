/** How like two names are, from 0 to 1: Jaro's share of common letters in order, raised for a common beginning of up to 4 letters by 0.1 each (Winkler, 1990). */
export function nameLikeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  const jaro = commonShare(Array.from(a), Array.from(b))
  let prefix = 0
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

function commonShare(a: readonly string[], b: readonly string[]): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Uint8Array(b.length)
  const matched: string[] = []
  for (const [at, letter] of a.entries()) {
    const end = Math.min(b.length, at + reach + 1)
    for (let other = Math.max(0, at - reach); other < end; other++) {
      if (taken[other] || b[other] !== letter) continue
      taken[other] = 1
      matched.push(letter)
      break
    }
  }
  if (matched.length === 0) return 0
  let crossed = 0
  let next = 0
  for (const [at, letter] of b.entries()) if (taken[at] && matched[next++] !== letter) crossed++
  const common = matched.length
  return (common / a.length + common / b.length + (common - crossed / 2) / common) / 3
}

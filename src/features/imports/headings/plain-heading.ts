/** What of a heading can tell anything: where no CSV is, a whole file may stand in its first line. */
const LONGEST = 200

/** A heading without what exports write differently: letter case, spaces, signs, accents, `__c` and what stands in brackets. */
export const plainHeading = (heading: string) =>
  heading
    .slice(0, LONGEST)
    .replace(/__c$/i, '')
    .replace(/(?<=\S)\s*[([][^)\]]*[)\]]\s*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** What a heading says of its figures: `Amount (USD)`, `Revenue (in millions)`. */
export function readUnits(whole: string): { currency?: string; scale?: number } {
  const heading = whole.slice(0, LONGEST)
  const said =
    /[([]([^)\]]*)[)\]]\s*$/.exec(heading)?.[1] ?? /_((?:in_)?(?:millions?|thousands?|k|m?[a-z]{3}))$/i.exec(heading)?.[1] ?? ''
  const currency = /\b[A-Z]{3}\b/.exec(said)?.[0]
  const scale = /million|\bmio\b|\bmn\b|^m$/i.test(said) ? 1e6 : /thousand|\btsd\b|^k$|\b000s?\b/i.test(said) ? 1e3 : undefined
  return { ...(currency ? { currency } : {}), ...(scale ? { scale } : {}) }
}

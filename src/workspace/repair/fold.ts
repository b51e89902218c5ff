/** What two spellings of one word have in common: letter case, accents, and what stands between the words are left out. */
export const foldWord = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The one of some that fits; undefined when none does, or several. */
export function onlyOne<T>(some: Iterable<T>): T | undefined {
  const [first, ...more] = new Set(some)
  return more.length === 0 ? first : undefined
}

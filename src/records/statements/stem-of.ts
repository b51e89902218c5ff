/** Two words of one root mostly have the same stem: endings of English, German and French are left off, and a word is its first letters. */
export function stemOf(plain: string): string {
  let word = plain.replace(/'s?$|'(?:s|ll|re|ve|d)$/, '')
  if (word.length > 4) word = word.replace(/(?:ings?|edly|ed|ies|es|s|en|er|ly|e|y)$/, '')
  if (word.length > 3 && word.at(-1) === word.at(-2)) word = word.slice(0, -1)
  return word.slice(0, 8)
}

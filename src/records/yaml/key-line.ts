/** The line on which the value of a key at the left edge begins, read without parsing; undefined where that is not plain to see. */
export function keyLine(text: string, key: string): number | undefined {
  const found: number[] = []
  const isFenced = /^---[ \t]*\r?\n/.test(text)
  let line = 1
  for (let at = 0; at < text.length; line++) {
    const end = text.indexOf('\n', at)
    const next = end < 0 ? text.length : end + 1
    if (text.startsWith(`${key}:`, at)) found.push(beside.test(text.slice(at + key.length + 1, next)) ? line : 0)
    if (isFenced && line > 1 && text.startsWith('---', at) && /^---[ \t]*\r?\n?$/.test(text.slice(at, next))) break
    at = next
  }
  return found.length === 1 && found[0] !== 0 ? found[0] : undefined
}

/** A value on the line of its key, with no sign that it goes on below or is another one's. */
const beside = /^ +[^\s|>&!*#]/

/** Where the line that holds an offset ends, before its line break. */
export function lineEnd(text: string, from: number, to = text.length): number {
  const at = text.indexOf('\n', from)
  const end = at < 0 || at > to ? to : at
  return end > from && text[end - 1] === '\r' ? end - 1 : end
}

/** Where the line that holds an offset begins. */
export const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1

/** Where the line after this end begins. */
export const nextLine = (text: string, end: number) => (text[end] === '\r' ? end + 2 : end + 1)

/** Where a quote is closed; the end of its line where it never is. */
export function closeOf(text: string, from: number, to: number, quote: '"' | "'"): number {
  for (let at = from; at < to; at++) {
    if (quote === '"' && text[at] === '\\') at++
    else if (text[at] === quote && quote === "'" && text[at + 1] === "'") at++
    else if (text[at] === quote) return at
  }
  return lineEnd(text, from, to)
}

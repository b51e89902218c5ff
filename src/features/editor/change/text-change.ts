/** A change of one file's text: what stands between two offsets gives way. */
export type TextChange = { path: string; from: number; to: number; put: string }

const isHalf = (text: string, at: number) =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') || (text[at] === '\n' && text[at - 1] === '\r')

/** The one change that makes a text another, and touches nothing it need not; undefined when they are the same. */
export function changeBetween(path: string, before: string, after: string): TextChange | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  while (from > 0 && (isHalf(before, from) || isHalf(after, from))) from--
  let back = 0
  while (back < shorter - from && before[before.length - 1 - back] === after[after.length - 1 - back]) back++
  while (back > 0 && (isHalf(before, before.length - back) || isHalf(after, after.length - back))) back--
  return { path, from, to: before.length - back, put: after.slice(from, after.length - back) }
}

/** The changes, line by line, that make a text another; one change where lines came or went. */
export function changesBetween(path: string, before: string, after: string): TextChange[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  if (old.length !== now.length) return [changeBetween(path, before, after) ?? []].flat()
  let at = 0
  return old.flatMap((line, n) => {
    const start = at
    at += line.length + 1
    const change = changeBetween(path, line, now[n]!)
    return change ? [{ ...change, from: start + change.from, to: start + change.to }] : []
  })
}

/** A text without the marks that quote it or make an item of it, and with single spaces. */
export const bare = (line: string) =>
  line
    .replace(/^[\s>]*(?:[-*] )?/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The line (from 1) on which a sentence begins that may be wrapped over several; undefined where it does not stand whole. */
export function findLine(text: string, sentence: string): number | undefined {
  let joined = ''
  const starts: number[] = []
  for (const line of text.split('\n')) {
    starts.push(joined.length)
    joined += `${bare(line)} `
  }
  const at = joined.indexOf(sentence)
  return at < 0 ? undefined : starts.findLastIndex((start) => start <= at) + 1
}

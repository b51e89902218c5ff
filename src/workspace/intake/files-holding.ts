import { grepFiles } from '../past/grep-files.ts'
import type { Place } from '../place.ts'

/** The files under customers/ in which one of these texts stands, whatever the case of its letters; git's search finds them. */
export async function filesHolding(place: Place, texts: readonly string[]): Promise<string[]> {
  const patterns = [...new Set(texts)].filter((text) => text.length > 1 && text.length < 500 && !/[\n\r\0]/.test(text))
  if (patterns.length === 0) return []
  return grepFiles(place, ['-i', '-F', ...patterns.flatMap((text) => ['-e', text])], ['customers'])
}

const days: Record<string, number> = { h: 1 / 24, d: 1, w: 7 }

/** How a length of time is written. */
export const lengthOfTime = /^\s*\d{1,4}\s*(?:minutes?|min|hours?|h|days?|d|weeks?|w|months?)\s*$/i

/**
 * How many whole days a length of time takes: `2 days`, `3 hours`, `1 week`, `2 months` of 30 days. Rules look at whole days, so
 * hours and minutes are up on the next one. Undefined for what is no length of time.
 */
export function readDays(text: string): number | undefined {
  if (!lengthOfTime.test(text)) return undefined
  const [, count, unit = ''] = /(\d+)\s*([a-z]+)/i.exec(text)!
  const word = unit.toLowerCase()
  const each = word.startsWith('month') ? 30 : word.startsWith('m') ? days['h']! / 60 : days[word.slice(0, 1)]!
  return Math.ceil(Number(count) * each)
}

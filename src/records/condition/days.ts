const DAY = 86_400_000

/** Whether a text is a plain day, `2026-11-02`. */
export const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

/** Whole days from one day to another; undefined when either is no day. A text that goes on with a time counts by its day. */
export function countDays(from: string, to: string): number | undefined {
  const start = numberDay(from)
  const end = numberDay(to)
  return start === undefined || end === undefined ? undefined : end - start
}

function numberDay(text: string): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(text)
  if (!parts) return undefined
  const [, year, month, day] = parts
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day))
  return new Date(time).getUTCMonth() === Number(month) - 1 && Number(day) > 0 ? time / DAY : undefined
}

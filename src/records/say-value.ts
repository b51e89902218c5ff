/** A field's value on one line, as commit messages and confirmations say it. */
export function sayValue(value: unknown, longest = 60): string {
  if (value === undefined || value === null || value === '') return '(nothing)'
  if (Array.isArray(value)) return value.map((item) => sayValue(item, longest)).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, item]) => `${key} ${sayValue(item, longest)}`)
      .join(', ')
  const text = `${value as string | number | boolean}`.replace(/\s+/g, ' ').trim()
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

/** One field's change in words: `stage discovery → negotiation`, `tags +strategic`. */
export function sayFieldChange(field: string, before: unknown, after: unknown): string {
  if (isEmpty(before)) return `${field} ${sayValue(after)}`
  if (isEmpty(after)) return `${field} removed (was ${sayValue(before)})`
  if (Array.isArray(before) && Array.isArray(after))
    return `${field} ${sayListChange(
      before.map((item) => sayValue(item)),
      after.map((item) => sayValue(item)),
    )}`
  return `${field} ${sayValue(before)} → ${sayValue(after)}`
}

function sayListChange(before: string[], after: string[]): string {
  const signed = [
    ...after.filter((item) => !before.includes(item)).map((item) => `+${item}`),
    ...before.filter((item) => !after.includes(item)).map((item) => `-${item}`),
  ]
  return signed.join(' ') || `${before.join(', ')} → ${after.join(', ')}`
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

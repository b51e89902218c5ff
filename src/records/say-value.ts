/** A field's value on one line, as commit messages and confirmations say it. */
export function sayValue(value: unknown): string {
  if (value === undefined || value === null || value === '') return '(nothing)'
  if (Array.isArray(value)) return value.map(sayValue).join(', ')
  if (typeof value === 'object') return Object.entries(value).map(([key, item]) => `${key} ${sayValue(item)}`).join(', ')
  const text = String(value).replace(/\s+/g, ' ').trim()
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** One field's change in words: `stage discovery → negotiation`. */
export const sayFieldChange = (field: string, before: unknown, after: unknown) =>
  isEmpty(before) ? `${field} ${sayValue(after)}` : isEmpty(after) ? `${field} removed (was ${sayValue(before)})` : `${field} ${sayValue(before)} → ${sayValue(after)}`

const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

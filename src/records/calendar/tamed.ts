import { tameText } from '../text/tame-text.ts'

/** A property as ical.js writes it (RFC 7265). */
export type Written = [name: string, params: Record<string, string>, type: string, ...values: unknown[]]

/** The same without what hides in its texts, or would begin another line. */
export const tamed = ([name, params, type, ...values]: Written): Written => [
  name,
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, tameText(value).replace(/\s+/g, ' ')])),
  type,
  ...values.map(tame),
]

function tame(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tame)
  return typeof value === 'string' ? tameText(value) : value
}

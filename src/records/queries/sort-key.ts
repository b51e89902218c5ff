import { instantOf } from '../days/calendar.ts'
import { isCalendarDay } from '../kinds/field-types.ts'
import { sayValue } from '../say-value.ts'
import type { Field } from './read-field.ts'

/** What a value is sorted by: its sort of value first, then its size, then its own letters. Null is nothing to sort by. */
export type SortKey = { sort: number; size: number | string; text: string } | null

const ladders: Record<string, readonly string[]> = {
  priority: ['high', 'medium', 'low'],
  sentiment: ['negative', 'neutral', 'positive'],
}
const date = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** Makes keys of a field's values: numbers as numbers, days and times as times (in `zone` where they name none), text without regard to case and accents. */
export function openSortKeys({ path }: Field, zone: string): (value: unknown) => SortKey {
  const ladder = path.length === 1 ? ladders[path[0]!] : undefined
  const known = new Map<string, SortKey>()
  const keyOfText = (text: string): SortKey => {
    const rung = ladder ? ladder.indexOf(text) : -1
    if (rung >= 0) return { sort: 0, size: path[0] === 'sentiment' ? rung - 1 : rung, text }
    const at = date.test(text) && isCalendarDay(text) ? timeOf(text, zone) : Number.NaN
    return Number.isNaN(at) ? { sort: 3, size: fold(text), text } : { sort: 2, size: at, text: '' }
  }
  return (value) => {
    if (typeof value === 'number') return Number.isNaN(value) ? null : { sort: 0, size: value, text: '' }
    if (typeof value === 'boolean') return { sort: 1, size: Number(value), text: '' }
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null
    const text = typeof value === 'string' ? value : sayValue(value, Infinity)
    if (!known.has(text)) known.set(text, keyOfText(text))
    return known.get(text)!
  }
}

/** The order of two keys, the smaller first; what is nothing stands last, whichever way the list goes. */
export function compareKeys(a: SortKey, b: SortKey, descending: boolean): number {
  if (!a || !b) return Number(!a) - Number(!b)
  const order = a.sort - b.sort || inOrder(a.size, b.size) || inOrder(a.text, b.text)
  return descending ? -order : order
}

function timeOf(text: string, zone: string): number {
  try {
    return instantOf(text, zone).getTime()
  } catch {
    return Number.NaN
  }
}

/** Small letters without their accents; most names need no table of characters. */
const fold = (text: string) => (/^[ -~]*$/.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase()

const inOrder = <T extends number | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)

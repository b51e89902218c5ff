import { styleText } from 'node:util'
import { sayMoney } from '../../formulas/say-figure.ts'
import { isCalendarDay } from '../../records/kinds/field-types.ts'
import { sayValue } from '../../records/say-value.ts'
import { wrap } from '../terminal/table.ts'
import { sayDay } from '../terminal/words.ts'

/** One record: its fields with their whole values, then its running text, no wider than the terminal. */
export function sayRecord(called: string, row: Record<string, unknown>, body: string, today: string): string {
  const shown = Object.entries(row).filter(
    ([key, value]) => !['slug', 'customer', 'path', 'name'].includes(key) && value !== undefined && value !== '',
  )
  const width = Math.max(0, ...shown.map(([key]) => key.length))
  const room = Math.max(30, (process.stdout.columns ?? 100) - width - 2)
  const lines = shown.flatMap(([key, value]) =>
    sayField(key, value, row, today)
      .flatMap((line) => wrap(line, room).split('\n'))
      .map((line, n) => `${styleText('dim', (n === 0 ? key : '').padEnd(width))}  ${line}`),
  )
  const title = `${styleText('bold', whole(row['name'] ?? row['subject'] ?? called))}  ${styleText('dim', whole(row['path']))}`
  const text = body.split('\n').map((line) => (line.startsWith(' ') ? line : wrap(line)))
  return [title, lines.join('\n'), text.join('\n')].filter(Boolean).join('\n\n')
}

function sayField(key: string, value: unknown, row: Record<string, unknown>, today: string): string[] {
  if (key === 'amount' && typeof value === 'number')
    return [sayMoney(value, typeof row['currency'] === 'string' ? row['currency'] : null)]
  if (typeof value === 'string' && value.length === 10 && isCalendarDay(value)) return [sayDay(value, today)]
  if (value && typeof value === 'object' && !Array.isArray(value))
    return Object.entries(value).map(([name, item]) => `${name}: ${whole(item)}`)
  return Array.isArray(value) && value.some((item) => typeof item === 'object') ? value.map(whole) : [whole(value)]
}

const whole = (value: unknown) => sayValue(value, Infinity)

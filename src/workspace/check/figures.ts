import { exact, sumOf } from '../../formulas/exact.ts'
import { lineAmount, lineSum } from '../../formulas/line-sum.ts'
import { roundMoney } from '../../formulas/round-money.ts'
import { isZone } from '../../records/days/calendar.ts'
import type { KindName } from '../../records/kinds.ts'
import type { FieldPath } from '../../records/plan.ts'
import { sayPath } from '../../records/schema/say-issue.ts'
import type { Kept } from '../records.ts'
import { type Found, textsAt } from './found.ts'

/** Pairs of dates of which the first must not come after the second. */
const orders: Partial<Record<KindName, [from: string, to: string][]>> = {
  deal: [
    ['opened', 'close_date'],
    ['contract.start', 'contract.end'],
  ],
  activity: [['date', 'ends']],
  document: [['date', 'expires']],
  person: [
    ['from', 'to'],
    ['absent.*.from', 'absent.*.to'],
  ],
}

/** Dates in the wrong order, an amount that is not the sum of its lines or cannot be, a time zone nobody knows. */
export const judgeFigures = (record: Kept): Found[] => [
  ...judgeDates(record),
  ...judgeAmount(record),
  ...judgeImpossible(record),
  ...judgeZone(record),
]

const judgeDates = ({ kind, value }: Kept): Found[] =>
  (orders[kind] ?? []).flatMap(([from, to]) => {
    const starts = textsAt(value, from.split('.'))
    return textsAt(value, to.split('.')).flatMap(([field, end]): Found[] => {
      const [began, start] = starts.find(([at]) => isBeside(at, field)) ?? []
      if (!began || start === undefined || !isAfter(start, end)) return []
      return [
        {
          code: 'dates-order',
          field,
          message: `${sayPath(field)} (${end}) comes before ${sayPath(began)} (${start}).`,
          expected: `${start.slice(0, 10)} or later`,
        },
      ]
    })
  })

const isBeside = (one: FieldPath, other: FieldPath) => one.slice(0, -1).join('.') === other.slice(0, -1).join('.')

const hasOffset = (text: string) => /T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)

/** Written in the same way they compare as instants; else by their days, and days of different zones are not split hairs over. */
function isAfter(start: string, end: string): boolean {
  const [from, to] = [start.replace(' ', 'T'), end.replace(' ', 'T')]
  if (hasOffset(from) && hasOffset(to)) return Date.parse(from) > Date.parse(to)
  if (hasOffset(from) !== hasOffset(to)) return false
  const length = Math.min(from.length, to.length)
  return from.slice(0, length) > to.slice(0, length)
}

/** The sum is exact and rounded once; that of lines rounded one by one, as invoices do, is right as well. */
function judgeAmount({ kind, value }: Kept): Found[] {
  const { amount, lines = [], currency } = kind === 'deal' ? (value as Kept<'deal'>['value']) : {}
  const sum = lineSum(lines)
  if (amount === undefined || sum === undefined) return []
  const rounded = lines.map((line) => exact(roundMoney(lineAmount(line)!, currency)))
  const right = [sum, sumOf(rounded)].map((one) => roundMoney(one, currency))
  if (right.includes(roundMoney(exact(amount), currency))) return []
  const said = String(right[0])
  return [
    {
      code: 'amount-sum',
      field: ['amount'],
      message: `amount: ${amount} is not the sum of the lines, which is ${said}.`,
      expected: said,
    },
  ]
}

/** A downsell takes away, and a line may be a credit; nothing else is below zero. */
function judgeImpossible({ kind, value }: Kept): Found[] {
  if (kind !== 'deal') return []
  const { amount, type, lines = [] } = value as Kept<'deal'>['value']
  const found: Found[] = lines.flatMap(({ quantity }, n): Found[] => {
    if (quantity === undefined || quantity > 0) return []
    const field = ['lines', `${n}`, 'quantity']
    const message = `${sayPath(field)}: nothing is sold ${quantity} times.`
    return [{ code: 'amount-impossible', field, message, expected: 'a number above 0; a line that is not sold goes' }]
  })
  if (amount === undefined || amount >= 0 || type === 'downsell') return found
  const message = `amount: a deal is not worth ${amount}.`
  return [{ code: 'amount-impossible', field: ['amount'], message, expected: 'a number from 0 up, or type: downsell' }, ...found]
}

function judgeZone({ kind, value }: Kept): Found[] {
  const { timezone: zone } = value as { timezone?: unknown }
  if (!['workspace', 'person', 'customer'].includes(kind) || typeof zone !== 'string' || isZone(zone)) return []
  return [
    {
      code: 'time-zone-unknown',
      field: ['timezone'],
      message: `timezone: there is no time zone "${zone}".`,
      expected: 'a name such as Europe/Berlin, America/New_York or UTC',
    },
  ]
}

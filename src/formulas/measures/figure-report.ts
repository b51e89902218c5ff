import type { Period } from '../periods/report-period.ts'
import type { Book } from './book.ts'
import { measures } from './catalogue.ts'
import type { Measure, Row, Worked } from './measure.ts'

/** A figure with what it means and the files behind it; `before` is that of the period before, absent for what stands now. */
export type Figure = {
  label: string
  value: number | null
  /** What is counted, `points`, or the currency of an amount. */
  unit: string
  definition: string
  inputs: string[]
  before?: number | null
  note?: string
  rows?: Row[]
}

/** Works out the figures a report asks for, in its order. */
export const figureReport = (names: readonly string[], book: Book, period: Period): Record<string, Figure> =>
  Object.fromEntries(names.map((name) => [name, figure(measures[name]!, book, period)]))

function figure({ label, unit, definition, of, work }: Measure, book: Book, period: Period): Figure {
  const { value, inputs, rows, note }: Worked = work(book, period)
  const before = of === 'period' ? work(book, period.before) : undefined
  return {
    label,
    value,
    unit: unit === 'money' ? book.currency : unit,
    definition,
    inputs,
    ...(before && { before: before.partial ? null : before.value }),
    ...(note && { note }),
    ...(rows && { rows }),
  }
}

import type { FieldType } from '../../../records/schema/schema-of.ts'
import { type DayProfile, lookAtDay, startDays } from '../values/settle-days.ts'
import { type FigureProfile, lookAtFigure, startFigures } from '../values/settle-figures.ts'
import { isWhole } from './build-cell.ts'

/** A column of a file: what it fills, and what its cells told so far, in constant memory. */
export type Column = {
  index: number
  heading: string
  part: string
  rank: number
  scale: number
  currency?: string
  type: FieldType | undefined
  filled: boolean
  days?: DayProfile
  figures?: FigureProfile
  look?: (text: string, line: number) => void
}

type Claimed = Omit<Column, 'filled' | 'days' | 'figures' | 'look'> & { century: number }

/** Begins to look at a column, with what its part needs to know of all cells. */
export function profileColumn({ century, ...claimed }: Claimed): Column {
  const { part, type } = claimed
  if (type?.is === 'day' || type?.is === 'instant' || /^suppress\.(?:opt-out|bounce)(?:\.on)?$/.test(part)) {
    const days = startDays()
    return { ...claimed, filled: false, days, look: (text, line) => lookAtDay(days, text, line, century) }
  }
  if (type?.is === 'number') {
    const figures = startFigures(isWhole(type))
    return { ...claimed, filled: false, figures, look: (text, line) => lookAtFigure(figures, text, line) }
  }
  return { ...claimed, filled: false }
}

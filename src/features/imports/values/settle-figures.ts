import type { Question } from '../draft.ts'
import { type Decimal, type Figure, numberOf, parseFigure } from '../values/parse-figure.ts'
import { type Refusal, refuse } from './refusal.ts'

type First = { line: number; text: string }

/** What the numbers of one column told so far. */
export type FigureProfile = {
  shown: Partial<Record<Decimal, First>>
  open?: First
  /** The signs and words beside numbers, and the first number without one. */
  units: Set<string>
  bare?: First
  overOne: boolean
  percents: boolean
  whole: boolean
}

export const startFigures = (whole: boolean): FigureProfile => ({
  shown: {},
  units: new Set(),
  overOne: false,
  percents: false,
  whole,
})

/** How many different units are told apart: from two on, a number without one could be in any. */
const mostUnits = 2

const digitsOnly = /^\d{1,15}$/

/** Looks at one more cell of a column of numbers. */
export function lookAtFigure(profile: FigureProfile, text: string, line: number): void {
  if (digitsOnly.test(text)) {
    if (Number(text) > 1) profile.overOne = true
    if (Number(text) > 0) profile.bare ??= { line, text }
    return
  }
  const figure = parseFigure(text)
  if (!figure) return
  if (figure.percent) profile.percents = true
  if (!figure.unit) profile.bare ??= { line, text }
  else if (profile.units.size < mostUnits) profile.units.add(figure.unit)
  if (figure.shown) profile.shown[figure.shown] ??= { line, text }
  if (figure.either === '.') profile.open ??= { line, text }
  if (!figure.percent && !figure.either && (numberOf(figure, figure.shown ?? '.') ?? 0) > 1) profile.overOne = true
  if (figure.either) profile.overOne = true
}

/** The one decimal sign that a column's own cells show. */
export const decimalShown = ({ shown }: FigureProfile): Decimal | undefined =>
  shown['.'] && shown[','] ? undefined : shown['.'] ? '.' : shown[','] ? ',' : undefined

/** The one sign or word that stands beside the numbers of a column, and the first number that has none. */
export function unitShown({ units, bare }: FigureProfile): { unit: string; bare: First | undefined } | undefined {
  const [unit] = units
  return unit !== undefined && units.size === 1 ? { unit, bare } : undefined
}

type How = { file: string; column: string; asked: Decimal | undefined; others: (Decimal | undefined)[] }

/** A number read from a cell; `unit` is the currency sign or word that stood beside it. */
export type Amount = { value: number; unit?: string; percent: boolean }
type Settled = {
  read: (text: string) => Amount | Refusal
  decimal?: Decimal
  question?: Question
  mixed?: { first: First; second: First }
}

/** Decides what the decimal sign of a column is: by its own cells, else by what was asked for, else by the file's other columns. */
export function settleFigures(profile: FigureProfile, { file, column, asked, others }: How): Settled {
  const { shown, open, whole } = profile
  const both = shown['.'] && shown[','] ? [shown['.'], shown[',']].sort((a, b) => a.line - b.line) : undefined
  const beside = [...new Set(others.filter((sign) => sign !== undefined))]
  const decimal = decimalShown(profile) ?? asked ?? (both || beside.length !== 1 ? undefined : beside[0])

  const read = (text: string): Amount | Refusal => {
    if (digitsOnly.test(text)) return { value: Number(text), percent: false }
    const figure = parseFigure(text)
    if (!figure) return refuse('is no number')
    if (figure.either === '.' && !decimal && !whole) return refuse('could be two numbers')
    return amountOf(figure, whole ? (figure.either === '.' ? ',' : '.') : (decimal ?? '.'))
  }
  return {
    read,
    ...(decimal ? { decimal } : {}),
    ...(both ? { mixed: { first: both[0]!, second: both[1]! } } : {}),
    ...(open && !decimal && !whole ? { question: askDecimal(open, file, column) } : {}),
  }
}

function amountOf(figure: Figure, decimal: Decimal): Amount | Refusal {
  const value = numberOf(figure, decimal)
  if (value === undefined) return refuse('has more digits than a number can hold')
  return { value, percent: figure.percent, ...(figure.unit ? { unit: figure.unit } : {}) }
}

function askDecimal({ line, text }: First, file: string, column: string): Question {
  const figure = parseFigure(text)!
  return {
    file,
    line,
    column,
    message: `"${text}" could be ${numberOf(figure, '.')} or ${numberOf(figure, ',')}`,
    hint: '`decimal: "."` or `decimal: ","` in a --map file, or --decimal',
  }
}

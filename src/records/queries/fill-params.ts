import { suggestNames } from '../condition/names.ts'
import type { QueryFault } from './known-fields.ts'

/** What a query may be given: `days=60`. */
export type Params = Readonly<Record<string, string | number | boolean>>

const texts = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/
const marks = new RegExp(`${texts.source}|\\$([A-Za-z_]\\w*)?`, 'g')

/** Puts the values of a query's parameters where its condition says `$days`; what stands in quotes stays. `placeOf` leads back to the text as it was written. */
export function fillParams(text: string, params: Params) {
  const faults: QueryFault[] = []
  const shifts: { from: number; until: number; at: number; by: number }[] = []
  let by = 0
  const filled = text.replaceAll(marks, (whole: string, name: string | undefined, at: number) => {
    if (!whole.startsWith('$')) return whole
    if (name === undefined || !Object.hasOwn(params, name)) {
      faults.push({ at, message: `There is no parameter "${name ?? ''}".`, expected: sayNames(name ?? '', Object.keys(params)) })
      return 'null'
    }
    const literal = sayLiteral(params[name]!)
    shifts.push({ from: at + by, until: at + by + literal.length, at, by: (by += literal.length - whole.length) })
    return literal
  })
  const placeOf = (at: number): number => {
    const last = shifts.findLast(({ from }) => from <= at)
    if (!last) return at
    return at < last.until ? last.at : at - last.by
  }
  return { filled, faults, placeOf }
}

const sayNames = (name: string, names: readonly string[]) =>
  names.length > 0 ? suggestNames(name, names) : `params: {${name || 'days'}: 30} in the file`

/** A value as CEL writes it. */
const sayLiteral = (value: string | number | boolean) =>
  typeof value === 'number' && value < 0 ? `(${value})` : JSON.stringify(value)

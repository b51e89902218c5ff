import { type Condition, compileCondition } from '../condition/compile.ts'
import type { About, Query } from '../kinds/query.ts'
import type { FieldPath } from '../plan.ts'
import type { Problem } from '../problem.ts'
import type { ReadRecord } from '../schema/read-record.ts'
import { fillParams, type Params } from './fill-params.ts'
import { type KnownFields, type QueryFault, withPlaces } from './known-fields.ts'
import type { Field } from './read-field.ts'
import { type Order, readFields, readSort } from './read-fields.ts'
import { openTextPlaces } from './text-places.ts'

/** What is asked of a list, ready to run. */
export type Wanted = { condition?: Condition; orders: Order[]; fields?: Field[] }

/** A list with a name, ready to run. */
export type NamedQuery = Wanted & { name: string; path: string; about: About; value: Query }

/** Compiles the file of a query. Every problem has its line and column; with an error among them there is no query. */
export function compileQuery(
  read: ReadRecord<'query'>,
  known: KnownFields,
  given: Params = {},
): { query?: NamedQuery; problems: Problem[] } {
  const { value, path, slug, sheet } = read
  if (!value) return { problems: read.problems }
  const { about } = value
  const problems = [...read.problems]
  const say = (field: FieldPath) => {
    const place = openTextPlaces(sheet, field)
    return ({ at, message, expected }: QueryFault) =>
      void problems.push({ path, ...place(at), message, expected, severity: 'error' })
  }
  const parts = <T>(key: 'sort' | 'fields', take: (text: string) => { faults: QueryFault[] } & T): T[] => {
    const written = value[key]
    const texts = Array.isArray(written) ? written.map((text, n) => ({ text, at: [key, `${n}`] })) : []
    const own = typeof written === 'string' ? [{ text: written, at: [key] }] : texts
    return own.map(({ text, at }) => {
      const taken = take(text)
      taken.faults.forEach(say(at))
      return taken
    })
  }
  for (const name of Object.keys(value.params ?? {}))
    if (!/^[A-Za-z_]\w*$/.test(name))
      say(['params', name])({ at: 0, message: `"${name}" is no name for a parameter.`, expected: 'letters, digits and _' })
  const { condition, faults = [] } =
    value.where === undefined ? {} : compileFilled(value.where, about, known, { ...value.params, ...given })
  faults.forEach(say(['where']))
  const orders = parts('sort', (text) => readSort(text, about, known)).flatMap((taken) => taken.orders)
  const fields = parts('fields', (text) => readFields(text, about, known)).flatMap((taken) => taken.fields)
  if (problems.some(({ severity }) => severity === 'error')) return { problems }
  const query = { name: slug, path, about, value, orders, ...(condition && { condition }), ...(fields.length > 0 && { fields }) }
  return { query, problems }
}

function compileFilled(text: string, about: About, known: KnownFields, params: Params): ReturnType<typeof compileWhere> {
  const { filled, faults: lost, placeOf } = fillParams(text, params)
  if (lost.length > 0) return { faults: lost }
  const { condition, faults = [] } = compileWhere(filled, about, known)
  return condition ? { condition } : { faults: faults.map((fault) => ({ ...fault, at: placeOf(fault.at) })) }
}

/** Compiles the condition of a list; what is wrong is told by the character it stands at. */
export function compileWhere(text: string, about: About, known: KnownFields): { condition?: Condition; faults?: QueryFault[] } {
  const { condition, problems } = compileCondition(text, { about, names: withPlaces(known.names), clock: 'where' })
  if (condition) return { condition }
  const starts = text.split('\n').reduce<number[]>((all, line) => [...all, all.at(-1)! + line.length + 1], [0])
  const faults = problems.map(({ line, column, message, expected = '' }) => ({
    at: starts[line - 1]! + column - 1,
    message,
    expected,
  }))
  return { faults }
}

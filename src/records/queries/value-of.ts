import type { FieldPath } from '../plan.ts'
import type { Field } from './read-field.ts'

type Data = Readonly<Record<string, unknown>>

/** What the fields of a line of a list are taken from. Nothing is worked out before it is asked for. */
export type Source = { row: Data; customer: () => Data | undefined; computed: () => Data }

/** The value of a field as files hold it; null where there is none. What is known of a deal (meddpicc) is its text. */
export function valueOf({ of, path }: Field, { row, customer, computed }: Source): unknown {
  const value = dig(of === 'row' ? row : of === 'customer' ? customer() : computed(), path)
  if (path.length === 2 && path[0] === 'meddpicc' && isMap(value)) return value['text'] ?? null
  return value === '' ? null : (value ?? null)
}

/** What stands at a path of plain data; undefined when nothing does. */
export const dig = (data: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>((at, key) => (isMap(at) && Object.hasOwn(at, key) ? at[key] : undefined), data)

const isMap = (value: unknown): value is Data => typeof value === 'object' && value !== null

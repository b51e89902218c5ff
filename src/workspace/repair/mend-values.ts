import type { KindName } from '../../records/kinds.ts'
import { sayValue } from '../../records/say-value.ts'
import { fieldAt, schemaOf } from '../../records/schema/schema-of.ts'
import type { FrontMatter } from '../../records/text/front-matter.ts'
import type { MendKnown } from './known.ts'
import { changeLeaf, leavesOf } from './leaves.ts'
import { type Fix, sayMend } from './mend.ts'
import { type Beside, convertValue } from './values/convert-value.ts'

/** Values that are not written as their field wants them, and can mean one thing only: choices, days, numbers, phones and the like. */
export function mendValues(kind: KindName, sheet: FrontMatter, known: MendKnown): Fix[] {
  const schema = schemaOf(kind, known.team)
  const beside = besideOf(sheet, known)
  return leavesOf(sheet).flatMap((leaf): Fix[] => {
    const source = leaf.node.source ?? String(leaf.value)
    const type = fieldAt(schema, leaf.field)
    const converted = type ? convertValue(type, leaf.value, source, beside) : keepDigits(leaf.value, source)
    if (!converted) return []
    const { code, value } = converted
    const changes = changeLeaf(sheet, leaf, value)
    const now = Array.isArray(value)
      ? `[${value.join(', ')}]`
      : typeof value === 'string' && typeof leaf.value !== 'string' && value === source
        ? `"${value}", in quotes`
        : sayValue(value)
    return changes ? [{ code, said: sayMend(leaf.field, leaf.value, now), changes }] : []
  })
}

/** What else in the record, and around it, decides how its values are read. */
export function besideOf({ path, data }: FrontMatter, known: MendKnown): Beside {
  const { currency = known.currency } = data as { currency?: string }
  return { phone: (text) => known.phone(text, text.startsWith('+') ? undefined : known.countryOf(path)), currency }
}

/** A number of more digits than a number can hold is an id, and is safe in quotes. */
const keepDigits = (value: unknown, source: string) =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) && /^\d+$/.test(source)
    ? { code: 'number-too-long' as const, value: source }
    : undefined

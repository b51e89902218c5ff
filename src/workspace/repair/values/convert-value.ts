import { domainOf } from '../../../records/domain-of.ts'
import { splitList } from '../../../records/schema/read-value.ts'
import type { FieldType } from '../../../records/schema/schema-of.ts'
import { foldWord, onlyOne } from '../fold.ts'
import type { MendCode } from '../mend.ts'
import { readDay } from './read-day.ts'
import { readNumber } from './read-number.ts'

/** What a value turns into, and the code of the mend. */
export type Converted = { code: MendCode; value: unknown }

/** What else decides how a value is read: the number of a phone, the currency of an amount. */
export type Beside = { phone: (text: string) => string | undefined; currency: string | undefined }

const signs: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': '',
  US$: 'USD',
  C$: 'CAD',
  A$: 'AUD',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
}
const quotes = /^[“”„‟"«»‘’‚‹›']+([^“”„‟"«»‹›]*?)[“”„‟"«»‘’‚‹›']+$/u

/** What a field's value must have been meant to be; undefined where it is right as it is, or could mean several things. `source` is how the file writes it. */
export function convertValue(type: FieldType, value: unknown, source: string, beside: Beside): Converted | undefined {
  if (type.is === 'either') return convertEither(type, value, source, beside)
  const isRight = accepts(type, value) && !(type.is === 'email' && /^\s*mailto:/i.test(String(value)))
  if (isRight && type.is !== 'phone') return undefined
  if (typeof value === 'number' || typeof value === 'boolean') {
    const asText = type.is === 'phone' ? (beside.phone(source) ?? source) : source
    if (accepts(type, asText)) return { code: 'value-form', value: asText }
  }
  const text = typeof value === 'string' ? value : source
  const converted = convertText(type, text, beside) ?? convertText(type, (quotes.exec(text.trim())?.[1] ?? text).trim(), beside)
  return converted !== undefined && converted.value !== value && accepts(type, converted.value) ? converted : undefined
}

const accepts = (type: FieldType, value: unknown) => type.schema.safeParse(value).success

function convertEither(type: FieldType, value: unknown, source: string, beside: Beside): Converted | undefined {
  if (accepts(type, value)) return undefined
  const ways = (type.either ?? []).flatMap((way) => convertValue(way, value, source, beside) ?? [])
  return ways.length === 1 ? ways[0] : undefined
}

function convertText(type: FieldType, text: string, beside: Beside): Converted | undefined {
  const as = (code: MendCode, value: unknown) => (value === undefined ? undefined : { code, value })
  switch (type.is) {
    case 'choice':
      return as('value-choice', onlyOne((type.values ?? []).filter((one) => foldWord(one) === foldWord(text))))
    case 'day':
      return as('value-type', accepts(type, text) ? text : readDay(text, { withTime: false }))
    case 'instant':
      return as('value-type', accepts(type, text) ? text : readDay(text, { withTime: true }))
    case 'number':
      return as('value-type', text.trim().endsWith('%') ? readPercent(type, text) : readNumber(text, unitsOf(beside.currency)))
    case 'boolean':
      return as('value-type', { true: true, yes: true, false: false, no: false }[text.trim().toLowerCase()])
    case 'email':
      return as(
        'value-type',
        text
          .trim()
          .replace(/^mailto:/i, '')
          .replace(/^<(.*)>$/, '$1')
          .trim(),
      )
    case 'domain':
      return as('value-type', /^\s*(?:https?:\/\/)?[^\s/?#@]+\/?\s*$/i.test(text) ? domainOf(text) : undefined)
    case 'currency':
      return as('value-type', signs[text.trim().toUpperCase()] ?? text.trim().toUpperCase())
    case 'phone':
      return as('phone-form', beside.phone(text))
    case 'list':
      return convertList(type, text, beside)
    default:
      return undefined
  }
}

/** One word where a list belongs, or several between commas. */
function convertList({ item }: FieldType, text: string, beside: Beside): Converted | undefined {
  if (!item || item.is === 'map') return undefined
  const items = splitList(text).map((one) => (accepts(item, one) ? one : convertText(item, one, beside)?.value))
  return items.length > 0 && items.every((one) => one !== undefined && accepts(item, one))
    ? { code: 'value-form', value: items }
    : undefined
}

/** A fraction as a percentage: `40 %` is 0.4. A field that takes more than 1 may mean either. */
function readPercent(type: FieldType, text: string): number | undefined {
  const number = readNumber(text.replace(/\s*%\s*$/, ''))
  return number === undefined || accepts(type, 1.5) ? undefined : Number(`${number}e-2`)
}

const unitsOf = (currency: string | undefined) =>
  currency ? [currency, ...Object.keys(signs).filter((sign) => signs[sign] === currency)] : []

import { domainOf, isProfilePage } from '../../../records/domain-of.ts'
import { count, email, fraction, knownType, phone, positive, score } from '../../../records/kinds/field-types.ts'
import type { FieldType } from '../../../records/schema/schema-of.ts'
import { openChoices } from '../values/read-choice.ts'
import { readFlag } from '../values/read-flag.ts'
import { readList } from '../values/read-list.ts'
import { readEmail } from '../values/read-named.ts'
import { countryOf, readPhone } from '../values/read-phone.ts'
import { isRefusal, type Refusal, refuse } from '../values/refusal.ts'
import type { Amount } from '../values/settle-figures.ts'
import type { Gathered } from './gathered.ts'

/** Reads one cell into a value of its field, or says why it is none. */
export type ReadCell = (text: string, at: Gathered) => unknown

type How = {
  kind: string
  part: string
  heading: string
  isMoney: boolean
  /** How the column's days and numbers are written. */
  day: (text: string) => unknown
  figure: (text: string) => Amount | Refusal
  /** Whether bare numbers of the column are percents. */
  percent: boolean
  scale: number
  country: string | undefined
}

/** Prepares how the cells of a column are read into a field of this type. */
export function buildCell(type: FieldType, how: How): ReadCell {
  switch (type.is) {
    case 'number':
      return buildNumber(type, how)
    case 'day':
    case 'instant':
      return how.day
    case 'email':
      return (text) => readEmail(text) ?? refuse('is no e-mail address')
    case 'domain':
      return (text) => (isProfilePage(text) ? refuse() : (domainOf(text) ?? refuse('is no domain')))
    case 'phone':
      return (text, at) => readPhone(text, (at.parts['country'] as ReturnType<typeof countryOf>) ?? home(how.country))
    case 'boolean':
      return (text) => readFlag(text) ?? refuse()
    case 'choice':
      return buildChoice(type.values ?? [], how)
    case 'currency':
      return (text) => (/^[A-Z]{3}$/i.test(text) ? text.toUpperCase() : refuse('is no currency code'))
    case 'list':
      return buildList(type.item!, how)
    case 'either':
      return (text) => readFlag(text) ?? text
    default:
      return (text) => text
  }
}

const homes = new Map<string, ReturnType<typeof countryOf>>()

function home(country: string | undefined) {
  if (!country) return undefined
  if (!homes.has(country)) homes.set(country, countryOf(country))
  return homes.get(country)
}

const isOf = (type: FieldType, ...leaves: FieldType['schema'][]) =>
  leaves.some((leaf) => knownType(leaf)?.expected === type.expected)

/** Whether a field holds whole numbers, so that no sign in it can be a decimal one. */
export const isWhole = (type: FieldType) => isOf(type, count)

function buildNumber(type: FieldType, { figure, percent, scale, heading, part, isMoney }: How): ReadCell {
  const isFraction = isOf(type, fraction)
  const fits = isFraction
    ? (value: number) => value >= 0 && value <= 1
    : isOf(type, count)
      ? (value: number) => value >= 0 && Number.isInteger(value)
      : isOf(type, positive)
        ? (value: number) => value >= 0
        : isOf(type, score)
          ? (value: number) => value >= 0 && value <= 100
          : () => true
  const outside = refuse(`is not ${type.expected.replace(/ such as .*/, '')}`)
  const exponent = isFraction && percent ? 'e-2' : scale === 1 ? '' : `e${Math.log10(scale)}`
  return (text, at) => {
    const read = figure(text)
    if (isRefusal(read))
      return text.length < 40 && /\d\s*(?:[-–—]|to|bis)\s*\d|\d\s*\+$|^[<>]\s*\d/i.test(text) && read.refused === 'is no number'
        ? refuse('is a range, no number')
        : read
    if (read.unit && !isMoney) return refuse('is no number')
    const value = exponent && !read.percent ? Number(`${read.value}${exponent}`) : read.value
    if (!fits(value) || (read.percent && !isFraction)) return outside
    if (isMoney) at.money[part] ??= { value, heading, text, ...(read.unit ? { unit: read.unit } : {}) }
    return value
  }
}

function buildChoice(values: readonly string[], { kind, part, heading }: How): ReadCell {
  const choose = openChoices(kind, part, values)
  return (text, at) => {
    const chosen = choose(text)
    if (!chosen) return refuse()
    if (!chosen.same) at.imported[heading] = text
    return chosen.word
  }
}

function buildList(item: FieldType, how: How): ReadCell {
  const read = buildCell(item, how)
  const between = isOf(item, email, phone) || how.part === 'tags' ? /[;,\n]/ : /[;\n]/
  return (text, at) => {
    const items = readList(text, between).map((one) => read(one, at))
    return items.find(isRefusal) ?? (items.length > 0 ? [...new Set(items)] : refuse())
  }
}

import { Failure } from '../../failure.ts'
import { sayChoices, sayRefusal } from './say-issue.ts'
import type { FieldType } from './schema-of.ts'

type Field = { name: string; country: string | undefined }

const grouped = /^[+-]?\d{1,3}(?:[, '’\u00a0\u202f]\d{3})+(?:\.\d+)?$/
const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)$/
const pointed = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/

/** Reads what was typed for a field as the schema has it; throws a Failure (exit 2) that says what would be right. */
export async function readValue(type: FieldType, typed: string, field: Field): Promise<unknown> {
  const value = await take(type, typed.trim(), field)
  if (!type.schema.safeParse(value).success) throw refusal(field.name, typed, type.expected)
  return value
}

async function take(type: FieldType, typed: string, field: Field): Promise<unknown> {
  switch (type.is) {
    case 'number':
      return takeNumber(typed, type.expected, field)
    case 'boolean':
      return { true: true, yes: true, false: false, no: false }[typed.toLowerCase()] ?? typed
    case 'choice':
      return takeChoice(typed, type.values ?? [], field)
    case 'currency':
      return typed.toUpperCase()
    case 'phone':
      return takePhone(typed, type.expected, field)
    case 'list':
      return Promise.all(splitList(typed).map((item) => readValue(type.item!, item, field)))
    case 'either':
      return takeEither(type, typed, field)
    case 'map':
      throw new Failure(`${field.name} holds keys and values, not one value.`, {
        hint: `${field.name}.<key>=<value>`,
        exitCode: 2,
      })
    default:
      return typed
  }
}

/** The items of a list as it is typed: between commas. */
export const splitList = (typed: string) =>
  typed
    .replace(/^\[(.*)\]$/, '$1')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)

function takeNumber(typed: string, expected: string, { name }: Field): number {
  if (pointed.test(typed)) {
    const hint = `${typed.replaceAll('.', '')}, or ${Number.parseFloat(typed)} if the point is a decimal one`
    throw new Failure(`${name}: "${typed}" can be read in two ways.`, { hint, exitCode: 2 })
  }
  if (grouped.test(typed) || plain.test(typed)) return Number(typed.replace(/[, '’\u00a0\u202f]/g, ''))
  throw refusal(name, typed, expected)
}

function takeChoice(typed: string, values: readonly string[], { name }: Field): string {
  const value = values.find((one) => one.toLowerCase() === typed.toLowerCase())
  if (value !== undefined) return value
  throw refusal(name, typed, sayChoices(typed, values))
}

async function takePhone(typed: string, expected: string, { name, country }: Field): Promise<string> {
  const { isSupportedCountry, parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  const home = country?.toUpperCase()
  const number = parsePhoneNumberFromString(typed, home && isSupportedCountry(home) ? home : undefined)
  if (!number?.isPossible()) throw refusal(name, typed, expected)
  return number.ext ? `${number.number};ext=${number.ext}` : number.number
}

async function takeEither(type: FieldType, typed: string, field: Field): Promise<unknown> {
  for (const way of type.either ?? []) {
    if (way.is === 'map') continue
    try {
      return await readValue(way, typed, field)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
    }
  }
  throw refusal(field.name, typed, type.expected)
}

const refusal = (name: string, typed: string, expected: string) =>
  new Failure(sayRefusal([name], typed, expected), { hint: expected, exitCode: 2 })

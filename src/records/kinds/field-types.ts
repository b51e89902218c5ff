import * as z from 'zod'

/** What a field holds, in the words of `dossier`: what may be typed for it and how it is compared. */
export type FieldWord =
  | 'text'
  | 'number'
  | 'boolean'
  | 'day'
  | 'instant'
  | 'email'
  | 'phone'
  | 'domain'
  | 'currency'
  | 'choice'
  | 'list'
  | 'map'
  | 'either'

// Compiling a schema takes longer than a command has records to read with it, and wants code made at run time.
z.config({ jitless: true })

/** A schema that is built when it is first asked for: building those of all kinds takes 8 ms, and a command reads a few. */
export function lazily<S>(build: () => S): () => S {
  let built: S | undefined
  return () => (built ??= build())
}

type Known = { is: FieldWord; expected: string }

const known = z.registry<Known>()

/** The type of a leaf below, however it was described or made optional; undefined for what is built from others. */
export const knownType = (schema: z.ZodType): Known | undefined => known.get(schema)

const calendarDay = /^(\d{4})-(\d{2})-(\d{2})/
const clock = /^\d{4}-\d{2}-\d{2}(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?$/

/** Whether the text begins with a day that the calendar has: 2026-02-30 is none. */
export function isCalendarDay(value: string): boolean {
  const parts = calendarDay.exec(value)
  if (!parts) return false
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  const length =
    month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return month >= 1 && month <= 12 && day >= 1 && day <= length
}

/** A leaf type: `expected` reads after "is not" up to " such as", and whole as what would have been right. */
export function leaf<S extends z.ZodType>(is: FieldWord, expected: string, make: (expected: string) => S): S {
  const schema = make(expected)
  known.add(schema, { is, expected })
  return schema
}

const matching = (is: FieldWord, expected: string, pattern: RegExp) => leaf(is, expected, (e) => z.string(e).regex(pattern, e))

export const text = leaf('text', 'text', (e) => z.string(e))
export const flag = leaf('boolean', 'true or false', (e) => z.boolean(e))
export const day = leaf('day', 'a day such as 2026-11-02', (e) =>
  z
    .string(e)
    .regex(/^\d{4}-\d{2}-\d{2}$/, e)
    .refine(isCalendarDay, e),
)
/** A moment: a plain day is that day in the owner's zone, a time without an offset is in the owner's zone too. */
export const instant = leaf('instant', 'a date such as 2026-11-02 or 2026-11-02 10:00', (e) =>
  z.string(e).regex(clock, e).refine(isCalendarDay, e),
)
export const email = matching(
  'email',
  'an e-mail address such as jo@acme.com',
  /^[^\s@<>,;"]+@[^\s@.<>,;"]+(?:\.[^\s@.<>,;"]+)+$/,
)
export const domain = matching('domain', 'a domain such as acme.com', /^[^\s@/:.]+(?:\.[^\s@/:.]+)+$/)
export const currency = matching('currency', 'a currency code such as EUR', /^[A-Z]{3}$/)
export const phone = leaf('phone', 'a phone number such as +49 151 12345678', (e) => z.string(e))
export const clockTime = matching('text', 'a time such as 09:00', /^(?:[01]\d|2[0-3]):[0-5]\d$/)

export const number = leaf('number', 'a number such as 24000', (e) => z.number(e))
export const positive = leaf('number', 'a number from 0 up such as 24000', (e) => z.number(e).min(0, e))
export const count = leaf('number', 'a whole number such as 12', (e) => z.int(e).min(0, e))
export const fraction = leaf('number', 'a number from 0 to 1 such as 0.4', (e) => z.number(e).min(0, e).max(1, e))
export const score = leaf('number', 'a number from 0 to 100 such as 70', (e) => z.number(e).min(0, e).max(100, e))

/** One of a few words. The choices are the schema's own; a team's come from fields.yaml. */
export const choice = <const V extends readonly [string, ...string[]]>(values: V) => z.enum(values)

export const list = <S extends z.ZodType>(item: S) => z.array(item, 'a list such as [one, two]')

/** Ids that other systems gave the record: `hubspot: "123"`. */
export const external = z
  .record(z.string(), text, 'keys and values such as hubspot: "123"')
  .describe('Ids of this record in other systems, such as hubspot: "123".')

/** The day the record was put away: archived records leave the lists, their history stays. */
export const archived = day.describe('The day the record was put away; archived records leave the lists.')

/** Columns of an import that have no field here. */
export const imported = z
  .record(z.string(), text, 'headings and values as they were imported')
  .describe('Columns of an import that have no field here, by their heading, as they were written.')

/** The company a record was imported with. */
export const belongsTo = z
  .looseObject(
    {
      name: text.describe('The name of the company as it was imported.').optional(),
      domain: domain.describe('Its domain.').optional(),
      external: external.optional(),
    },
    'keys and values such as name and domain',
  )
  .describe(
    'The company it was imported with (of a customer: its parent), while that is nowhere to be found; a later import looks again.',
  )

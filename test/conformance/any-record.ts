import fc from 'fast-check'

type Schema = { [key: string]: unknown }

/** Words of every sort a record's fields ask for, right ones and near misses. */
const words = [
  ['acme', 'Acme GmbH', '', 'A', 'lead', 'ada', 'true', '24000', '2026', ' ', 'ä', 'a'.repeat(300)],
  [
    '2026-11-02',
    '2026-11-02 10:00',
    '2026-11-02T10:00:00Z',
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2024-02-29',
    '02.11.2026',
  ],
  ['jo@acme.com', 'jo@acme', 'acme.com', 'acme', 'https://acme.com', 'EUR', 'eur', '09:00', '24:00', '+49 151 1234'],
  [
    'always',
    'never',
    'from stage lead',
    'from stage',
    'last_7_days',
    'this_quarter',
    '2026-11-01..2026-11-20',
    '2026-11-20..2026-11-01',
  ],
  ['changed', 'daily', 'cron: x', 'none', '7 days', '2 weeks', 'on', '50 %', '2026-Q4', 'Europe/Berlin'],
].flat()

const word = fc.constantFrom(...words)
const number = fc.constantFrom(0, 1, 0.4, 1.5, -1, 100, 101, 24_000, 1e6, 1e-7, Number.MAX_SAFE_INTEGER)
const stray = fc.oneof(
  word,
  number,
  fc.boolean(),
  fc.constant(null),
  fc.constant([]),
  fc.constant({}),
  fc.array(word, { maxLength: 2 }),
)

/** Values for a schema: mostly such as it asks for, now and then something else. */
export function anyFor(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const right = rightFor(schema, depth)
  return depth === 0 ? right : fc.oneof({ weight: 14, arbitrary: right }, { weight: 1, arbitrary: stray })
}

function rightFor(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const options = schema['anyOf'] as Schema[] | undefined
  if (options) return fc.oneof(...options.map((one) => anyFor(one, depth + 1)))
  const choices = schema['enum'] as unknown[] | undefined
  if (choices) return fc.constantFrom(...choices)
  const types = [schema['type'] ?? 'string'].flat() as string[]
  return fc.oneof(...types.map((type) => ofType(type, schema, depth)))
}

function ofType(type: string, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (type === 'null') return fc.constant(null)
  if (type === 'boolean') return fc.boolean()
  if (type === 'number' || type === 'integer') return number
  if (type === 'array') return fc.array(anyFor((schema['items'] ?? {}) as Schema, depth + 1), { maxLength: 3 })
  return type === 'object' ? anyMap(schema, depth) : matching(schema)
}

/** Of the words those the pattern allows, mostly. */
function matching({ pattern }: Schema): fc.Arbitrary<unknown> {
  const fitting = typeof pattern === 'string' ? words.filter((one) => new RegExp(pattern, 'u').test(one)) : words
  return fitting.length > 0
    ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: word })
    : word
}

function anyMap(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const required = (schema['required'] ?? []) as string[]
  const known = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)
  const fields = known.map(([name, field]) =>
    fc
      .tuple(fc.integer({ min: 0, max: 19 }), anyFor(field, depth + 1))
      .map(([chance, value]) => ((required.includes(name) ? chance > 0 : chance < 6) ? [[name, value]] : [])),
  )
  const more = schema['additionalProperties']
  const own = typeof more === 'object' && more !== null ? anyFor(more as Schema, depth + 1) : stray
  const others = fc.array(fc.tuple(fc.constantFrom('zz_own', 'zz_other', 'hubspot'), own), {
    maxLength: known.length > 0 ? 1 : 2,
  })
  return fc
    .tuple(fc.tuple(...fields), others)
    .map(([mine, theirs]) => Object.fromEntries([...mine.flat(), ...theirs] as [string, unknown][]))
}

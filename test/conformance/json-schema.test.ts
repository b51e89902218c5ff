import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type KindName, kindNames, kinds } from '../../src/records/kinds.ts'
import { editorSchema } from '../../src/records/schema/editor-schema.ts'
import { readRecord } from '../../src/records/schema/read-record.ts'
import { anyFor } from './any-record.ts'

const suite = new URL('../../../shared/samples/conformance/json_schema/tests/draft2020-12/', import.meta.url)
const here = existsSync(suite)
if (!here) console.log('The JSON Schema tests are not beside this checkout (../shared/samples/conformance/json_schema): skipped.')

type Group = { description: string; schema: object; tests: { description: string; data: unknown; valid: boolean }[] }

test.skipIf(!here)('the validator we hold our schemas against passes the suite', () => {
  const files = readdirSync(fileURLToPath(suite), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
  const cases = files.flatMap((file) =>
    (JSON.parse(readFileSync(new URL(file, suite), 'utf8')) as Group[]).flatMap(({ schema, tests, description }) => {
      const judge = new Ajv2020({ strict: false, logger: false }).compile(schema)
      return tests.map((one) => ({ ok: judge(one.data) === one.valid, name: `${file}: ${description}: ${one.description}` }))
    }),
  )
  const missed = cases.filter(({ ok }) => !ok).map(({ name }) => name)
  console.log(`JSON Schema conformance: ${cases.length - missed.length} of ${cases.length} in ${files.length} files`)
  expect(missed).toEqual([])
})

/** What an editor must know to use our schemas: validation of single values and of maps, nothing that refers elsewhere. */
const vocabulary = [
  ['$comment', '$schema', '$id', 'title', 'description', 'default'],
  ['type', 'enum', 'pattern', 'minimum', 'maximum', 'exclusiveMinimum'],
  ['properties', 'required', 'additionalProperties', 'propertyNames', 'items', 'anyOf'],
].flat()

/** Every keyword of a schema; names of properties are none. */
function keywordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keywordsOf)
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties') return [key, ...Object.values(value as object).flatMap(keywordsOf)]
    return [key, ...(['items', 'additionalProperties', 'propertyNames', 'anyOf'].includes(key) ? keywordsOf(value) : [])]
  })
}

const places: { [K in KindName]?: string } = {
  territories: 'workspace-setup/territories.yaml',
  rates: 'workspace-setup/rates.yaml',
  fields: 'workspace-setup/fields.yaml',
}

/** A record's text; JSON is YAML. */
const textOf = (kind: KindName, data: unknown) =>
  kinds[kind].format === 'yaml' ? JSON.stringify(data) : `---\n${JSON.stringify(data)}\n---\n`

describe.each(kindNames)('the schema of %s', (kind) => {
  const schema = editorSchema(kind)
  const judge = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema)

  test('is one of draft 2020-12, in keywords every editor knows', () => {
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(new Ajv2020().validateSchema(schema)).toBe(true)
    expect([...new Set(keywordsOf(schema))].filter((keyword) => !vocabulary.includes(keyword))).toEqual([])
  })

  test('accepts and refuses what the program does', () => {
    const path = places[kind] ?? (kinds[kind].format === 'yaml' ? 'a.yaml' : 'a.md')
    fc.assert(
      fc.property(anyFor(schema), (data) => {
        const { problems } = readRecord(kind, path, textOf(kind, data))
        const refusals = problems.filter((one) => one.severity === 'error' || isMended(one)).map(({ message }) => message)
        const theirs = judge(data) ? [] : judge.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`)
        const agree = (refusals.length === 0) === (theirs.length === 0)
        if (agree || (theirs.length === 0 && refusals.every(isBeyondPatterns))) return
        throw new Error(JSON.stringify({ data, refusals, theirs }))
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})

/** Deliberate: the program reads what is plain to a person (`phone: 24000`), the editor marks it so that it is put right. */
const isMended = ({ message }: { message: string }) => /; read as /.test(message)

/** Deliberate: no pattern knows the calendar, so 2026-02-30 passes the editor and not the program. */
const isBeyondPatterns = (message: string) => /"\d{4}-\d{2}-\d{2}.*" is not a (?:day|date|period)\./.test(message)

test('deliberate: a stub says where a record went and nothing else, which only the program accepts', () => {
  const stub = { redirect: '../globex/customer.md' }
  expect(readRecord('customer', 'customers/acme/customer.md', textOf('customer', stub)).problems).toEqual([])
  expect(new Ajv2020().compile(editorSchema('customer'))(stub)).toBe(false)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TeamFields } from '../../../src/records/kinds/fields.ts'
import { kindNames, kinds } from '../../../src/records/kinds.ts'
import { editorSchema, printEditorSchema } from '../../../src/records/schema/editor-schema.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { readTeam } from '../../../src/workspace/records.ts'

const ours = readTeam(placeAt(join(import.meta.dirname, '../../..'), process.env))
const folder = new URL('../../../workspace-setup/schemas/', import.meta.url)

test.each(kindNames)('the editor schema of a %s is the one the code prints today', (kind) => {
  const committed = readFileSync(new URL(`${kind}.json`, folder), 'utf8')
  expect(committed === printEditorSchema(kind, ours), `workspace-setup/schemas/${kind}.json is stale: npm run schemas`).toBe(true)
})

test('there is no schema of a kind that no longer exists', () => {
  expect(readdirSync(folder).sort(), 'npm run schemas').toEqual(kindNames.map((kind) => `${kind}.json`).sort())
})

type Json = { [key: string]: unknown }
const properties = (schema: Json): [string, Json][] => {
  const own = Object.entries((schema['properties'] ?? {}) as Record<string, Json>)
  const inner = [schema['items'], schema['additionalProperties'], ...((schema['anyOf'] as Json[] | undefined) ?? [])] as (
    | Json
    | undefined
  )[]
  return [...own, ...[...own.map(([, one]) => one), ...inner].flatMap((one) => (one ? properties(one) : []))]
}

test.each(kindNames)('every field of a %s says what it is', (kind) => {
  const mute = properties(editorSchema(kind)).filter(
    ([, schema]) => !/^[A-Z].*\.$/.test(String(schema['description'])) && !/^\w+: /.test(String(schema['description'])),
  )
  expect(mute.map(([name]) => name)).toEqual([])
  expect(editorSchema(kind)).toMatchObject({ title: kinds[kind].title, $schema: 'https://json-schema.org/draft/2020-12/schema' })
})

test('what may be absent may be null; what must be there may not', () => {
  expect(editorSchema('deal')).toMatchObject({
    required: ['name'],
    properties: {
      name: { type: 'string' },
      amount: { type: ['number', 'null'] },
      type: { enum: ['new-business', 'renewal', 'upsell', 'cross-sell', 'downsell', null] },
      meddpicc: { properties: { champion: { anyOf: [{ type: 'string' }, { type: 'object' }, { type: 'null' }] } } },
    },
  })
})

test('a team’s own fields stand in it as if built in', () => {
  const team = TeamFields().parse({
    deal: { seats: { type: 'number', label: 'Seats', required: 'always' } },
    values: { source: ['fair'] },
  })
  expect(editorSchema('deal', team)).toMatchObject({
    required: ['name', 'seats'],
    properties: { seats: { description: 'Seats' }, source: { enum: ['fair', null] } },
  })
})

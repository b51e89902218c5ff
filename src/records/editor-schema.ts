import { z } from 'zod'
import type { TeamFields } from './fields.ts'
import { type KindName, kinds } from './kinds.ts'
import { requiredFrom, schemaOf, teamFieldsOf } from './schema-of.ts'

type Json = { [key: string]: unknown }

/** The JSON Schema (2020-12) of a kind, for editors: the one the program itself reads by, the team's own fields included. */
export function editorSchema(kind: KindName, team?: TeamFields): Json {
  const { $schema, ...made } = z.toJSONSchema(schemaOf(kind, team), { io: 'input' }) as Json
  const schema = acceptNull(made)
  const always = Object.entries(teamFieldsOf(kind, team)).filter(([, field]) => requiredFrom(field) === 'always')
  const required = [...new Set([...((schema['required'] as string[] | undefined) ?? []), ...always.map(([name]) => name)])]
  return {
    $comment: 'Generated from src/records by `npm run schemas`; changes made here are lost.',
    $schema,
    $id: `urn:dossier:schema:${kind}`,
    title: kinds[kind].title,
    ...schema,
    ...(required.length ? { required } : {}),
  }
}

/** The schema as the text of its file. */
export const printEditorSchema = (kind: KindName, team?: TeamFields) => `${JSON.stringify(editorSchema(kind, team), null, 2)}\n`

/** In a record null means absent, so an editor must not mind `owner:` with nothing behind it. */
function acceptNull(schema: Json): Json {
  const walked = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (Array.isArray(value)) return [key, value.map((item) => (isJson(item) ? acceptNull(item) : item))]
      return [key, key !== 'properties' && isJson(value) ? acceptNull(value) : value]
    }),
  )
  if (!isJson(schema['properties'])) return walked
  const required = (schema['required'] as string[] | undefined) ?? []
  const properties = Object.entries(schema['properties']).map(([key, value]) => {
    const one = acceptNull(value as Json)
    return [key, required.includes(key) ? one : orNull(one)]
  })
  return { ...walked, properties: Object.fromEntries(properties) }
}

function orNull(schema: Json): Json {
  if (Array.isArray(schema['anyOf'])) return { ...schema, anyOf: [...(schema['anyOf'] as Json[]), { type: 'null' }] }
  const choices = Array.isArray(schema['enum']) ? { enum: [...(schema['enum'] as unknown[]), null] } : {}
  return typeof schema['type'] === 'string' ? { ...schema, type: [schema['type'], 'null'], ...choices } : schema
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { kindNames } from '../src/records/kinds.ts'
import { printEditorSchema } from '../src/records/schema/editor-schema.ts'
import { placeAt } from '../src/workspace/place.ts'
import { readTeam } from '../src/workspace/records.ts'

const folder = new URL('../workspace-setup/schemas/', import.meta.url)
const team = readTeam(placeAt(join(import.meta.dirname, '..'), process.env))

mkdirSync(folder, { recursive: true })
for (const kind of kindNames) writeFileSync(new URL(`${kind}.json`, folder), printEditorSchema(kind, team))

import { mkdirSync, writeFileSync } from 'node:fs'
import { kindNames } from '../src/records/kinds.ts'
import { printEditorSchema } from '../src/records/schema/editor-schema.ts'

const folder = new URL('../workspace-setup/schemas/', import.meta.url)

mkdirSync(folder, { recursive: true })
for (const kind of kindNames) writeFileSync(new URL(`${kind}.json`, folder), printEditorSchema(kind))

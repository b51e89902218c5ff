import { mkdirSync, writeFileSync } from 'node:fs'
import { printEditorSchema } from '../src/records/editor-schema.ts'
import { kindNames } from '../src/records/kinds.ts'

const folder = new URL('../workspace-setup/schemas/', import.meta.url)

mkdirSync(folder, { recursive: true })
for (const kind of kindNames) writeFileSync(new URL(`${kind}.json`, folder), printEditorSchema(kind))

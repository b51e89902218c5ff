import type { TeamFields } from '../../../records/kinds/fields.ts'
import { kindNames } from '../../../records/kinds.ts'
import type { Problem } from '../../../records/problem.ts'
import { printEditorSchema } from '../../../records/schema/editor-schema.ts'
import { whole } from '../found.ts'
import type { Source } from '../source/source.ts'

const folder = 'workspace-setup/schemas'

/** The schemas by which editors complete and validate, among these files. */
export const schemaFiles = (files: readonly string[]) =>
  files.filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.json'))

/** Editor schemas that are not what the program and fields.yaml say today. A workspace without that folder has none, and needs none. */
export function judgeSchemas(source: Source, files: readonly string[], team: TeamFields | undefined): Problem[] {
  const there = new Set(schemaFiles(files))
  if (there.size === 0) return []
  return kindNames.flatMap((kind) => {
    const path = `${folder}/${kind}.json`
    const read = there.has(path) ? source.read(path) : undefined
    if (read?.problem) return [read.problem]
    if (read?.text === printEditorSchema(kind, team)) return []
    const message = read
      ? 'This schema is not the one that the program and fields.yaml make today, so editors complete by old rules.'
      : 'This schema is missing, so editors cannot complete and check this kind of file.'
    return [whole(path, 'schema-outdated', message, 'what dossier schemas writes')]
  })
}

import { TeamFields } from '../../../records/kinds/fields.ts'
import { kindNames } from '../../../records/kinds.ts'
import type { Problem } from '../../../records/problem.ts'
import { sayChoices } from '../../../records/schema/say-issue.ts'
import { isExtendable, requiredFrom, teamFieldsOf } from '../../../records/schema/schema-of.ts'
import type { Kept } from '../../records.ts'
import { type Found, locate } from '../found.ts'
import type { Known } from '../known.ts'

/** Own fields nobody would ever be asked for: declared beside the kinds of records, or required from a stage that is none. */
export function judgeFields({ value, read }: Kept<'fields'>, { workflows }: Pick<Known, 'workflows'>): Problem[] {
  const known = Object.keys(TeamFields().shape)
  const told = new Set(read.problems.map(({ line }) => line))
  const stray = Object.entries(value).flatMap(([key, said]): Found[] => {
    if (known.includes(key) || typeof said !== 'object') return []
    const message = `${key}: own fields stand below the kind of record that has them, so these are not read.`
    return [{ code: 'unknown-key-typo', field: [key], message, expected: `one of ${known.join(', ')}` }]
  })
  const unmet = kindNames.filter(isExtendable).flatMap((kind) =>
    Object.entries(teamFieldsOf(kind, value)).flatMap(([name, field]): Found[] => {
      const from = requiredFrom(field)
      if (typeof from === 'string') return []
      const place = { field: [kind, name, 'required'] }
      if (kind !== 'deal' && kind !== 'customer') {
        const message = `${kind}.${name}.required: "${field.required}" is no choice here, for no ${kind} has a stage.`
        return [{ code: 'value-choice', ...place, message, expected: 'always or never' }]
      }
      const ids = stagesOf(kind, workflows)
      if (ids === undefined || ids.includes(from.stage)) return []
      const message = `${kind}.${name}.required: no workflow of ${kind}s has a stage "${from.stage}", so nobody is asked for it.`
      return [
        {
          code: `${kind}-stage-unknown`,
          ...place,
          message,
          expected: sayChoices(
            field.required,
            ids.map((id) => `from stage ${id}`),
          ),
        },
      ]
    }),
  )
  return [...stray, ...unmet].map((one) => locate(read.sheet, one)).filter(({ line }) => !told.has(line))
}

/** The stages of all workflows about a kind; undefined where none can be read, or one of all cannot. */
function stagesOf(kind: 'deal' | 'customer', workflows: Known['workflows']): string[] | undefined {
  const all = [...workflows.values()]
  const own = all.filter((workflow) => workflow?.about === kind)
  if (own.length === 0 || all.includes(undefined)) return undefined
  return [...new Set(own.flatMap((workflow) => workflow?.stages.map(({ id }) => id) ?? []))]
}

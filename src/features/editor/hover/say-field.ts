import type { FieldPath } from '../../../records/plan.ts'
import { fieldAt, requiredFrom, schemaOf, teamFieldsOf } from '../../../records/schema/schema-of.ts'
import { schemaPath } from '../find/field-meaning.ts'
import type { Page } from '../text/open-page.ts'
import type { View } from '../view.ts'

/** What a key is for, what may stand behind it, and when it must be there. */
export function sayField(view: View, { kind }: Page, path: FieldPath): string | undefined {
  if (!kind) return undefined
  const team = view.team()
  const type = fieldAt(schemaOf(kind, team), schemaPath(kind, path))
  if (!type) return undefined
  const own = path.length === 1 ? teamFieldsOf(kind, team)[path[0]!] : undefined
  const from = own && requiredFrom(own)
  const due =
    from === 'always'
      ? 'Always required.'
      : from === undefined || from === 'never'
        ? ''
        : `Required from the stage ${from.stage} on.`
  return [
    `**${path.filter((key) => !/^\d+$/.test(key)).join('.')}**${type.description ? `: ${type.description}` : ''}`,
    `Expects ${type.values ? `one of ${type.values.map((value) => `\`${value}\``).join(', ')}` : type.expected}.`,
    due,
    own ? "One of the team's own fields (workspace-setup/fields.yaml)." : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

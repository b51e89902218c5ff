import type { TeamFields } from '../../records/kinds/fields.ts'
import { kindOf, slugInPath } from '../../records/kinds.ts'
import type { Namer, Ways } from '../../records/links/ways.ts'
import type { Edit } from '../../records/plan.ts'
import { sayValue } from '../../records/say-value.ts'
import type { FieldEdit } from '../../records/schema/field-values.ts'
import { applyEdits } from '../../records/text/apply-edits.ts'
import { readFrontMatter } from '../../records/text/front-matter.ts'
import { relinkFile } from '../../workspace/links/plan-relinks.ts'
import { customerIn } from '../../workspace/tree.ts'
import type { Draft } from '../../workspace/write/open-draft.ts'
import { appendMerged } from './append-merged.ts'
import { findRemarks } from './find-remarks.ts'
import { type MergedFields, mergeFields } from './merge-fields.ts'
import { stubText } from './stub-text.ts'

type Data = Record<string, unknown>

type How = {
  ways: Ways
  day: string
  team?: TeamFields | undefined
  has: NonNullable<Namer['has']>
  more?: (fields: MergedFields) => FieldEdit[]
}

/** Merges one record of a draft into another: fields, running text and stub (what belonged to nobody leaves none). Answers with what came of the fields. */
export function mergeInto(draft: Draft, path: string, from: string, { ways, day, team, has, more }: How): MergedFields {
  const kind = kindOf(path) as 'customer' | 'contact'
  const theirs = readFrontMatter(from, relinkFile(ways, { was: from, is: path, has }, draft.text(from), team).text)
  const ours = draft.text(path)
  const fields = mergeFields(kind, readFrontMatter(path, ours).data, theirs.data)
  const wanted = [
    ...fields.edits,
    ...reportsTo(fields, path, from, [readFrontMatter(path, ours).data, theirs.data]),
    ...(more?.(fields) ?? []),
  ]
  const edits = wanted.map((edit): Edit => ({ ...edit, path, from: '', value: edit.value }))
  const own = relinkFile(ways, { was: path, is: path, has }, applyEdits(path, ours, edits) ?? ours, team).text
  const name = sayValue(theirs.data['name'] ?? from)
  draft.put(
    path,
    appendMerged(path, own, {
      name,
      path: from,
      body: theirs.text.slice(theirs.body),
      differing: fields.differing,
      remarks: findRemarks(theirs.text.slice(theirs.from, theirs.to)),
      day,
    }),
  )
  const ids = Object.keys(fields.ids).length > 0 ? { external: fields.ids } : {}
  if (customerIn(from) === '_unassigned') draft.remove(from)
  else draft.put(from, stubText(kind, from, path, { merged: day, ...ids }))
  return fields
}

/** Whom somebody reports to comes in from the same customer only, and nobody reports to themselves. */
function reportsTo({ differing }: MergedFields, path: string, from: string, [ours, theirs]: readonly [Data, Data]): FieldEdit[] {
  const [kept, was] = [ours['reports_to'], theirs['reports_to']]
  if (typeof was !== 'string' || was === kept || was === slugInPath(path)) return []
  if (kept === undefined && customerIn(path) === customerIn(from)) return [{ do: 'set', field: ['reports_to'], value: was }]
  differing.push({ field: 'reports_to', kept: kept ?? null, was })
  return []
}

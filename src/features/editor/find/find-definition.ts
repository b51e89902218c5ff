import { readRecord } from '../../../records/schema/read-record.ts'
import { teamFieldsOf } from '../../../records/schema/schema-of.ts'
import { nodeAt } from '../../../records/text/entry.ts'
import { readFrontMatter } from '../../../records/text/front-matter.ts'
import { teamPath } from '../../../workspace/records.ts'
import { findSpot } from '../text/find-spot.ts'
import type { Page } from '../text/open-page.ts'
import type { View } from '../view.ts'
import { targetOf } from './target.ts'

/** Where something stands: a file, and the text between two of its offsets. */
export type Stand = { path: string; from: number; to: number }

/** Where what somebody points at is defined: the file of a record, the line of a stage, the team's own field in fields.yaml. */
export function findDefinition(view: View, page: Page, at: number): Stand | undefined {
  const spot = findSpot(page, at)
  if (!spot) return undefined
  if (spot.in === 'key') {
    const isOwn = page.kind && spot.path.length === 0 && Object.hasOwn(teamFieldsOf(page.kind, view.team()), spot.typed)
    return isOwn ? keyAt(view, teamPath, [page.kind!, spot.typed]) : undefined
  }
  const target = targetOf(view, page, spot)
  if (!target) return undefined
  if (target.stage !== undefined) return stageAt(view, target.path, target.stage)
  return { path: target.kind ? followed(view, target.path) : target.path, from: 0, to: 0 }
}

/** Where stubs lead in the end; a circle of them ends where it begins. */
function followed(view: View, path: string): string {
  let at = path
  for (const way = new Set<string>(); !way.has(at); ) {
    way.add(at)
    const text = view.text(at)
    const next = text === undefined ? undefined : readRecord('contact', at, text).redirect
    if (next === undefined || !view.has(next)) return at
    at = next
  }
  return path
}

function stageAt(view: View, path: string, stage: string): Stand | undefined {
  const n = view.record('workflow', path)?.value.stages.findIndex(({ id }) => id === stage) ?? -1
  return n < 0 ? undefined : keyAt(view, path, ['stages', `${n}`, 'id'])
}

/** Where a value stands in a file, or its key where the value is a set of keys. */
function keyAt(view: View, path: string, field: readonly string[]): Stand | undefined {
  const text = view.text(path)
  if (text === undefined) return undefined
  const sheet = readFrontMatter(path, text)
  const range = nodeAt(sheet.document, field)?.range
  if (!range) return { path, from: 0, to: 0 }
  const from = sheet.from + range[0]
  const name = text.lastIndexOf(field.at(-1)!, from)
  return field.at(-1) === 'id' || name < 0
    ? { path, from, to: sheet.from + range[1] }
    : { path, from: name, to: name + field.at(-1)!.length }
}

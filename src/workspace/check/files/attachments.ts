import type { Kept } from '../../records.ts'
import type { Found } from '../found.ts'
import type { Known } from '../known.ts'

/** A .meta.yaml whose document is not beside it. One with a source may describe what lies elsewhere. */
export function judgeAttachment(record: Kept, known: Known): Found[] {
  if (record.kind !== 'document') return []
  const { file, source } = (record as Kept<'document'>).value
  if (file === undefined && source !== undefined) return []
  const folder = record.path.slice(0, record.path.lastIndexOf('/'))
  const named = file ?? record.slug
  const isIt = (name: string) => name === named || (file === undefined && name.replace(/\.[^.]+$/, '') === named)
  const names = known.namesIn(folder).filter((name) => !name.endsWith('.meta.yaml'))
  if (names.some(isIt) || known.has(`${folder}/${named}`) || known.source.holds(`${folder}/${named}`)) return []
  const message = `There is no document "${named}" beside this file.`
  return [{ code: 'document-missing', field: ['file'], message, expected: 'the document in this folder, or its name in file:' }]
}

import type { KindName } from '../kinds.ts'
import { kinds } from '../kinds.ts'
import { setField } from './set-field.ts'

/** The text of a new record: the given fields in their order, then the body. Absent values are left out. */
export function newRecordText(kind: KindName, values: Record<string, unknown>, body = ''): string {
  const yaml = kinds[kind].format === 'yaml'
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const head = given.reduce(
    (text, [key, value]) => setField(yaml ? 'new.yaml' : 'new.md', text, [key], value),
    yaml ? '' : '---\n---\n',
  )
  return body ? `${head}\n${body.trimEnd()}\n` : head
}

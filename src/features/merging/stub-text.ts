import type { KindName } from '../../records/kinds.ts'
import { redirectTo } from '../../records/links/ways.ts'
import { newRecordText } from '../../records/text/new-record.ts'

/** The text of a record that has gone elsewhere: where to, and by what names it is still looked for. */
export const stubText = (kind: KindName, path: string, to: string, more: Record<string, unknown>): string =>
  newRecordText(kind, { redirect: redirectTo(path, to), ...more })

import { csvText } from '../../../records/csv/csv-text.ts'
import { slugify } from '../../../records/slug.ts'

/** A row that could not be read: where it stood, why, and its text. */
export type Rejected = { file: string; line: number; reason: string; raw: string }

/** Where the rejected rows of a file are kept. */
export const rejectedPath = (file: string) =>
  `workspace-setup/integrations/imports/rejected/${slugify(file.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')) || 'rows'}.csv`

/** The rejected rows of a file as a file of their own: line, reason, and the row as it stood. */
export const rejectedText = (rows: readonly Rejected[]) =>
  csvText([['line', 'reason', 'row'], ...rows.map(({ line, reason, raw }) => [String(line), reason, raw])])

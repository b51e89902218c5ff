import * as z from 'zod'
import { choice, currency, lazily, leaf, list, text } from './field-types.ts'

/** What a row of a file becomes. A lead is a contact whose company may be no customer yet. */
const RowKind = choice(['customer', 'contact', 'lead', 'deal', 'person', 'product'])
export type RowKind = z.infer<typeof RowKind>

const words = (description: string, example: string) =>
  z.record(z.string(), text, `keys and values such as ${example}`).describe(description)

const Reading = lazily(() => ({
  kind: RowKind.describe('What each row is; absent, it is guessed from the headings.').optional(),
  columns: words('Which column fills which field; "" leaves a column out.', 'Deal Size: amount').optional(),
  values: words(
    'Fields computed in CEL from the row: amount: double(row["Size"]) * 1000.0.',
    'amount: double(row["Size"])',
  ).optional(),
  stages: words(
    'Stages as the file has them, and the stages of our workflow they are.',
    'Proposal/Quote: business-case',
  ).optional(),
  workflow: text.describe('The workflow the stages belong to; absent with `stages`, the usual one.').optional(),
  system: text.describe('The name under external: that ids of this file get, such as salesforce.').optional(),
  dates: choice(['dmy', 'mdy', 'ymd'])
    .describe('How days are written when they could be two: day, month and year in this order.')
    .optional(),
  decimal: leaf('text', 'a point or a comma', (e) => z.enum(['.', ','], e))
    .describe('The decimal sign of numbers that could be two.')
    .optional(),
  currency: currency.describe('The currency of amounts that say none.').optional(),
  separator: leaf('text', 'one of , ; | or a tab', (e) => z.enum([',', ';', '|', '\t'], e))
    .describe('What stands between cells.')
    .optional(),
  encoding: choice(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).describe('How letters are stored as bytes.').optional(),
}))

const FileReading = lazily(() => z.looseObject(Reading(), 'keys such as kind, columns and values'))

/** How CSV files of one origin are read: `workspace-setup/integrations/imports/<name>.yaml`. */
export const ImportMap = lazily(() =>
  z.looseObject({
    ...Reading(),
    files: z
      .record(z.string(), FileReading(), 'names of files, * standing for anything, each with its own keys')
      .describe('The same keys for single files, by name; they win over those above.')
      .optional(),
    leave_out: list(text).describe('Columns that are read by nobody.').optional(),
  }),
)
export type ImportMap = z.infer<ReturnType<typeof ImportMap>>
export type FileReading = z.infer<ReturnType<typeof FileReading>>

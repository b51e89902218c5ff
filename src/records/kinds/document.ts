import * as z from 'zod'
import { day, external, lazily, list, text } from './field-types.ts'

/** What is known about an attachment: `documents/<name>.meta.yaml` beside the file itself. */
export const DocumentMeta = lazily(() =>
  z.looseObject({
    title: text.describe('What the document is called; absent, its file name.').optional(),
    type: text.describe('What it is, such as contract, proposal, nda or recording.').optional(),
    file: text.describe('The name of the file it describes; absent, the one this file is named after.').optional(),
    date: day.describe('The day of the document.').optional(),
    by: text.describe('Who added it: a person of workspace-setup/people.').optional(),
    deal: text.describe('The slug of the deal it belongs to.').optional(),
    summary: text.describe('What it says, in a sentence or two.').optional(),
    source: text.describe('Where it came from, such as a web address or gdrive:<id>.').optional(),
    sha256: text.describe('The hash of the file when it was added.').optional(),
    expires: day.describe('The day it ceases to hold.').optional(),
    tags: list(text).describe('Free labels.').optional(),
    external: external.optional(),
  }),
)
export type DocumentMeta = z.infer<ReturnType<typeof DocumentMeta>>

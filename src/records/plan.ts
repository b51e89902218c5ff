/** Where a value stands in a record's front matter: `['amount']`, `['meddpicc', 'champion']`. */
export type FieldPath = readonly string[]

/** One change to one file. `from` is the hash of the text that was read (see workspace/sheet.ts): nobody else's save is overwritten. */
export type Edit =
  | { do: 'set'; path: string; from: string; field: FieldPath; value: unknown }
  | { do: 'add'; path: string; from: string; field: FieldPath; value: unknown }
  | { do: 'remove'; path: string; from: string; field: FieldPath; value?: unknown }
  | { do: 'append'; path: string; from: string; text: string }
  | { do: 'replace'; path: string; from: string; text: string }
  | { do: 'create'; path: string; text: string }
  | { do: 'move'; path: string; from: string; to: string }
  | { do: 'delete'; path: string; from: string }
  /** The file stays as the user saved it; only the commit takes it. */
  | { do: 'keep'; path: string }

/** What an action decided: the edits, the sentence that becomes the commit's subject, and why. Deciding it changed nothing. */
export type Plan = {
  subject: string
  edits: Edit[]
  because?: string
  /** The commit this plan takes back, when it is the tip and nobody else has it yet (undo). */
  back?: string
  /** The uncommitted action this plan takes back: nobody will commit it any more (undo). */
  drop?: string
}

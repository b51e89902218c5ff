import { Failure } from '../../failure.ts'
import type { Edit, Plan } from '../../records/plan.ts'

/** A file that is to go, as it was read; `sha` undefined where it is not text. */
export type Going = { path: string; sha: string | undefined }

/** Decides the removal of a record's files. Throws a Failure (exit 2) when undo could not bring all of it back. */
export function planRemove(
  called: string,
  kind: string,
  files: readonly Going[],
  unsaved: readonly string[],
): { plan: Plan; said: string } {
  if (unsaved.length > 0)
    throw new Failure(
      `${called} has edits that git has not seen, and undo could not bring them back: ${unsaved.slice(0, 3).join(', ')}.`,
      {
        hint: 'dossier save, then remove it',
        exitCode: 2,
        path: unsaved[0]!,
      },
    )
  const attached = files.filter(({ sha }) => sha === undefined)
  if (attached.length > 0)
    throw new Failure(
      `${called} has attachments that are not text: ${attached
        .map(({ path }) => path)
        .slice(0, 3)
        .join(', ')}.`,
      {
        hint: `git rm them first, or put the record away with dossier archive ${called}`,
        exitCode: 2,
        path: attached[0]!.path,
      },
    )
  const edits = files.map(({ path, sha }): Edit => ({ do: 'delete', path, from: sha! }))
  const said = `${called}: ${kind} removed${files.length > 1 ? ` (${files.length} files)` : ''}`
  return { plan: { subject: said, edits }, said: `${said}; dossier undo brings it back` }
}

import { Failure } from '../../failure.ts'
import type { Edit, Plan } from '../../records/plan.ts'
import { mergeRecords } from '../../records/text/merge-records.ts'
import type { LastAction } from '../../workspace/git/last-action.ts'

/** A file as it stands now; text null where there is none. */
export type Now = { text: string | null; sha: string }

/** Decides what takes the last action back. Throws a Failure, naming the lines, when they were changed since. */
export function planUndo(last: LastAction, nowOf: (path: string) => Now): { plan: Plan; said: string } {
  const changes = 'pending' in last ? last.pending.changes.filter(({ kept }) => !kept) : last.changes
  const subject = 'pending' in last ? last.pending.subject : last.subject
  if ('pending' in last)
    return {
      plan: { subject: `Undo: ${subject}`, edits: revert(changes, nowOf), drop: last.pending.id },
      said: `Undone: ${subject}`,
    }

  const unseen = last.isTip && !last.isPushed
  if (unseen && last.action === 'save') {
    const edits = changes.map(({ path }): Edit => ({ do: 'keep', path }))
    return {
      plan: { subject: `Undo: ${subject}`, edits, back: last.commit },
      said: `Undone: ${subject}. Your edits are still in the files, not committed.`,
    }
  }
  const edits = revert(changes, nowOf)
  const because = `undo of ${last.commit}`
  const left = edits.flatMap((edit) => (edit.do === 'keep' ? [edit.path] : []))
  const stays = left.length > 0 ? `; no text, so left where it is: ${left.join(', ')}` : ''
  if (unseen)
    return { plan: { subject: `Undo: ${subject}`, edits, because, back: last.commit }, said: `Undone: ${subject}${stays}` }
  const why = last.isPushed
    ? 'it was pushed already, so a commit that reverts it was added'
    : 'other commits came after it, so a commit that reverts it was added'
  return { plan: { subject: `Undo: ${subject}`, edits, because }, said: `Undone: ${subject}; ${why}${stays}` }
}

type Change = { path: string; before: string | null | undefined; after: string | null | undefined }

function revert(changes: readonly Change[], nowOf: (path: string) => Now): Edit[] {
  return changes.flatMap(({ path, before, after }): Edit[] => {
    // A new file that is no text, such as an attachment, stays where it is: nothing that was written into it is lost.
    if (before === null && after === undefined) return [{ do: 'keep', path }]
    if (before === undefined || after === undefined)
      throw new Failure(`${path} is not text, so it cannot be undone here.`, { hint: `git log -- ${path}`, path })
    const now = nowOf(path)
    if (now.text === before) return []
    if (now.text === null)
      return after === null && before !== null ? [{ do: 'create', path, text: before }] : refuse(path, 'it was deleted since')
    if (before === null)
      return now.text === after ? [{ do: 'delete', path, from: now.sha }] : refuse(path, 'it was changed since')
    if (after === null) return refuse(path, 'it was made again since')
    const merged = mergeRecords(path, { base: after, ours: before, theirs: now.text })
    if (merged.clean) return [{ do: 'replace', path, from: now.sha, text: merged.text }]
    const lines = merged.conflicts.map(
      ({ line, ours, theirs }) =>
        `  line ${line}: ${theirs.trim() || '(nothing)'}  (undo would make it ${ours.trim() || '(nothing)'})`,
    )
    return refuse(path, `these lines were changed since:\n${lines.join('\n')}`)
  })
}

function refuse(path: string, why: string): never {
  throw new Failure(`${path} cannot be undone: ${why}`, {
    hint: `look with git log -p -- ${path} and edit the file by hand`,
    path,
  })
}

import { Failure } from '../../failure.ts'
import type { Edit } from '../plan.ts'
import { addToList, removeFromList } from './list-item.ts'
import { setField } from './set-field.ts'

/** What a text becomes by one edit; `null` stands for a file that is not there. Reads and writes nothing: workspace/write/put-file.ts does. */
export function applyEdit(text: string | null, edit: Edit): string | null {
  if (edit.do === 'create' && text !== null && text !== edit.text)
    throw new Failure(`${edit.path} exists already; nothing was changed.`, {
      hint: 'take another name',
      exitCode: 2,
      path: edit.path,
    })
  if (edit.do === 'create') return edit.text
  if (edit.do === 'delete') return null
  if (edit.do === 'keep') return text
  if (text === null)
    throw new Failure(`There is no ${edit.path}.`, { hint: 'it may have been moved or deleted', exitCode: 3, path: edit.path })
  switch (edit.do) {
    case 'set':
      return setField(edit.path, text, edit.field, edit.value)
    case 'add':
      return addToList(edit.path, text, edit.field, edit.value)
    case 'remove':
      if (edit.value === undefined) return setField(edit.path, text, edit.field, undefined)
      return removeFromList(edit.path, text, edit.field, edit.value)
    case 'append':
      return append(text, edit.text)
    case 'replace':
      return edit.text
    default:
      return text
  }
}

/** What a file becomes by all the edits of a plan that name it, one after the other. */
export function applyEdits(path: string, text: string | null, edits: readonly Edit[]): string | null {
  return edits.filter((edit) => edit.path === path).reduce(applyEdit, text)
}

/** Ends with a line break if the file did before (an empty one does). */
function append(text: string, added: string): string {
  if (added === '') return text
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n'
  const lines = added.replace(/\r?\n/g, eol)
  if (text === '' || text === '\uFEFF') return text + (lines.endsWith(eol) ? lines : lines + eol)
  if (!text.endsWith('\n')) return text + eol + lines.slice(0, lines.endsWith(eol) ? -eol.length : undefined)
  return text + (lines.endsWith(eol) ? lines : lines + eol)
}

import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node'
import { findRemedies } from '../../features/editor/change/find-remedies.ts'
import { findRenamable, planRename } from '../../features/editor/change/plan-rename.ts'
import { toggleTask } from '../../features/editor/change/toggle-task.ts'
import { longest } from '../../features/editor/text/open-page.ts'
import { openPathsOn } from './answer-questions.ts'
import type { Desk } from './desk.ts'
import type { Documents } from './documents.ts'
import { rangeOf, tellProblem } from './tell.ts'
import { canMove, tellChanges, tellRename } from './tell-changes.ts'

type How = {
  toggle: string
  abilities: () => ClientCapabilities
  /** The editor has been told to move a file. */
  moved: (desk: Desk) => void
}

/** Answers what an editor asks in order to change something: the editor makes the changes, and this program none. */
export function answerChanges(connection: Connection, documents: Documents, { toggle, abilities, moved }: How): void {
  connection.onCodeAction(async ({ textDocument, range }) => {
    const sheet = documents.find(textDocument.uri)
    if (!sheet || sheet.page.text.length > longest) return null
    const { document, desk, page } = sheet
    const judge = (text: string) => desk.judge(page.path, text)
    const [problems, mends, view] = [await judge(page.text), await desk.mends(page.path, page.text), await desk.view()]
    const asked = { from: document.offsetAt(range.start), to: document.offsetAt(range.end), problems, judge, mends: () => mends }
    return (await findRemedies(page, asked)).map(({ title, changes, problem, isRepair }) => ({
      title,
      kind: problem || isRepair ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite,
      edit: tellChanges(changes, { documents, desk, view }, abilities()),
      ...(problem && { diagnostics: [tellProblem(document, page, problem)] }),
    }))
  })

  connection.onPrepareRename(async ({ textDocument, position }) => {
    const sheet = documents.find(textDocument.uri)
    const found = sheet && findRenamable(await sheet.desk.view(), sheet.page, sheet.document.offsetAt(position))
    return found ? { range: rangeOf(sheet.document, found), placeholder: found.name } : null
  })

  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const sheet = documents.find(textDocument.uri)
    if (!sheet) return null
    const { document, desk, page } = sheet
    const view = await desk.view()
    const asked = { at: document.offsetAt(position), name: newName, openPaths: openPathsOn(documents, desk) }
    const rename = await planRename(view, page, asked)
    if ('refused' in rename) throw new ResponseError(LSPErrorCodes.RequestFailed, rename.refused)
    if (!rename.move) return tellChanges(rename.changes, { documents, desk, view }, abilities())
    if (!canMove(abilities()))
      throw new ResponseError(
        LSPErrorCodes.RequestFailed,
        'This editor cannot move files for a language server, so nothing was renamed.',
      )
    moved(desk)
    return tellRename(rename, { documents, desk, view })
  })

  connection.onExecuteCommand(async ({ command, arguments: [uri, line] = [] }) => {
    const sheet = command === toggle && typeof uri === 'string' ? documents.find(uri) : undefined
    if (!sheet || typeof line !== 'number') return null
    const { document, desk, page } = sheet
    const change = toggleTask(page, document.offsetAt({ line, character: 0 }))
    if (!change) return { applied: false }
    if (!abilities().workspace?.applyEdit)
      throw new ResponseError(
        LSPErrorCodes.RequestFailed,
        'This editor takes no changes from a command; the code action of the line does the same.',
      )
    const edit = tellChanges([change], { documents, desk, view: await desk.view() }, abilities())
    const { applied } = await connection.workspace.applyEdit({
      label: change.done ? 'Mark the task done' : 'Mark the task open',
      edit,
    })
    return { applied }
  })
}

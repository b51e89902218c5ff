import type { ClientCapabilities, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node'
import type { Rename } from '../../features/editor/change/plan-rename.ts'
import type { TextChange } from '../../features/editor/change/text-change.ts'
import type { View } from '../../features/editor/view.ts'
import type { Desk } from './desk.ts'
import type { Documents } from './documents.ts'

type Where = { documents: Documents; desk: Desk; view: View }

/** Changes of texts as an editor makes them: those of open files bound to the version that was looked at. */
export function tellChanges(changes: readonly TextChange[], where: Where, abilities: ClientCapabilities): WorkspaceEdit {
  const edits = editsOf(changes, where)
  if (abilities.workspace?.workspaceEdit?.documentChanges) return { documentChanges: edits }
  return {
    changes: Object.fromEntries(edits.map(({ textDocument, edits: own }) => [textDocument.uri, own])) as NonNullable<
      WorkspaceEdit['changes']
    >,
  }
}

/** Whether an editor can move a file and put a stub in its place. */
export function canMove({ workspace }: ClientCapabilities): boolean {
  const { resourceOperations = [] } = workspace?.workspaceEdit ?? {}
  return resourceOperations.includes('rename') && resourceOperations.includes('create')
}

/** A rename: texts first, while every file still has its old name; then the file moves, and a stub is left where it was. */
export function tellRename({ changes, move }: Rename, where: Where): WorkspaceEdit {
  const edits = editsOf(changes, where)
  if (!move) return { documentChanges: edits }
  const { documents, desk } = where
  const [oldUri, newUri] = [documents.uriOf(desk, move.from), documents.uriOf(desk, move.to)]
  const start = { line: 0, character: 0 }
  return {
    documentChanges: [
      ...edits,
      { kind: 'rename', oldUri, newUri, options: { overwrite: false } },
      { kind: 'create', uri: oldUri, options: { overwrite: false } },
      { textDocument: { uri: oldUri, version: null }, edits: [{ range: { start, end: start }, newText: move.stub }] },
    ],
  }
}

const editsOf = (changes: readonly TextChange[], { documents, desk, view }: Where): TextDocumentEdit[] =>
  [...Map.groupBy(changes, ({ path }) => path)].map(([path, own]) => ({
    textDocument: { uri: documents.uriOf(desk, path), version: documents.version(desk, path) },
    edits: own.map((change) => ({ range: documents.rangeIn(view, desk, change), newText: change.put })),
  }))

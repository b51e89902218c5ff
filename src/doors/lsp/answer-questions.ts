import { type CancellationToken, type Connection, LSPErrorCodes, MarkupKind, ResponseError } from 'vscode-languageserver/node'
import { complete } from '../../features/editor/complete/complete.ts'
import { findDefinition } from '../../features/editor/find/find-definition.ts'
import { findReferences, recordAt } from '../../features/editor/find/find-references.ts'
import { outline } from '../../features/editor/find/outline.ts'
import { searchRecords } from '../../features/editor/find/search-records.ts'
import { hover } from '../../features/editor/hover/hover.ts'
import type { Desk } from './desk.ts'
import type { Documents } from './documents.ts'
import { rangeOf, tellPart, tellRecord, tellSuggestion } from './tell.ts'

type Asked = { textDocument: { uri: string }; position: { line: number; character: number } }

/** Answers what an editor asks without changing anything; a file outside of every workspace has no answers. */
export function answerQuestions(connection: Connection, documents: Documents): void {
  const look = async ({ textDocument, position }: Asked) => {
    const sheet = documents.find(textDocument.uri)
    return sheet && { ...sheet, at: sheet.document.offsetAt(position), view: await sheet.desk.view() }
  }

  connection.onCompletion(async (asked) => {
    const seen = await look(asked)
    if (!seen) return null
    const { suggestions, isAll } = await complete(seen.view, seen.page, seen.at)
    return { isIncomplete: !isAll, items: suggestions.map((one, n) => tellSuggestion(seen.document, one, n)) }
  })

  connection.onHover(async (asked) => {
    const seen = await look(asked)
    const told = seen && hover(seen.view, seen.page, seen.at)
    return told ? { contents: { kind: MarkupKind.Markdown, value: told.text }, range: rangeOf(seen.document, told) } : null
  })

  connection.onDefinition(async (asked) => {
    const seen = await look(asked)
    const found = seen && findDefinition(seen.view, seen.page, seen.at)
    return found ? { uri: documents.uriOf(seen.desk, found.path), range: documents.rangeIn(seen.view, seen.desk, found) } : null
  })

  connection.onReferences(async (asked, token) => {
    const seen = await look(asked)
    const path = seen && recordAt(seen.view, seen.page, seen.at)
    if (!path) return null
    const mentions = await findReferences(seen.view, path, {
      openPaths: openPathsOn(documents, seen.desk),
      isCancelled: () => token.isCancellationRequested,
    })
    refuseCancelled(token)
    const own = asked.context.includeDeclaration ? [{ path, from: 0, to: 0 }] : []
    return [...own, ...mentions].map((one) => ({
      uri: documents.uriOf(seen.desk, one.path),
      range: documents.rangeIn(seen.view, seen.desk, one),
    }))
  })

  connection.onDocumentSymbol(({ textDocument }) => {
    const sheet = documents.find(textDocument.uri)
    return sheet ? outline(sheet.page).map((part) => tellPart(sheet.document, part)) : null
  })

  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const found = []
    for (const desk of documents.desks()) {
      refuseCancelled(token)
      const view = await desk.view()
      found.push(...searchRecords(view, query).map((one) => tellRecord(one, documents.uriOf(desk, one.path))))
    }
    return found
  })
}

/** The paths of the files that are open on a desk. */
export const openPathsOn = (documents: Documents, desk: Desk) =>
  documents.all().flatMap((sheet) => (sheet.desk === desk ? [sheet.page.path] : []))

function refuseCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The question was taken back.')
}

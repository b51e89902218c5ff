import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  MarkupKind,
  type Range,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Suggestion } from '../../features/editor/complete/suggestion.ts'
import type { Part } from '../../features/editor/find/outline.ts'
import type { Named } from '../../features/editor/find/search-records.ts'
import { placeProblem } from '../../features/editor/place-problem.ts'
import type { Page } from '../../features/editor/text/open-page.ts'
import type { Problem } from '../../records/problem.ts'

type Span = { from: number; to: number }

/** Two offsets as the protocol counts: lines from 0, columns in UTF-16 units. */
export const rangeOf = (document: TextDocument, { from, to }: Span): Range => ({
  start: document.positionAt(from),
  end: document.positionAt(to),
})

/** A problem of the check as the editor underlines it. */
export function tellProblem(document: TextDocument, page: Page, problem: Problem): Diagnostic {
  const { code, message, expected, severity } = problem
  return {
    range: rangeOf(document, placeProblem(page, problem)),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'dossier',
    message: expected ? `${message}\nExpected: ${expected}.` : message,
    ...(code && { code }),
  }
}

const completions: Record<Suggestion['is'], CompletionItemKind> = {
  key: CompletionItemKind.Property,
  choice: CompletionItemKind.EnumMember,
  record: CompletionItemKind.Reference,
  person: CompletionItemKind.Interface,
  day: CompletionItemKind.Value,
  function: CompletionItemKind.Function,
  text: CompletionItemKind.Text,
}

/** Something that may stand here; the order is ours. */
export const tellSuggestion = (document: TextDocument, one: Suggestion, n: number): CompletionItem => ({
  label: one.label,
  kind: completions[one.is],
  sortText: `${n}`.padStart(4, '0'),
  textEdit: { range: rangeOf(document, one), newText: one.put },
  ...(one.match && { filterText: one.match }),
  ...(one.detail && { detail: one.detail }),
  ...(one.about && { documentation: { kind: MarkupKind.Markdown, value: one.about } }),
})

const parts: Record<Part['is'], SymbolKind> = { field: SymbolKind.Field, heading: SymbolKind.String, task: SymbolKind.Event }

/** A part of a file with what stands below it. */
export const tellPart = (document: TextDocument, part: Part): DocumentSymbol => ({
  name: part.name,
  kind: parts[part.is],
  range: rangeOf(document, part),
  selectionRange: rangeOf(document, part.at),
  ...(part.detail && { detail: part.detail }),
  ...(part.parts.length > 0 && { children: part.parts.map((inner) => tellPart(document, inner)) }),
})

const records: Partial<Record<Named['kind'], SymbolKind>> = { customer: SymbolKind.Namespace, contact: SymbolKind.Interface }

/** A record as a symbol of the workspace. */
export const tellRecord = ({ name, kind, of }: Named, uri: string): WorkspaceSymbol => ({
  name,
  kind: records[kind] ?? SymbolKind.Event,
  location: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
  ...(of && { containerName: of }),
})

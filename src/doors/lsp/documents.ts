import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Range, TextDocuments } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { openPage, type Page } from '../../features/editor/text/open-page.ts'
import type { View } from '../../features/editor/view.ts'
import { findPlace, hasPlace } from '../../workspace/place.ts'
import { type Desk, fileOf, openDesk } from './desk.ts'

/** An open file of a workspace: its page, and the desk it lies on. */
export type Sheet = { document: TextDocument; desk: Desk; page: Page }

/** The files that are open, by address and by path, each on the desk of its workspace. */
export type Documents = {
  all: () => Sheet[]
  /** The open file of an address; undefined for one outside of every workspace. */
  find: (uri: string) => Sheet | undefined
  desks: () => Desk[]
  /** The desk of the workspace an address lies in, and its path there. */
  deskOf: (uri: string) => Desk | undefined
  /** The address of a file, as the editor writes it where it is open. */
  uriOf: (desk: Desk, path: string) => string
  version: (desk: Desk, path: string) => number | null
  rangeIn: (view: View, desk: Desk, at: { path: string; from: number; to: number }) => Range
  /** Folders have come or gone: every file is asked anew where it belongs. */
  forgetRoots: () => void
}

/** Keeps the files an editor has open; a workspace is found by walking up from each file, so there may be several. */
export function keepDocuments(documents: TextDocuments<TextDocument>): Documents {
  const desks = new Map<string, Desk>()
  const roots = new Map<string, string | undefined>()
  const pages = new WeakMap<TextDocument, { version: number; page: Page }>()
  const opened = (file: string) => documents.all().find(({ uri }) => fileOf(uri) === file)

  const deskAt = (root: string): Desk => {
    const known = desks.get(root) ?? openDesk(root, (path) => opened(join(root, path))?.getText())
    desks.set(root, known)
    return known
  }
  const rootOf = (folder: string) => {
    if (!roots.has(folder)) roots.set(folder, hasPlace(folder) ? findPlace(folder, {}).root : undefined)
    return roots.get(folder)
  }
  const deskOf = (uri: string) => {
    const file = fileOf(uri)
    const root = file && rootOf(dirname(file))
    return root === undefined || root === '' ? undefined : deskAt(root)
  }
  const pageOf = (document: TextDocument, path: string): Page => {
    const known = pages.get(document)
    if (known?.version === document.version && known.page.path === path) return known.page
    const page = openPage(path, document.getText())
    pages.set(document, { version: document.version, page })
    return page
  }
  const sheetOf = (document: TextDocument): Sheet | undefined => {
    const desk = deskOf(document.uri)
    return desk && { document, desk, page: pageOf(document, desk.pathOf(document.uri)) }
  }
  const uriOf = (desk: Desk, path: string) => opened(join(desk.root, path))?.uri ?? pathToFileURL(join(desk.root, path)).href
  return {
    all: () => documents.all().flatMap((document) => sheetOf(document) ?? []),
    find: (uri) => {
      const document = documents.get(uri)
      return document && sheetOf(document)
    },
    desks: () => [...desks.values()],
    deskOf,
    uriOf,
    version: (desk, path) => opened(join(desk.root, path))?.version ?? null,
    rangeIn(view, desk, { path, from, to }) {
      const document = opened(join(desk.root, path)) ?? TextDocument.create('', '', 0, view.text(path) ?? '')
      return { start: document.positionAt(from), end: document.positionAt(to) }
    },
    forgetRoots: () => roots.clear(),
  }
}

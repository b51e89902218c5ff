import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll } from 'vitest'
import { openPage, type Page } from '../../../src/features/editor/text/open-page.ts'
import { openView, type View } from '../../../src/features/editor/view.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { git, gitEnv, workspace } from '../../helpers/workspace.ts'
import { tree } from './tree.ts'

/** Where somebody points is marked so in the texts of these tests. */
const mark = '‸'

/** A view of a real folder with these files over the tree; `open` are texts that stand in the editor only. */
export const viewOf = (files: Record<string, string> = {}, open: Record<string, string> = {}): View =>
  viewAt(workspace({ ...tree, ...files }), open)

/** A view of a folder that is a workspace already. */
export function viewAt(root: string, open: Record<string, string> = {}): View {
  const settings = { own_domains: ['ours.test'], currency: 'EUR' }
  const openText = (path: string) => open[path]
  const now = new Date('2026-11-20T09:00:00Z')
  return openView(placeAt(root, gitEnv), { now, today: '2026-11-20', zone: 'Europe/Berlin', settings, openText })
}

/** One view of the tree for all the tests of a file, none of which writes. */
export function sharedView(): () => View {
  let view: View | undefined
  beforeAll(() => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'dossier-')))
    fill(root, tree)
    view = viewAt(root)
    return () => rmSync(root, { recursive: true, force: true, maxRetries: 3 })
  })
  return () => view!
}

function fill(root: string, files: Record<string, string>): void {
  git(root, 'init', '--quiet', '--initial-branch=main')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

/** A page whose text says where somebody points. */
export function pointed(path: string, marked: string): { page: Page; at: number } {
  const at = marked.indexOf(mark)
  if (at < 0) throw new Error(`Nobody points at anything in ${path}.`)
  return { page: openPage(path, marked.replace(mark, '')), at }
}

/** The page of a file of the view, pointed at within a piece of its text. */
export function pageIn(view: View, path: string, piece: string, within = 1): { page: Page; at: number } {
  const text = view.text(path) ?? ''
  const from = text.indexOf(piece)
  if (from < 0) throw new Error(`${path} does not say ${piece}.`)
  return { page: openPage(path, text), at: from + within }
}

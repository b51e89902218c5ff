import { customerIn } from '../../../workspace/tree.ts'
import type { SavedPack } from './find-packs.ts'
import { sharedFolders } from './open-inputs.ts'

/** Whether a file is one of ours: a saved pack, or what lies beside it. */
export const isSavedFile = (path: string) => /^customers\/[^/]+\/documents\/context(?:\/|$)/.test(path)

/** Besides: templates, and what rules noticed. */
const aside = ['customers/templates', 'reporting']

/** Whether a pack may have been made from files that changed: its customer's own, its parent's, or those that all share. */
export function isTouched({ customer, manifest }: SavedPack, changed: readonly string[]): boolean {
  const folders = new Set(Object.keys(manifest?.inputs ?? {}).map((path) => customerIn(path)))
  const isShared = (path: string) => [...sharedFolders, ...aside].some((folder) => path.startsWith(`${folder}/`))
  return changed.some((path) => {
    const folder = customerIn(path)
    return !isSavedFile(path) && (isShared(path) || folder === customer || (folder !== undefined && folders.has(folder)))
  })
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runEditor } from './editor.ts'
import type { Place } from './place.ts'

/** Below this line nothing counts; it stands where a person writes. */
const below = '# ---- What is below this line is left out. An empty text ends it. ----'

/** A text a person wrote. It is kept where it was written until `discard`: what comes after may fail. */
export type Composed = { text: string; discard: () => void }

/** Lets a person write a text in their editor, in a temporary file outside the tree. Empty when nothing was written. */
export function composeText(editor: string | undefined, about: string, env: Place['env']): Composed {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-text-'))
  const file = join(folder, 'text.md')
  writeFileSync(file, `\n${below}\n# ${about}\n`)
  const read = () => readFileSync(file, 'utf8').split(below)[0]!.trim()
  const discard = () => rmSync(folder, { recursive: true, force: true })
  try {
    runEditor(editor, [file], env)
  } catch (error) {
    if (read() === '') discard()
    throw error
  }
  const text = read()
  if (text === '') discard()
  return { text, discard }
}

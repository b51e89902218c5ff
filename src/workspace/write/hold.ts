import { copyFileSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { textOf } from '../sheet.ts'
import { syncFolder, tryLink } from './durable.ts'

/** How long a text must stand still, and how long it is waited for at most, in milliseconds. */
const [quiet, most] = [150, 2_000]

/**
 * Replaces what stands at `file` by what `work` puts there, and keeps the replaced file under the name `link`,
 * so that what an editor writes into it, or wrote over it just before, is not lost. False when there is no file to replace.
 */
export function replace(file: string, link: string, work: () => void, linked: () => void = () => {}): boolean {
  do {
    if (!holdOn(file, link)) return false
    linked()
  } while (!isHeld(file, link))
  work()
  syncFolder(dirname(file))
  return true
}

/** Gives the current file a second name; where links fail, a copy. */
function holdOn(file: string, link: string): boolean {
  rmSync(link, { force: true })
  try {
    if (!tryLink(file, link)) copyFileSync(file, link)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync(file)) return false
    throw error
  }
}

/** Whether the link still is the file: the same one, or a copy with the same bytes. */
function isHeld(file: string, link: string): boolean {
  const [now, held] = [file, link].map((path) => statSync(path, { throwIfNoEntry: false }))
  if (!now || !held) return false
  return (now.ino === held.ino && now.dev === held.dev) || (held.nlink === 1 && readFileSync(file).equals(readFileSync(link)))
}

/** A file's text; null when there is none, or when it is not text. */
export const textAt = (file: string): string | null => (existsSync(file) ? textOf(readFileSync(file)) : null)

/** A file's text once nobody writes it any more: an editor that empties a file before it fills it is given time to finish. */
export async function settledText(file: string, known: string | null): Promise<string | null> {
  let text = textAt(file)
  for (let still = 0, waited = 0; text !== known && waited < most && (still < quiet || isBegun(text, known)); waited += 20) {
    await wait(20)
    const now = textAt(file)
    still = now === text ? still + 20 : 0
    text = now
  }
  return text
}

/** Whether a text looks like a save that has only begun. */
export const isBegun = (text: string | null, whole: string | null) =>
  text !== null && whole !== null && text !== whole && whole.startsWith(text)

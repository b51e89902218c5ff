import { removeSecrets } from '../../../records/text/remove-secrets.ts'
import { tameLine, tameText } from '../../../records/text/tame-text.ts'
import type { Source } from '../item.ts'

/** A secret that was taken out: what it was, never itself, and where it stands; the place is absent where nobody knows it. */
export type Removed = { what: string } & Partial<Source>

/** What every text of a file goes through before it enters a context; `at` is where it begins. */
export type Clean = {
  /** A running text, line for line where it was. */
  text(text: string, at?: Source): string
  /** A value on one line. */
  line(text: string, at?: Source): string
  /** What was taken out so far, each once however often it was met; `files` are the texts, by path, in which its line is looked for. */
  secrets(files?: ReadonlyMap<string, string>): Removed[]
  /** How many secrets were taken out so far. */
  removed(): number
}

type Found = { what: string; secret: string; at?: Source }

/** Opens the cleaning of one context: nothing that hides, steers or is secret passes, and what was removed is told. */
export function openClean(): Clean {
  const taken: Found[] = []
  const take = (text: string, at?: Source) => {
    const bare = removeSecrets(text)
    for (const { what, secret, line } of bare.found)
      taken.push({ what, secret, ...(at && { at: { path: at.path, line: at.line + line - 1 } }) })
    return bare.text
  }
  return {
    text: (text, at) => take(tameText(text), at),
    line: (text, at) => tameLine(take(tameText(text), at)),
    secrets: (files = new Map()) => listOnce(taken, files),
    removed: () => listOnce(taken, new Map()).length,
  }
}

function listOnce(taken: readonly Found[], files: ReadonlyMap<string, string>): Removed[] {
  const known = new Map<string, Removed>()
  for (const { what, secret, at } of taken) {
    const place = locate(secret, files, at)
    const key = `${place ? `${place.path}:${place.line}` : ''} ${secret}`
    if (!known.has(key)) known.set(key, { what, ...place })
  }
  return [...known.values()].sort(byPlace)
}

const byPlace = (a: Removed, b: Removed) => {
  const [one, other] = [a.path ?? '', b.path ?? '']
  return one === other ? (a.line ?? 0) - (b.line ?? 0) : one < other ? -1 : 1
}

/** The line on which a secret itself stands: a field's value may begin lines below its name. */
function locate(secret: string, files: ReadonlyMap<string, string>, at?: Source): Source | undefined {
  const among = at ? [at.path] : [...files.keys()]
  const word = secret.split(/\s/).reduce((longest, one) => (one.length > longest.length ? one : longest), '')
  for (const path of among) {
    const lines = files.get(path)?.split('\n') ?? []
    const found = lines.findIndex((line, n) => n + 1 >= (at?.line ?? 1) && line.includes(word))
    if (found >= 0) return { path, line: found + 1 }
  }
  return at
}

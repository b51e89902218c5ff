import type { Named } from '../draft.ts'

const address = /[^\s@<>,;"()]+@[^\s@.<>,;"()]+(?:\.[^\s@.<>,;"()]+)+/

/** Longer cells name nobody, and would take long to search. */
const LONGEST = 400

/** An e-mail address in small letters from a cell that holds one, a name before it or not; undefined when it holds none or several. */
export function readEmail(text: string): string | undefined {
  if (text.length > LONGEST) return undefined
  const found =
    /^(?:mailto:)?([^\s@<>,;"]+@[^\s@.<>,;"]+(?:\.[^\s@.<>,;"]+)+)$/i.exec(text) ??
    /^[^<>@]*<([^\s@<>,;"]+@[^\s@.<>,;"]+(?:\.[^\s@.<>,;"]+)+)>$/.exec(text)
  return found?.[1]!.toLowerCase()
}

/** Someone or something as one cell names it: an id of the system, an address, a name, or a name with its address. */
export function readNamed(text: string, system: string): Named {
  if (system === 'salesforce' && /^0[0-9A-Za-z]{2}[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/.test(text) && /\d/.test(text.slice(3)))
    return { id: readId(text, system) }
  const email = text.length > LONGEST ? undefined : address.exec(text)?.[0].toLowerCase()
  if (!email) return { name: text }
  const name = text
    .replace(address, '')
    .replace(/[<>()",;]/g, ' ')
    .trim()
  return name ? { name, email } : { email }
}

/** An id as other files of the system have it: Salesforce writes 15 characters in reports and 18 in exports. */
export function readId(text: string, system: string): string {
  if (system !== 'salesforce' || !/^[A-Za-z0-9]{15}$/.test(text)) return text
  let ending = ''
  for (let from = 0; from < 15; from += 5) {
    let bits = 0
    for (let at = 0; at < 5; at++) if (/[A-Z]/.test(text[from + at]!)) bits += 1 << at
    ending += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[bits]!
  }
  return text + ending
}

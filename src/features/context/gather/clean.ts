import { removeSecrets } from '../../../records/text/remove-secrets.ts'
import { tameLine, tameText } from '../../../records/text/tame-text.ts'

/** What every text of a file goes through before it enters a context. */
export type Clean = {
  /** A running text, line for line where it was. */
  text(text: string): string
  /** A value on one line. */
  line(text: string): string
  /** How many secrets were taken out so far. */
  removed: () => number
}

/** Opens the cleaning of one context: nothing that hides, steers or is secret passes, and what was removed is counted. */
export function openClean(): Clean {
  let removed = 0
  const take = (text: string) => {
    const bare = removeSecrets(text)
    removed += bare.count
    return bare.text
  }
  return { text: (text) => take(tameText(text)), line: (text) => tameLine(take(tameText(text))), removed: () => removed }
}

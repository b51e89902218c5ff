import type { Problem } from '../../../records/problem.ts'
import { placeOf } from '../../../records/text/front-matter.ts'
import { findSecrets } from '../../../records/text/remove-secrets.ts'
import { whole } from '../found.ts'

/** No more of a file is looked through: what is longer is a recording or a table. */
const longest = 1_000_000

/** Attachments and settings that are text: nothing is asked of them but that they hold no secret. */
export const isAttachedText = (path: string) =>
  /\.(?:txt|csv|tsv|json|eml|html?|env|ini|conf|xml|vtt|srt|log|md|ya?ml)$/i.test(path) &&
  !path.startsWith('workspace-setup/schemas/')

/** Keys, tokens and passwords in a text, a line each; what they are is never said. */
export function judgeSecrets(path: string, text: string): Problem[] {
  const lines = new Set<number>()
  return findSecrets(text.slice(0, longest)).flatMap(({ at, sure }): Problem[] => {
    const place = placeOf(text, at)
    if (lines.has(place.line)) return []
    lines.add(place.line)
    const expected = 'the place it is kept, such as a password manager; and a new one, for this one was seen'
    const [code, message] = sure
      ? (['secret', 'A key or token stands here, which everybody who has this tree can read.'] as const)
      : (['secret-likely', 'This reads like a password or a key, which everybody who has this tree can read.'] as const)
    return [whole(path, code, message, expected, place)]
  })
}

import { readRecord } from '../../../records/schema/read-record.ts'
import type { MemberKind, Run } from '../run.ts'

/** How many stubs one after another are followed. */
const most = 8

/** Where the record went that a person merged into another one and left a stub of; undefined where none stands, or one of somebody else. */
export function findMerged(run: Run, kind: MemberKind, path: string, emails: readonly string[]): string | undefined {
  if (!run.standing.has(path.toLowerCase())) return undefined
  let at = path
  for (let hops = 0; hops < most; hops++) {
    const text = run.textAt(at)
    if (text === undefined) return undefined
    const { redirect, value } = readRecord(kind, at, text, run.team)
    if (redirect === undefined) {
      if (at === path || !value) return undefined
      const { email, emails: more = [] } = value as { email?: string; emails?: string[] }
      const known = [email, ...more].map((one) => one?.toLowerCase())
      return emails.length === 0 || emails.some((one) => known.includes(one)) ? at : undefined
    }
    at = redirect
  }
  return undefined
}

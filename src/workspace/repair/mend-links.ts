import { posix } from 'node:path'
import { kindOf, slugInPath } from '../../records/kinds.ts'
import { findLinks } from '../check/body/find-links.ts'
import { leadsSomewhere } from '../check/body/lead-to.ts'
import { customerIn } from '../tree.ts'
import { findTarget } from './find-target.ts'
import { foldWord, onlyOne } from './fold.ts'
import type { MendKnown } from './known.ts'
import type { Fix } from './mend.ts'

/** Links in the running text that lead nowhere, where what they mean lies at exactly one other place. `from` is where the text begins. */
export function mendLinks(path: string, text: string, from: number, known: MendKnown): Fix[] {
  return findLinks(text, from).flatMap(({ wiki, target, at }): Fix[] => {
    const old = target.trim()
    const begin = text.indexOf(old, at)
    const now = wiki ? wikiTarget(path, old, known) : linkTarget(path, old, known)
    if (now === undefined || now === old) return []
    const isThere = wiki && leadsSomewhere(old, path, known.around())
    const code = isThere ? 'reference-moved' : wiki ? 'wikilink-broken' : 'link-broken'
    return [{ code, said: `${old} → ${now}`, changes: [{ from: begin, to: begin + old.length, put: now }] }]
  })
}

/** What `[[name]]` must mean; undefined where it leads somewhere, or could mean several. */
function wikiTarget(path: string, name: string, known: MendKnown): string | undefined {
  const owner = customerIn(path) ?? '_unassigned'
  const merged = known.redirectOf(`customers/${name}/customer.md`)
  if (leadsSomewhere(name, path, known.around())) return merged && slugInPath(merged)
  const found = onlyOne((['contact', 'deal'] as const).flatMap((target) => findTarget(owner, name, target, known) ?? []))
  if (found === undefined) return undefined
  return customerIn(found) === owner && !name.includes('/') ? slugInPath(found) : `${customerIn(found)}/${slugInPath(found)}`
}

/** Where a relative link to a file of this tree must lead; undefined where it does, or several files may be meant. */
function linkTarget(path: string, way: string, known: MendKnown): string | undefined {
  const [, file = '', rest = ''] = /^([^#?]*)([#?].*)?$/.exec(way) ?? []
  if (/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(way) || !/\.(?:md|ya?ml)$/i.test(file)) return undefined
  const decoded = decode(file)
  const meant = posix.join(posix.dirname(path), decoded)
  const old = known.movedFrom(path)
  const before = old && posix.join(posix.dirname(old), decoded)
  const stays = before === undefined ? undefined : known.has(before) ? before : known.movedTo(before)
  if (stays !== undefined) return encode(posix.relative(posix.dirname(path), stays)) + rest
  if (known.has(meant) || meant.startsWith('..')) return undefined
  const name = posix.basename(decoded)
  const alike = name === 'customer.md' ? sameFolder(meant, known) : known.named(name).filter((one) => sameKind(one, meant))
  const found = known.movedTo(meant) ?? onlyOne(alike)
  return found && encode(posix.relative(posix.dirname(path), found)) + rest
}

/** A customer's own file is known by its folder. */
const sameFolder = (meant: string, known: MendKnown) => known.alike('customer', foldWord(posix.basename(posix.dirname(meant))))

/** A record is not mistaken for one of another kind: contacts/jo.md is no deals/jo.md. */
const sameKind = (one: string, meant: string) =>
  kindOf(one) === undefined
    ? kindOf(meant) === undefined
    : posix.basename(posix.dirname(one)) === posix.basename(posix.dirname(meant))

function decode(way: string): string {
  try {
    return decodeURIComponent(way)
  } catch {
    return way
  }
}

const encode = (way: string) =>
  way.replace(/[ ()<>]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'))

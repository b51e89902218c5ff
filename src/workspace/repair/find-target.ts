import { type ReferenceTarget, referencePlaces } from '../../records/kinds/reference-fields.ts'
import { slugInPath } from '../../records/kinds.ts'
import { customerIn } from '../tree.ts'
import { foldWord, onlyOne } from './fold.ts'
import type { MendKnown } from './known.ts'

/** The one record that a name must mean although it does not lead there; undefined where it is right, or could mean several. */
export function findTarget(owner: string, name: string, target: ReferenceTarget, known: MendKnown): string | undefined {
  const places = referencePlaces(owner, name, target)
  const there = places.find(known.has)
  if (there !== undefined) return successorOf(there, known)
  const went = onlyOne(places.flatMap((path) => known.movedTo(path) ?? []))
  return (
    went ?? bySlug(owner, name, target, known) ?? byContact(owner, name, target, known) ?? elsewhere(owner, name, target, known)
  )
}

/** Where a merge left a stub. Whoever went to another customer keeps the role here until a person gives it to another. */
function successorOf(path: string, known: MendKnown): string | undefined {
  const to = known.redirectOf(path)
  if (to === undefined || !known.has(to)) return undefined
  const isMove = slugInPath(path) === slugInPath(to) && customerIn(path) !== customerIn(to)
  return isMove && !path.endsWith('/customer.md') && !isMerged(path, to, known) ? undefined : to
}

const isMerged = (path: string, to: string, known: MendKnown) =>
  known.redirectOf(`customers/${customerIn(path)}/customer.md`) === `customers/${customerIn(to)}/customer.md`

const lastPart = (name: string) =>
  name
    .replace(/\.md$/, '')
    .replace(/\/customer$/, '')
    .split('/')
    .at(-1)!

/** The same slug in other letters: at the customer it names, or the one that became of it. */
function bySlug(owner: string, name: string, target: ReferenceTarget, known: MendKnown): string | undefined {
  const alike = known.alike(target, lastPart(name))
  if (target === 'customer') return onlyOne(alike)
  const named = /^(?:customers\/)?([^/]+)\//.exec(name)?.[1] ?? owner
  const merged = known.redirectOf(`customers/${named}/customer.md`)
  return (
    onlyOne(alike.filter((path) => customerIn(path) === named)) ??
    onlyOne(alike.filter((path) => merged && customerIn(path) === customerIn(merged)))
  )
}

/** A contact of the same customer by full name or address. */
function byContact(owner: string, name: string, target: ReferenceTarget, known: MendKnown): string | undefined {
  if (target !== 'contact' || !/[\s@]/.test(name.trim())) return undefined
  const wanted = name.trim().toLowerCase()
  const fits = [...known.contactsOf(owner)].filter(
    ([, { name: full, email = '', emails = [] }]) =>
      foldWord(full) === foldWord(name) || [email, ...emails].some((one) => one.toLowerCase() === wanted),
  )
  return onlyOne(fits.map(([path]) => path))
}

/** The same slug at exactly one other customer. A slug of one word says too little: many customers have a `renewal`. */
function elsewhere(owner: string, name: string, target: ReferenceTarget, known: MendKnown): string | undefined {
  if (target === 'customer' || !lastPart(name).includes('-') || owner === '_unassigned') return undefined
  const alike = known.alike(target, lastPart(name)).filter((path) => slugInPath(path) === lastPart(name))
  return onlyOne(alike)
}

import { hashOf } from './hash.ts'
import { reserved } from './reserved.ts'

type Known = { domain?: string | undefined; identity: string }

const longest = 60

/** Names no record may bear: folders of ours, and files that Windows keeps for its devices. */
const forbidden = new RegExp(`^(?:${reserved.join('|')}|con|prn|aux|nul|com[1-9]|lpt[1-9])$`, 'i')

/** Letters that do not come apart into a plain one and an accent; German and Nordic umlauts as their readers write them. */
const letters = new Map(
  [
    'ä=ae ö=oe ü=ue ß=ss ø=oe æ=ae œ=oe ł=l đ=d ð=d þ=th ı=i ħ=h ŋ=ng',
    'а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch',
    'ъ= ы=y ь= э=e ю=yu я=ya і=i ї=i є=ye ґ=g',
    'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o',
  ].flatMap((line) => line.split(' ').map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)])),
)

/** By letter, so that `й` is looked up before it comes apart. */
const transliterate = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(
      /\P{ASCII}/gu,
      (letter) => letters.get(letter) ?? letter.normalize('NFKD').replace(/\P{ASCII}/gu, (part) => letters.get(part) ?? part),
    )
    .replace(/\p{M}/gu, '')

/** Kebab-case ASCII of a text, cut at a word; empty when nothing of it can be written so. */
export function slugify(text: string, length = longest): string {
  const words = transliterate(text)
    .replace(/['’`´]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const [first = '', ...rest] = words
  let slug = first.slice(0, length)
  for (const word of rest) {
    if (slug.length + 1 + word.length > length) break
    slug += `-${word}`
  }
  return slug
}

const digest = (identity: string) => hashOf('sha256', identity)

/** Letters and digits that follow from an identity alone (base 36 of its sha256). */
export const lettersOf = (identity: string, length: number) =>
  BigInt(`0x${digest(identity)}`)
    .toString(36)
    .slice(-length)

/** Whether a slug may name a record. */
export const isSlug = (slug: string) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) && slug.length <= longest && !forbidden.test(slug)

const firstLabel = (domain = '') => slugify(domain.replace(/^www\./i, '').split('.')[0]!)

/** The slug of a new record: its name, else the first label of its domain, else `c-` and six digits of the identity's hash. */
export function slugOf(name: string, { domain, identity }: Known): string {
  return [slugify(name), firstLabel(domain)].find(isSlug) ?? `c-${digest(identity).slice(0, 6)}`
}

/** A slug that nobody has: the one wanted, else the domain's first label, else with letters of the identity's hash. */
export function freeSlug(wanted: string, isTaken: (slug: string) => boolean, { domain, identity }: Known): string {
  const isFree = (slug: string) => isSlug(slug) && !isTaken(slug)
  const choices = [() => wanted, () => firstLabel(domain), ...[4, 8, 16].map((n) => () => withLetters(wanted, identity, n))]
  for (const choose of choices) if (isFree(choose())) return choose()
  return `c-${digest(identity).slice(0, 40)}`
}

/** A slug with letters that follow from an identity, so that whoever names the same thing names it alike. */
export const withLetters = (slug: string, identity: string, n = 4) =>
  `${slug.slice(0, longest - n - 1).replace(/-$/, '')}-${lettersOf(identity, n)}`

import { plainHeading } from './plain-heading.ts'

/** The headings of one kind of row as exports have them. Lists are parted by `|`. */
export type Table = {
  /** What a file of these rows is called. */
  file: RegExp
  /** What such headings begin with, so that `Deal - Value` is read like `Value`. */
  prefix: RegExp
  /** Headings that tell the kind: nearly alone, together with others, and a little; `against` tell that it is another. */
  alone: string
  together: string
  little: string
  against: string
  /** Which part of a draft a heading fills; of several the one that stands first wins. */
  columns: Record<string, string>
}

/** The headings in a list, in their plain form. */
export const splitHeadings = (list: string) =>
  list
    .split('|')
    .map((heading) => plainHeading(heading.trim()))
    .filter(Boolean)

/** Where a heading goes: the part, and its rank among those that go there (0 is the best). */
export type Claim = { part: string; rank: number }

/** The columns of a table by plain heading. */
export function indexColumns(columns: Record<string, string>): Map<string, Claim> {
  const claims = new Map<string, Claim>()
  for (const [part, list] of Object.entries(columns))
    splitHeadings(list).forEach((heading, rank) => claims.has(heading) || claims.set(heading, { part, rank }))
  return claims
}

import type { TeamFields } from '../../records/kinds/fields.ts'
import { relinkFields } from '../../records/links/relink-fields.ts'
import { relinkText } from '../../records/links/relink-text.ts'
import type { Namer, Ways } from '../../records/links/ways.ts'
import type { Edit } from '../../records/plan.ts'
import type { Place } from '../place.ts'
import { readSheet } from '../sheet.ts'
import { isThere } from '../tree.ts'
import { findMentions } from './find-mentions.ts'

/** What a plan does to files that name what moves: the edits, and places that still name the old one (a stub leads on). */
export type Relinks = { edits: Edit[]; paths: string[]; left: string[] }

type How = {
  team?: TeamFields | undefined
  /** Files the plan writes itself. */
  except?: ReadonlySet<string>
}

/** Decides what makes every other file name things where they went. Each file is read once, and only if a word of the old names is in it. */
export async function planRelinks(
  place: Place,
  ways: Ways,
  words: readonly string[],
  { team, except }: How = {},
): Promise<Relinks> {
  const found: Relinks = { edits: [], paths: [], left: [] }
  const has = (path: string) => isThere(place, path)
  for (const path of await findMentions(place, words)) {
    if (except?.has(path)) continue
    const read = readSheet(place, path)
    if (!('sheet' in read)) continue
    const { text, left } = relinkFile(ways, { was: path, is: path, has }, read.sheet.text, team)
    found.left.push(...[...left, ...inConditions(path, text, words)].map((line) => `${path}:${line}`))
    if (text === read.sheet.text) continue
    found.edits.push({ do: 'replace', path, from: read.sheet.sha, text })
    found.paths.push(path)
  }
  return found
}

/** One file with its fields and its running text naming things where they went. */
export function relinkFile(ways: Ways, file: Namer, text: string, team?: TeamFields): { text: string; left: number[] } {
  const fields = relinkFields(ways, file, text, team)
  return { text: relinkText(ways, file, fields.text), left: fields.left }
}

/** Lines of rules, queries and the like whose conditions name the old one as a text: what they mean by it, only people know. */
function inConditions(path: string, text: string, words: readonly string[]): number[] {
  if (!/^(?:workspace-setup\/(?!people\/)|personal\/.*triggers\/).*\.ya?ml$/.test(path)) return []
  const isNamed = (line: string) => words.some((word) => line.includes(`"${word}"`) || line.includes(`'${word}'`))
  return text.split('\n').flatMap((line, n) => (isNamed(line) ? [n + 1] : []))
}

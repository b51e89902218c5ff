import { readFrontMatter } from '../../../records/text/front-matter.ts'
import { readPassages } from '../../../records/text/read-passages.ts'
import type { Place } from '../../../workspace/place.ts'
import { readSheet } from '../../../workspace/sheet.ts'
import { namesIn } from '../../../workspace/tree.ts'
import { withinFolder } from '../../../workspace/within.ts'
import type { Item } from '../item.ts'
import { lineOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'

type Shelf = 'battlecards' | 'playbooks' | 'security-compliance'

/** Of the team's toolkit what fits: battlecards of the competitors, playbooks of the stage, security answers that are asked for. */
export function gatherToolkit(place: Place, gathering: Gathering, words: readonly string[]): Item[] {
  const { deals, openDeals, customer } = gathering
  const competitors = new Set(deals.flatMap(({ value }) => value.competitors ?? []).map(plainName))
  const current = new Set(openDeals.flatMap(({ value }) => value.competitors ?? []).map(plainName))
  const stages = new Set(
    [...openDeals.flatMap(({ value }) => [value.stage, value.type]), customer.value.stage].map((name) => plainName(name ?? '')),
  )
  const asked = new Set(words)
  const cards =
    competitors.size === 0 ? [] : itemsOf(place, 'battlecards', gathering, (names) => names.some((name) => competitors.has(name)))
  const plays = itemsOf(place, 'playbooks', gathering, (names) => names.some((name) => stages.has(name)))
  const answers =
    asked.size === 0 ? [] : itemsOf(place, 'security-compliance', gathering, (names, text) => answersTo(asked, names, text))
  const isCurrent = ({ path }: Item) => current.has(plainName(path.replace(/^.*\/|\.md$/g, '')))
  return [...cards.map((card) => ({ ...card, value: isCurrent(card) ? 2 : 1 })), ...plays, ...answers]
}

/** Words by which a task asks for security answers as such. */
const about = new Set(['security', 'compliance', 'privacy', 'gdpr', 'dsgvo', 'datenschutz', 'sicherheit'])

/** Whether a security answer is asked for: by its name, as such, or by two words of what it says. */
function answersTo(asked: ReadonlySet<string>, names: readonly string[], text: string): boolean {
  const own = names.join('-').split('-')
  if (own.some((word) => word.length > 3 && asked.has(word)) || [...asked].some((word) => about.has(word))) return true
  const said = text.toLowerCase()
  return [...asked].filter((word) => word.length > 4 && said.includes(word)).length > 1
}

/** A name as names are compared: small letters and digits, joined by hyphens. */
const plainName = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

function itemsOf(place: Place, shelf: Shelf, { clean }: Gathering, fits: (names: string[], text: string) => boolean): Item[] {
  const folder = `sales-toolkit/${shelf}`
  const files = namesIn(place, folder, (entry) => !entry.isDirectory()).filter(
    (name) => name.endsWith('.md') && name !== 'README.md',
  )
  return withinFolder(
    place,
    folder,
    files.map((name) => `${folder}/${name}`),
  ).flatMap((path) => {
    const read = readSheet(place, path)
    if (!('sheet' in read)) return []
    const { text } = read.sheet
    const { data, body } = readFrontMatter(path, text)
    const passages = readPassages(clean.text(text.slice(body)), text.slice(0, body).split('\n').length)
    const [first, ...more] = passages
    const title = typeof data['name'] === 'string' ? data['name'] : (/^#\s+(.+)$/m.exec(text.slice(body))?.[1] ?? '')
    const listed = ['aliases', 'stage', 'stages', 'tags', 'topics', 'competitor'].flatMap((key) => data[key] ?? []).map(String)
    const names = [path.replace(/^.*\/|\.md$/g, ''), title, ...listed].map(plainName).filter(Boolean)
    if (!first || !fits(names, text)) return []
    return [
      {
        section: 'toolkit',
        path,
        first: { ...lineOf(path, first), text: clean.line(`${shelf.replace('-', ' ').replace(/s$/, '')}: ${first.text}`) },
        more: more.map((passage) => ({ ...lineOf(path, passage), paragraph: passage.paragraph })),
        value: 1,
      },
    ]
  })
}

import { addDays } from '../../../records/days/calendar.ts'
import type { Passage } from '../../../records/text/read-passages.ts'
import type { Place } from '../../../workspace/place.ts'
import { readSheet } from '../../../workspace/sheet.ts'
import { namesIn } from '../../../workspace/tree.ts'
import { withinFolder } from '../../../workspace/within.ts'
import type { Item } from '../item.ts'
import { subjectWords } from '../judge/subject-words.ts'
import { weighObjection } from '../judge/weigh-objection.ts'
import { lineOf, sentencesOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'
import { readText } from './take-once.ts'

type Shelf = 'battlecards' | 'playbooks' | 'security-compliance'

/** A file of the toolkit: the names it goes by, and what it says, read when it is chosen. */
type Sheet = { path: string; names: string[]; text: string; passages: () => Passage[] }

/** What somebody said counts for the toolkit for so many days. */
const recent = 180

/** Of the team's toolkit what fits: battlecards of the competitors, playbooks of the stage, security answers that are asked for; what answers objections and the task comes first in each. */
export function gatherToolkit(place: Place, gathering: Gathering, words: readonly string[]): Item[] {
  const { openDeals, customer } = gathering
  const stages = new Set(
    [...openDeals.flatMap(({ value }) => [value.stage, value.type]), customer.value.stage].map((name) => plainName(name ?? '')),
  )
  const asked = new Set(words)
  const said = recentlySaid(gathering)
  const wanted = wordsOf([...said.filter((text) => weighObjection(text) > 0), ...words])
  const rank = rankCards(gathering, said)
  const cards = readShelf(place, 'battlecards', gathering)
    .map((sheet) => ({ sheet, value: rank(sheet) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
  const plays = readShelf(place, 'playbooks', gathering).filter(({ names }) => names.some((name) => stages.has(name)))
  const answers =
    asked.size === 0
      ? []
      : readShelf(place, 'security-compliance', gathering).filter(({ names, text }) => answersTo(asked, names, text))
  return [
    ...cards.flatMap(({ sheet, value }) => itemOf('battlecard', sheet, value, wanted, gathering)),
    ...plays.flatMap((sheet) => itemOf('playbook', sheet, 1, wanted, gathering)),
    ...answers.flatMap((sheet) => itemOf('security compliance', sheet, 1, wanted, gathering)),
  ]
}

/** What was said lately, and what is noted of the competition in open deals. */
function recentlySaid({ activities, said, today }: Gathering): string[] {
  const since = addDays(today, -recent)
  return activities
    .filter(({ value }) => value.date.slice(0, 10) >= since)
    .flatMap(({ path }) => (said.get(path) ?? []).filter(({ part }) => part === 'own').map(({ text }) => text))
}

/** How much a battlecard matters: its competitor stands in an open deal, is named there in words, was named lately, or stood in a deal that is over; 0 for none of these. */
function rankCards({ deals, openDeals }: Gathering, said: readonly string[]): (sheet: Sheet) => number {
  const competitors = (some: Gathering['deals']) => new Set(some.flatMap(({ value }) => value.competitors ?? []).map(plainName))
  const noted = openDeals.map(({ value }) => {
    const competition = value.meddpicc?.competition
    return typeof competition === 'string' ? competition : (competition?.text ?? '')
  })
  const [open, past] = [competitors(openDeals), competitors(deals)]
  const [inDeals, inTalks] = [
    ` ${plainName(noted.join(' ')).replaceAll('-', ' ')} `,
    ` ${plainName(said.join(' ')).replaceAll('-', ' ')} `,
  ]
  const isIn = (text: string, name: string) => name.length > 2 && text.includes(` ${name.replaceAll('-', ' ')} `)
  return ({ names }) => {
    if (names.some((name) => open.has(name))) return 2
    if (names.some((name) => isIn(inDeals, name))) return 1.6
    if (names.some((name) => isIn(inTalks, name))) return 1.3
    return names.some((name) => past.has(name)) ? 1 : 0
  }
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
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

const wordsOf = (texts: readonly string[]) => new Set(texts.flatMap((text) => subjectWords(text)))

function readShelf(place: Place, shelf: Shelf, { clean }: Gathering): Sheet[] {
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
    const { data, body, passages } = readText(path, text, clean)
    const title = typeof data['name'] === 'string' ? data['name'] : (/^#\s+(.+)$/m.exec(body)?.[1] ?? '')
    const listed = ['aliases', 'stage', 'stages', 'tags', 'topics', 'competitor'].flatMap((key) => data[key] ?? []).map(String)
    const names = [path.replace(/^.*\/|\.md$/g, ''), title, ...listed].map(plainName).filter(Boolean)
    return [{ path, names, text, passages }]
  })
}

function itemOf(
  kind: string,
  { path, passages }: Sheet,
  value: number,
  wanted: ReadonlySet<string>,
  { clean }: Gathering,
): Item[] {
  const [first, ...more] = passages()
  if (!first) return []
  const item: Item = {
    section: 'toolkit',
    path,
    first: { ...lineOf(path, first), text: clean.line(`${kind}: ${first.text}`, { path, line: first.line }) },
    more: sentencesOf(path, answeringFirst(more, wanted)),
    value,
  }
  return [item]
}

/** Paragraphs with most of the wanted words first; words that are in every other paragraph tell nothing. Else as they stand. */
function answeringFirst(passages: readonly Passage[], wanted: ReadonlySet<string>): Passage[] {
  const paragraphs = [...Map.groupBy(passages, ({ paragraph }) => paragraph).values()]
  if (wanted.size === 0 || paragraphs.length < 2) return [...passages]
  const held = paragraphs.map((own) => [...wordsOf(own.map(({ text }) => text))].filter((word) => wanted.has(word)))
  const counts = new Map<string, number>()
  for (const word of held.flat()) counts.set(word, (counts.get(word) ?? 0) + 1)
  const score = held.map((own) => own.filter((word) => counts.get(word)! * 2 <= paragraphs.length).length)
  return paragraphs
    .map((own, n) => ({ own, score: score[n]!, n }))
    .sort((a, b) => b.score - a.score || a.n - b.n)
    .flatMap(({ own }) => own)
}

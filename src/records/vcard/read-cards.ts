import { propertyIn, readBlocks } from '../calendar/content-lines.ts'
import { openReader, type Property, paramOf, textIn } from '../calendar/open-ical.ts'
import { email } from '../kinds/field-types.ts'
import { tameLine } from '../text/tame-text.ts'
import { type Card, type Cards, ownProperty } from './card.ts'
import { plainLine } from './plain-line.ts'

/** How many cards of a file, and how many addresses or numbers of a card, are read; further ones are counted. */
const most = { cards: 5_000, values: 20 }
const wanted = new Set(
  ['version', 'fn', 'n', 'email', 'tel', 'org', 'title', 'url', 'uid', 'categories', 'x-socialprofile'].concat(ownProperty.role),
)

/** Reads the cards of a .vcf file, vCard 2.1 to 4. Never throws: what cannot be read is a sentence. */
export async function readCards(text: string): Promise<Cards> {
  const { blocks, dropped } = readBlocks(text, (line) => wanted.has(propertyIn(line)))
  const found = blocks.filter(({ name }) => name === 'VCARD')
  const read = { old: await openReader('vcard3'), now: await openReader('vcard') }
  const troubles = dropped > 0 ? [`${dropped} lines or cards are more than is read`] : []
  if (found.length > most.cards) troubles.push(`only the first ${most.cards} of ${found.length} cards are read`)
  const cards: Card[] = []
  for (const [n, { lines }] of found.slice(0, most.cards).entries()) {
    const version = lines.find((line) => propertyIn(line) === 'version')
    const reader = version?.includes('4') ? read.now : read.old
    const card = cardOf(lines.flatMap((line) => reader(plainLine(line)) ?? []))
    if (card) cards.push(card)
    else troubles.push(`card ${n + 1} has neither a name nor an address`)
  }
  return { cards, troubles: troubles.slice(0, 20) }
}

function cardOf(properties: Property[]): Card | undefined {
  const all = (name: string) => properties.filter((one) => one.name === name)
  const line = (name: string) => all(name).map(first).find(Boolean)
  const emails = distinct(all('email').toSorted(byPreference).map(first).map(addressIn))
  const name = line('fn') || fullName(all('n')[0]) || ''
  if (!name && emails.length === 0) return undefined
  const [org, title, role, uid] = [orgOf(all('org')[0]), line('title'), line(ownProperty.role), line('uid')]
  const linkedin = [...all('url'), ...all('x-socialprofile')].map(first).find((url) => /(?:^|[./])linkedin\.com\//i.test(url))
  return {
    name: name || emails[0]!,
    emails,
    phones: distinct(all('tel').filter(isVoice).toSorted(byPreference).map(first).map(numberIn)),
    tags: distinct(all('categories').flatMap(({ values }) => values.map((value) => tameLine(textIn(value))))),
    ...(org && { org }),
    ...(title && { title }),
    ...(role && { role }),
    ...(linkedin && { linkedin }),
    ...(uid && { uid }),
  }
}

const first = ({ values }: Property) => tameLine(textIn(values[0])).slice(0, 500).toWellFormed()
const distinct = (values: string[]) => [...new Set(values.filter(Boolean))].slice(0, most.values)
const addressIn = (text: string) => {
  const address = text.replace(/^mailto:/i, '').toLowerCase()
  return email.safeParse(address).success ? address : ''
}
const numberIn = (text: string) => text.replace(/^tel:/i, '').replace(/^(\+?[\d().-]+);ext=(\d+)$/i, '$1 ext. $2')

/** The company of `ORG:Acme;Sales`, without its units. */
const orgOf = (property: Property | undefined) => {
  const value = property?.values[0]
  return tameLine(textIn(Array.isArray(value) ? value[0] : value)).slice(0, 200)
}

/** `N:Park;Jo;Q;Dr.;` as it is said: Dr. Jo Q Park. */
function fullName(property: Property | undefined): string {
  const [family, given, more, before, after] = Array.isArray(property?.values[0]) ? property.values[0].map(textIn) : []
  return tameLine([before, given, more, family, after].filter(Boolean).join(' ')).slice(0, 200)
}

const typesOf = (property: Property) => [property.params['type'] ?? []].flat().flatMap((type) => type.toLowerCase().split(','))
const isVoice = (property: Property) => !typesOf(property).some((type) => ['fax', 'pager', 'modem'].includes(type))

/** The preferred one first (PREF=1, TYPE=pref), then a work one; else as they stand. */
const byPreference = (a: Property, b: Property) => rank(a) - rank(b)
function rank(property: Property): number {
  const types = typesOf(property)
  const said = Number(paramOf(property, 'pref'))
  if (said >= 1 && said <= 100) return said / 101
  return types.includes('pref') ? 0 : types.includes('work') ? 1 : 2
}

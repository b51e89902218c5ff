import { tellContact } from '../../../records/kinds/contact.ts'
import type { Kept } from '../../../workspace/records.ts'
import { apart, type Item, type Line, onceEach, type Source } from '../item.ts'
import { placeOf, sayWhole, sentencesOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'
import { dayOf, isPast } from './read-talk.ts'
import { passagesOf } from './take-once.ts'

/** The people at a customer, with what is known of each. */
export function gatherPeople({ contacts, clean, nameOf, openDeals }: Gathering): Item[] {
  const inDeals = new Set(
    openDeals.flatMap(({ value }) => [value.primary_contact, ...(value.people ?? []).map(({ contact }) => contact)]),
  )
  return contacts.map((contact) => {
    const { value, path, slug } = contact
    const has = (...names: string[]) => names.filter((name) => contact.read.sheet.data[name] != null)
    const gone = value.status === 'left' || value.archived !== undefined
    const said = [
      value.name,
      value.title,
      value.role && `(${value.role})`,
      gone && (value.moved_to ? `left for ${value.moved_to}` : 'left'),
      value.bounced && `mail comes back${value.bounced.on ? ` since ${value.bounced.on}` : ''}`,
    ]
    const field = (name: string, text: string): Line => ({
      text: clean.line(`${name.replaceAll('_', ' ')}: ${text}`),
      sources: [placeOf(contact, name)],
    })
    const details = has('email', 'phone', 'reports_to', 'linkedin', 'consent', 'bounced', 'primary', 'tags', 'owner').map(
      (name) => {
        const written = (value as Record<string, unknown>)[name]
        return field(name, name === 'reports_to' || name === 'owner' ? nameOf(String(written)) : sayWhole(written))
      },
    )
    return {
      section: 'people',
      path,
      first: {
        text: clean.line(said.filter(Boolean).join(', ').replace(', (', ' (')),
        sources: ['name', ...has('title', 'role', 'status', 'moved_to', 'bounced')].map((name) => placeOf(contact, name)),
      },
      more: [...sentencesOf(path, passagesOf(contact, clean)), ...apart(details)],
      value:
        (gone ? 1 : 2) * (inDeals.has(slug) ? 1.5 : 1) * (value.role === 'economic-buyer' || value.role === 'champion' ? 1.5 : 1),
    }
  })
}

type Side = { slug: string; who: string; source: Source }

/** A mood below this was noted as a bad one. */
const bad = -0.15

/** Who is for us and who against, by their roles and by the mood that was last noted with them; that nobody is known, where no file says. */
export function gatherSides(gathering: Gathering): Item[] {
  const { customer, clean } = gathering
  const [advocates, opponents, deciders] = [findSide(gathering, friends), findSide(gathering, foes), findSide(gathering, buyers)]
  const moods = findBadMoods(gathering)
  const item = (text: string, sides: readonly Side[], value: number): Item => {
    const kept = onceEach(sides.map(({ source }) => source))
    return {
      section: 'people',
      path: kept[0]?.path ?? customer.path,
      first: { text: clean.line(text), sources: kept.length > 0 ? kept.slice(0, 6) : [placeOf(customer, 'name')] },
      more: [],
      value,
    }
  }
  const names = (sides: readonly Side[]) => sides.map(({ who }) => who).join(', ') || 'nobody is recorded'
  const opposed = [...opponents, ...moods.filter(({ slug }) => !opponents.some((one) => one.slug === slug))]
  return [
    item(`who decides: ${names(deciders)}`, deciders, 14),
    item(`for us: ${names(advocates)}`, advocates, 7),
    item(`against us: ${names(opposed)}`, opposed, 7),
  ]
}

const buyers = { roles: ['economic-buyer'], tags: ['decision-maker'], evidence: 'economic_buyer' as const }
const friends = { roles: ['champion', 'coach'], tags: ['supporter', 'advocate', 'promoter'], evidence: 'champion' as const }
const foes = { roles: ['blocker'], tags: ['detractor', 'opponent', 'critic'], evidence: undefined }

/** Those of a side who are still there: by their part in the open deals (in any, where none is open), else by their own role or a label. */
function findSide(
  { contacts, deals, openDeals, nameOf }: Gathering,
  { roles, tags, evidence }: typeof buyers | typeof friends | typeof foes,
): Side[] {
  const shown = openDeals.length > 0 ? openDeals : deals.slice(-1)
  const isGone = (slug: string) =>
    contacts.some((contact) => contact.slug === slug && (contact.value.status === 'left' || contact.value.archived))
  const found = new Map<string, Side>()
  const add = (slug: string, role: string, source: Source) => {
    if (!isGone(slug) && !found.has(slug)) found.set(slug, { slug, who: `${nameOf(slug)} (${role})`, source })
  }
  for (const deal of shown) {
    const known = evidence && deal.value.meddpicc?.[evidence]
    const slug = typeof known === 'string' ? known : known?.contact
    const place = placeOf(deal, 'meddpicc', evidence ?? '')
    if (slug && contacts.some((contact) => contact.slug === slug))
      add(slug, `${evidence!.replace('_', ' ')} of ${deal.value.name}`, place)
    else if (slug) found.set(slug, { slug, who: slug, source: place })
    for (const [n, { contact, role }] of (deal.value.people ?? []).entries())
      if (role && roles.includes(role)) add(contact, `${role} in ${deal.value.name}`, placeOf(deal, 'people', `${n}`))
  }
  for (const contact of contacts) {
    const { role, tags: own = [] } = contact.value
    const tag = own.find((one) => tags.includes(one.toLowerCase()))
    if (role && roles.includes(role)) add(contact.slug, role, placeOf(contact, 'role'))
    else if (tag) add(contact.slug, tag, placeOf(contact, 'tags'))
  }
  return [...found.values()]
}

/** Contacts with whom the last mood that was noted was a bad one. */
function findBadMoods({ contacts, activities, today, nameOf }: Gathering): Side[] {
  return contacts.flatMap((contact) => {
    if (contact.value.status === 'left' || contact.value.archived) return []
    const isIt = tellContact(contact.slug, contact.value)
    const last = activities.findLast(
      (activity) => activity.value.sentiment !== undefined && isPast(activity, today) && whoseMood(activity.value).some(isIt),
    )
    const mood = last?.value.sentiment
    if (mood === undefined || !(mood === 'negative' || (typeof mood === 'number' && mood < bad))) return []
    return [
      {
        slug: contact.slug,
        who: `${nameOf(contact.slug)} (last mood ${mood}, ${dayOf(last!)})`,
        source: placeOf(last!, 'sentiment'),
      },
    ]
  })
}

/** A mail shows the mood of who wrote it, anything else that of all who took part. */
const whoseMood = ({ type, direction, participants = [] }: Kept<'activity'>['value']) =>
  type === 'email' && direction === 'inbound' ? participants.slice(0, 1) : participants

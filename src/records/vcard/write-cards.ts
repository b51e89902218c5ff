import { openIcal } from '../calendar/open-ical.ts'
import { tamed, type Written } from '../calendar/tamed.ts'
import type { Contact } from '../kinds/contact.ts'
import { ownProperty } from './card.ts'

/** A contact with what a vCard tells besides: the company, and an identity that stays the same. */
export type Carded = { contact: Contact; org?: string | undefined; uid: string }

/** Writes contacts as vCards 4.0 (RFC 6350), with lines that end in CRLF; empty for none. */
export async function writeCards(people: readonly Carded[]): Promise<string> {
  const ical = await openIcal()
  return people.map((one) => `${ical.stringify(['vcard', propertiesOf(one).map(tamed), []]).trimEnd()}\r\n`).join('')
}

function propertiesOf({ contact, org, uid }: Carded): Written[] {
  const { name, email, emails = [], phone, title, linkedin, role, tags = [] } = contact
  const text = (key: string, value: string | undefined, params: Record<string, string> = {}): Written[] =>
    value ? [[key, params, 'text', value]] : []
  return [
    ['version', {}, 'text', '4.0'],
    ['uid', {}, 'text', uid],
    ...text('fn', name),
    ['n', {}, 'text', namesOf(name)],
    ...text('email', email, emails.length > 0 ? { pref: '1' } : {}),
    ...emails.filter((other) => other !== email).flatMap((other) => text('email', other)),
    ...(phone ? [['tel', {}, 'uri', `tel:${phone}`] satisfies Written] : []),
    ...(org ? [['org', {}, 'text', [org]] satisfies Written] : []),
    ...text('title', title),
    ...(linkedin ? [['url', { type: ownProperty.linkedin }, 'uri', linkedin] satisfies Written] : []),
    ...text(ownProperty.role, role),
    ...(tags.length > 0 ? [['categories', {}, 'text', ...tags] satisfies Written] : []),
  ]
}

/** Family and given name, as far as a name tells them: the last word is the family's. */
function namesOf(name: string): string[] {
  const words = name.split(/\s+/).filter(Boolean)
  return words.length > 1 ? [words.at(-1)!, words.slice(0, -1).join(' '), '', '', ''] : ['', name, '', '', '']
}

import type { Content } from './intake.ts'

/** What of a file will be looked for in the tree: addresses, names and the identities of sources. */
export function textsIn(content: Content): string[] {
  if (content.is === 'mail') {
    const { id, from, to, cc, text } = content.mail
    const people = [...(from ? [from] : []), ...to, ...cc].map(({ address }) => address)
    const named = people.length < 20 ? addressesIn(text).slice(0, 20) : []
    return [id, ...people, ...named, ...textsIn({ ...content, is: 'calendar' }), ...textsIn({ ...content, is: 'cards' })]
  }
  if (content.is === 'cards') return content.cards.flatMap(({ emails, name }) => [...emails, name])
  if (content.is === 'calendar')
    return content.events.flatMap(({ uid, organizer, guests }) => [
      uid,
      ...(organizer ? [organizer] : []).concat(guests).map(({ address }) => address),
    ])
  if (content.is === 'talk') return [...content.talk.speakers, ...content.talk.people, ...content.talk.addresses, content.talk.id]
  return []
}

/** The e-mail addresses in the first 100,000 letters of a text, each once, in small letters. */
export const addressesIn = (text: string): string[] => [
  ...new Set(
    [...text.slice(0, 100_000).matchAll(/[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}\.[A-Za-z]{2,24}/g)].map(([one]) =>
      one.toLowerCase(),
    ),
  ),
]

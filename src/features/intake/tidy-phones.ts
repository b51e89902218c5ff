import type { Content } from './intake.ts'

/** Cards with their numbers in E.164 where they can be; `country` is that of numbers without a prefix. Other files as they are. */
export async function tidyPhones(content: Content, country: string | undefined): Promise<Content> {
  if ((content.is !== 'cards' && content.is !== 'mail') || content.cards.every(({ phones }) => phones.length === 0))
    return content
  const { isSupportedCountry, parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  const home = country?.toUpperCase()
  const tidy = (written: string) => {
    const number = parsePhoneNumberFromString(written, home && isSupportedCountry(home) ? home : undefined)
    if (!number?.isPossible()) return written
    return number.ext ? `${number.number};ext=${number.ext}` : number.number
  }
  return { ...content, cards: content.cards.map((card) => ({ ...card, phones: card.phones.map(tidy) })) }
}

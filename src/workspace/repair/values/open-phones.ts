/** Reads a phone number as E.164; `country` (two letters) is that of a number without a prefix. */
export type ReadPhone = (text: string, country: string | undefined) => string | undefined

const wellFormed = /^[+(]?[\d\s()./-]{5,30}(?:\s*(?:;ext=|ext\.?|x)\s*(\d{1,7}))?$/i

/** Opens the table of phone numbers, which is large: only repair and editors need it. */
export async function openPhones(): Promise<ReadPhone> {
  const { isSupportedCountry, parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  return (text, country) => {
    const home = country?.toUpperCase()
    const known = home && isSupportedCountry(home) ? home : undefined
    if (!wellFormed.test(text.trim())) return undefined
    const number = parsePhoneNumberFromString(text, { extract: false, ...(known && { defaultCountry: known }) })
    if (!number?.isValid()) return undefined
    return number.ext ? `${number.number};ext=${number.ext}` : number.number
  }
}

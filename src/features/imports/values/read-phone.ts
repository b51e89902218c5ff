import { type CountryCode, getCountries, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

let byName: Map<string, CountryCode> | undefined

/** The two letters of a country by its code or its name in English, German, French or Spanish. */
export function countryOf(text: string): CountryCode | undefined {
  const code = text.trim().toUpperCase()
  if (isSupportedCountry(code)) return code
  byName ??= nameCountries()
  return byName.get(text.trim().toLowerCase())
}

function nameCountries(): Map<string, CountryCode> {
  const names = new Map<string, CountryCode>(
    Object.entries({
      usa: 'US',
      'u.s.a.': 'US',
      'u.s.': 'US',
      uk: 'GB',
      'great britain': 'GB',
      england: 'GB',
      scotland: 'GB',
      holland: 'NL',
      'united states of america': 'US',
    }),
  )
  for (const language of ['en', 'de', 'fr', 'es']) {
    const say = new Intl.DisplayNames([language], { type: 'region' })
    for (const code of getCountries()) {
      const name = say.of(code)?.toLowerCase()
      if (name && !names.has(name)) names.set(name, code)
    }
  }
  return names
}

/** A phone number in E.164 where it can be one, else as written. `country` is that of numbers without a prefix. */
export function readPhone(text: string, country: CountryCode | undefined): string {
  const number = parsePhoneNumberFromString(text, country)
  if (!number?.isPossible()) return text
  return number.ext ? `${number.number};ext=${number.ext}` : number.number
}

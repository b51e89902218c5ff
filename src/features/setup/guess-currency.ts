/** Zones whose people count in something else than euros; a name that ends in / stands for all below it. */
const zones: Record<string, string> = {
  USD: 'America/New_York America/Detroit America/Chicago America/Denver America/Boise America/Phoenix America/Los_Angeles America/Anchorage America/Indiana/ America/Kentucky/ America/North_Dakota/ Pacific/Honolulu US/',
  CAD: 'America/Toronto America/Vancouver America/Edmonton America/Winnipeg America/Halifax America/St_Johns America/Regina Canada/',
  GBP: 'Europe/London Europe/Belfast GB',
  CHF: 'Europe/Zurich Europe/Vaduz',
  SEK: 'Europe/Stockholm',
  NOK: 'Europe/Oslo',
  DKK: 'Europe/Copenhagen',
  PLN: 'Europe/Warsaw',
  CZK: 'Europe/Prague',
  HUF: 'Europe/Budapest',
  RON: 'Europe/Bucharest',
  TRY: 'Europe/Istanbul',
  JPY: 'Asia/Tokyo',
  CNY: 'Asia/Shanghai',
  HKD: 'Asia/Hong_Kong',
  KRW: 'Asia/Seoul',
  SGD: 'Asia/Singapore',
  INR: 'Asia/Kolkata Asia/Calcutta',
  AED: 'Asia/Dubai',
  ILS: 'Asia/Jerusalem',
  AUD: 'Australia/',
  NZD: 'Pacific/Auckland',
  BRL: 'America/Sao_Paulo America/Fortaleza America/Bahia America/Manaus',
  MXN: 'America/Mexico_City America/Monterrey America/Tijuana',
  ZAR: 'Africa/Johannesburg',
}

/** The currency a team in this time zone most likely counts in. A guess to begin with, said to the person and easily changed. */
export function guessCurrency(zone: string): string {
  const fits = (name: string) => (name.endsWith('/') ? zone.startsWith(name) : zone === name)
  return Object.keys(zones).find((currency) => zones[currency]!.split(' ').some(fits)) ?? 'EUR'
}

/** Months in English, German, French, Spanish, Italian, Portuguese and Dutch, by how they begin without accents. */
const beginnings: readonly RegExp[] = [
  /^(?:jan|ene|gen)/,
  /^(?:feb|fev)/,
  /^(?:mar|mae?r|maa|mrt)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mei|mag)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^nov/,
  /^(?:dec|dez|dic)/,
]

/** The number of a month by its name, short or long; 0 for a word that is none. */
export function monthNamed(word: string): number {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return beginnings.findIndex((beginning) => beginning.test(plain)) + 1
}

const names = 'January February March April May June July August September October November December'.split(' ')

/** A day for a sentence: `3 April`. */
export const sayDay = (day: string) => `${Number(day.slice(8))} ${names[Number(day.slice(5, 7)) - 1]}`

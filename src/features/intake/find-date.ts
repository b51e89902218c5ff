import { readDayWords } from '../../records/days/day-words.ts'
import { isCalendarDay } from '../../records/kinds/field-types.ts'

const iso =
  /(?<!\d)(?<year>20\d{2})-?(?<month>[01]\d)-?(?<day>[0-3]\d)(?:[T _-]{1,3}(?<hour>[01]\d|2[0-3])[:h.-]?(?<minute>[0-5]\d)(?::?[0-5]\d)?(?!\d)|(?!\d))/
const german = /(?<![\d.])([0-3]?\d)\.\s?([01]?\d)\.\s?(20\d{2})(?!\d)/
const words =
  /(?:\b[0-3]?\d(?:st|nd|rd|th|\.)?\s+(?:of\s+)?\p{L}{3,9}\.?,?\s+20\d{2}\b)|(?:\b\p{L}{3,9}\.?\s+[0-3]?\d(?:st|nd|rd|th)?,?\s+20\d{2}\b)/u

/** The day (and the time, where it is there) that one of these texts names whole, with its year; the first that does decides. */
export function dayNamed(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const found = dayIn(text.slice(0, 300))
    if (found) return found
  }
  return undefined
}

function dayIn(text: string): string | undefined {
  const found = iso.exec(text)
  const { year, month, day, hour, minute } = found?.groups ?? {}
  // Recorders of calls write GMT before a time that is none of ours.
  const zone = found && text.slice(0, found.index).endsWith('GMT') ? 'Z' : ''
  if (day && isCalendarDay(`${year}-${month}-${day}`)) return `${year}-${month}-${day}${hour ? `T${hour}:${minute}${zone}` : ''}`
  const [, date = '', number = '', of] = german.exec(text) ?? []
  const dotted = `${of}-${number.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (of && isCalendarDay(dotted)) return dotted
  const [named] = words.exec(text) ?? []
  return named && readDayWords(named.replace(/(?<=\d)\./, '').replace(/ of /, ' '), '2000-01-01', 'near')
}

import type Ical from 'ical.js'

/** A property as ical.js gives it (RFC 7265): its parameters in small letters, and its values. */
export type Property = { name: string; params: Record<string, string | string[]>; type: string; values: unknown[] }

/** Reads one line; undefined when it is none. */
export type Reader = (line: string) => Property | undefined
type Design = 'icalendar' | 'vcard' | 'vcard3'

/** Opens ical.js, which takes 5 ms, when there is something to read or write with it. Its lines fit 75 bytes with the blank they go on by. */
export async function openIcal(): Promise<typeof Ical> {
  const { default: ical } = await import('ical.js')
  ical.foldLength = 74
  return ical
}

/** Opens a reader of single lines; a line that is none is undefined and hides no other. */
export async function openReader(design: Design): Promise<Reader> {
  const ical = await openIcal()
  const set = (ical.design as unknown as Record<Design, Parameters<typeof ical.parse.property>[1]>)[design]
  return (line) => {
    try {
      const [name, params, type, ...values] = ical.parse.property(line, set) as [string, Property['params'], string, ...unknown[]]
      return { name, params, type, values }
    } catch {
      return undefined
    }
  }
}

/** The text of a value, whatever it was made of: parts of a structured one between blanks. */
export const textIn = (value: unknown): string =>
  Array.isArray(value) ? value.map(textIn).filter(Boolean).join(' ') : typeof value === 'string' ? value : ''

/** A parameter, the first where there are several. */
export const paramOf = ({ params }: Property, name: string): string | undefined => {
  const value = params[name]
  return Array.isArray(value) ? value[0] : value
}

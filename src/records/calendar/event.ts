/** Somebody named in a calendar; the address in small letters. */
export type Guest = { address: string; name?: string }

/** One meeting of a calendar: an event, or one instance of a series. Times are days, or stamps with their offset. */
export type CalendarEvent = {
  uid: string
  /** Which instance of a series: when it was meant to begin, in UTC (`20261102T090000Z`) or as a day. */
  instance?: string
  start: string
  ends?: string
  subject: string
  text: string
  location?: string
  isCancelled: boolean
  isCall?: boolean
  /** The activity it was exported from, as it says. */
  path?: string
  organizer?: Guest
  guests: Guest[]
}

/** What was read of a calendar, and in a sentence each what could not be. */
export type EventsRead = { events: CalendarEvent[]; troubles: string[] }

/** Which instances of a series are made into meetings: so many days around now, and no more than so many. */
export const seriesBounds = { back: 90, ahead: 60, most: 50 } as const

import type { Book } from '../../formulas/measures/book.ts'
import type { Meeting } from './brief.ts'

/** Their meetings of the day that are still to be held, by the hour. */
export const findMeetings = ({ activities, today }: Book): Meeting[] =>
  activities
    .filter(({ ours, day, value }) => ours && day === today && value.status === 'planned')
    .map(({ time, customer, path, value: { subject, participants = [], deal } }) => ({
      time,
      subject,
      customer,
      with: participants,
      deal: deal ?? null,
      path,
    }))
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.path < b.path ? -1 : 1))

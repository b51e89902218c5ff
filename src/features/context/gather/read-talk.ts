import { addDays } from '../../../records/days/calendar.ts'
import { isDone } from '../../../records/kinds/activity.ts'
import type { Kept } from '../../../workspace/records.ts'
import { apart, type Line, type Sentence } from '../item.ts'
import { lineOf, placeOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'

/** What was said on one occasion: `header` is when, who and about what, `opening` the day and kind alone. */
export type Talk = {
  day: string
  header: Line
  opening: string
  said: (Sentence & { /** What somebody wrote on this occasion, not what is quoted. */ own: boolean })[]
}

/** What is said before words that are not of this occasion. */
const whose = { quoted: 'quoted mail', signature: 'signature', disclaimer: 'legal text' }

/** Reads an activity as what was said there, its outcome first. */
export function readTalk(activity: Kept<'activity'>, { clean, nameOf, said, today }: Gathering): Talk {
  const { path, value } = activity
  const field = (name: 'subject' | 'outcome') => placeOf(activity, value[name] === undefined ? 'date' : name)
  const outcome = value.outcome
    ? apart([{ text: clean.line(`outcome: ${value.outcome}`, field('outcome')), sources: [field('outcome')] }])
    : []
  const status = value.status ?? (value.date.slice(0, 10) > today ? 'planned' : 'done')
  const kind = clean.line(`${value.type}${status === 'done' ? '' : ` (${status})`}`)
  const day = value.date.slice(0, 16).replace('T', ' ')
  return {
    day: value.date.slice(0, 16),
    opening: isRecent(day, today) ? `${day.slice(0, 10)} ${kind}` : day.slice(0, 7),
    header: {
      text: clean.line(`${day} ${kind}${sayWho(value, nameOf)}: ${value.subject}`, field('subject')),
      sources: [field('subject')],
    },
    said: [
      ...outcome.map((line) => ({ ...line, own: true })),
      ...(said.get(path) ?? []).map((passage) => {
        const { text, ...rest } = lineOf(path, passage)
        const { part, paragraph } = passage
        return { ...rest, text: part === 'own' ? text : `(${whose[part]}) ${text}`, paragraph, own: part === 'own' }
      }),
    ],
  }
}

/** The day of an activity, as it is written. */
export const dayOf = ({ value }: Kept<'activity'>) => value.date.slice(0, 10)

/** Whether an activity is over: done, and its day has come. */
export const isPast = (activity: Kept<'activity'>, today: string) => isDone(activity.value) && dayOf(activity) <= today

/** Of what is older than a quarter the month is enough: the source names the day. */
const isRecent = (day: string, today: string) => day.slice(0, 10) >= addDays(today, -92)

/** Who spoke to whom. */
export function sayWho({ by, participants = [], direction }: Kept<'activity'>['value'], nameOf: Gathering['nameOf']): string {
  const ours = by ? nameOf(by) : ''
  const others = participants.map(nameOf).filter((name) => name !== ours)
  const [theirs, more] = [others.slice(0, 4).join(', '), others.length > 4 ? ` and ${others.length - 4} more` : '']
  if (!theirs) return ours ? `, ${ours}` : ''
  if (direction === 'inbound') return `, ${theirs}${more}${ours ? ` to ${ours}` : ''}`
  if (direction === 'outbound' && ours) return `, ${ours} to ${theirs}${more}`
  return `, ${ours ? `${ours} ` : ''}with ${theirs}${more}`
}

import { dayIn, instantOf } from '../records/days/calendar.ts'
import { type Activity, isDone } from '../records/kinds/activity.ts'

/** A contact between us and a customer that took place (model.md, Touch and health). */
export type Touch = {
  path: string
  at: Date
  /** The day it fell on in the zone that was asked for. */
  day: string
  type: Activity['type']
  direction?: Activity['direction']
  deal?: string
  /** Who took part from outside: contacts by slug, others by address. */
  with: string[]
  /** Whether they came to us, or met us: an inbound activity or a held meeting. */
  answered: boolean
}

type Read = { path: string; value: Activity }
type Asked = {
  /** Whether a participant is one of us: by own domain, or as a person of the team. */
  isOurs: (participant: string) => boolean
  now: Date
  zone: string
}

const campaign = ({ source = '', tags = [] }: Activity) => /^campaign:/i.test(source) || tags.includes('campaign')

/** The touches among activities, oldest first: done, not after now, with somebody from outside; campaign mail once it was answered. */
export function findTouches(activities: readonly Read[], { isOurs, now, zone }: Asked): Touch[] {
  const held = activities
    .filter(({ value }) => value.type !== 'note' && isDone(value))
    .map(({ path, value }) => ({ path, value, at: instantOf(value.date, zone) }))
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.path < b.path ? -1 : 1))
  const sent = new Set(held.filter(({ value }) => campaign(value)).map(({ path }) => path))
  const touches = held.flatMap(({ path, value, at }): Touch[] => {
    const others = (value.participants ?? []).filter((one) => !isOurs(one))
    if (others.length === 0) return []
    const { type, direction, deal } = value
    const answered = direction === 'inbound' || type === 'meeting'
    return [
      { path, at, day: dayIn(zone, at), type, ...(direction && { direction }), ...(deal && { deal }), with: others, answered },
    ]
  })
  const isAnswered = ({ at, with: people }: Touch) =>
    touches.some((later) => later.answered && later.at > at && later.with.some((one) => people.includes(one)))
  return touches.filter((touch) => !sent.has(touch.path) || isAnswered(touch))
}

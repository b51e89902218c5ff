import { addDays, daysBetween, instantOf, stampIn } from '../days/calendar.ts'
import { type CalendarEvent, seriesBounds } from './event.ts'
import { expandRule } from './expand-rule.ts'
import { type Moment, momentAt } from './moment.ts'
import type { Zones } from './open-zones.ts'
import { readRule } from './read-rule.ts'

/** An event as it is written: with its rule, and the days it names besides and without. */
export type Series = {
  uid: string
  start: Moment
  end: Moment | undefined
  lasts: number | undefined
  instance?: Moment
  rule?: unknown
  besides: Moment[]
  without: Moment[]
  told: Omit<CalendarEvent, 'uid' | 'instance' | 'start' | 'ends'>
}

type Asked = { now: Date; zones: Zones; troubles: string[] }

/** How many days the series of one calendar are followed through together: those of a thousand people take less. */
const mostDays = 400_000

/** The meetings of a calendar: events that happen once as they are, of a series the instances around now, each changed one in its place. */
export function expandSeries(all: readonly Series[], { now, zones, troubles }: Asked): CalendarEvent[] {
  const changed = Map.groupBy(
    all.filter(({ instance }) => instance),
    ({ uid }) => uid,
  )
  const today = now.toISOString().slice(0, 10)
  const span = { from: addDays(today, -seriesBounds.back), to: addDays(today, seriesBounds.ahead) }
  let days = mostDays
  return all.flatMap((one): CalendarEvent[] => {
    if (one.instance) return [meetingOf(one, one.start, keyOf(one.instance))]
    if (one.rule === undefined && one.besides.length === 0) return [meetingOf(one, one.start)]
    const taken = new Set((changed.get(one.uid) ?? []).map(({ instance }) => keyOf(instance!)))
    days -= daysFollowed(one, span)
    const found = days < 0 ? { refused: 'the calendar has more series than are read at once' } : instancesOf(one, span, zones)
    if ('refused' in found) {
      troubles.push(`"${one.told.subject.slice(0, 60)}" is left out: ${found.refused}`)
      return []
    }
    if (found.length === 0)
      troubles.push(`"${one.told.subject.slice(0, 60)}" takes place on no day from ${span.from} to ${span.to}`)
    if (found.length > seriesBounds.most)
      troubles.push(`of "${one.told.subject.slice(0, 60)}" only ${seriesBounds.most} of ${found.length} instances are read`)
    return found
      .filter((moment) => !taken.has(keyOf(moment)))
      .slice(0, seriesBounds.most)
      .map((moment) => meetingOf(one, moment, keyOf(moment)))
  })
}

/** How many days are looked at to follow a series: those around now, and where it is counted all since it began. */
function daysFollowed({ rule, start }: Series, { to }: { to: string }): number {
  const { freq = '', count = 0, interval = 1 } = (rule ?? {}) as { freq?: string; count?: number; interval?: number }
  const unit = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[freq] ?? 1
  return Math.max(400, Math.min(count * interval * unit, daysBetween(start.local.slice(0, 10), to)))
}

/** When a series takes place within a span, by the clock: what its rule and its further dates say, without those it excepts. */
function instancesOf(series: Series, span: { from: string; to: string }, zones: Zones): Moment[] | { refused: string } {
  const { start, besides, without } = series
  const rule = series.rule === undefined ? undefined : readRule(series.rule)
  if (rule && 'refused' in rule) return rule
  const first = start.local.slice(0, 10)
  const days = rule ? expandRule(rule, first, span) : [first].filter((day) => day >= span.from && day <= span.to)
  const on = (day: string) => (start.isDay ? dayMoment(day) : momentAt(`${day}${start.local.slice(10)}`, start, zones))
  const until = rule?.until
  const isOver = (moment: Moment) => {
    if (!until) return false
    if (until.length === 10 || moment.isDay) return moment.local.slice(0, 10) > until.slice(0, 10)
    return until.endsWith('Z') ? instantOf(moment.at, 'UTC') > new Date(until) : moment.local > until
  }
  const excepted = new Set(without.flatMap((moment) => (moment.isDay ? [moment.local] : [keyOf(moment)])))
  const further = besides.filter(({ local }) => local.slice(0, 10) >= span.from && local.slice(0, 10) <= span.to)
  const all = [...days.flatMap((day) => on(day) ?? []).filter((moment) => !isOver(moment)), ...further]
  const kept = all.filter((moment) => !excepted.has(keyOf(moment)) && !excepted.has(moment.local.slice(0, 10)))
  return [...new Map(kept.map((moment) => [keyOf(moment), moment])).values()].toSorted((a, b) => (a.local < b.local ? -1 : 1))
}

const dayMoment = (day: string): Moment => ({ local: day, isDay: true, isUtc: false, at: day })

/** What tells an instance from the others of its series, the same for everybody: its time in UTC, or its day. */
const keyOf = ({ at, isDay }: Moment) =>
  isDay
    ? at.replaceAll('-', '')
    : instantOf(at, 'UTC')
        .toISOString()
        .replace(/[-:]|\.\d+/g, '')

function meetingOf({ uid, start, end, lasts, told }: Series, moment: Moment, instance?: string): CalendarEvent {
  const ends = endOf(start, end, lasts, moment)
  return { uid, ...(instance && { instance }), start: moment.at, ...(ends && { ends }), ...told }
}

/** When an instance ends: as long after its beginning as the event; of whole days the last one, if there are several. */
function endOf(start: Moment, end: Moment | undefined, lasts: number | undefined, { at, isDay }: Moment): string | undefined {
  const minutes = end ? Math.round((instantOf(end.at, 'UTC').getTime() - instantOf(start.at, 'UTC').getTime()) / 60_000) : lasts
  if (minutes === undefined || minutes <= 0 || minutes > 366 * 1440) return undefined
  if (isDay) {
    const days = Math.round(minutes / 1440)
    return days > 1 ? addDays(at, days - 1) : undefined
  }
  const begins = instantOf(at, 'UTC')
  const offset = /[+-]\d{2}:\d{2}$/.exec(at)?.[0] ?? '+00:00'
  return stampAt(new Date(begins.getTime() + minutes * 60_000), offset)
}

/** An instant on a clock of a fixed offset. */
const stampAt = (instant: Date, offset: string) => stampIn(offset === '+00:00' ? 'UTC' : offset, instant)

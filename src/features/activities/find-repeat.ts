import { repeatedWithinMinutes } from '../../formulas/repeated-log.ts'
import { instantOf } from '../../records/days/calendar.ts'
import { readActivityName } from '../../records/file-name.ts'
import type { Place } from '../../workspace/place.ts'
import { readAll } from '../../workspace/records.ts'
import { recordPaths } from '../../workspace/tree.ts'

type Logged = { customer: string; type: string; date: string; text: string; zone: string }

const dayInMs = 86_400_000

/** The activity of which this one is a second copy: same customer, type and text, and hardly any time between. */
export function findRepeat(place: Place, { customer, type, date, text, zone }: Logged): string | undefined {
  const at = instantOf(date, zone).getTime()
  const days = [-1, 0, 1].map((n) => new Date(at + n * dayInMs).toISOString().slice(0, 10))
  const paths = recordPaths(place, 'activity', customer).filter((path) => {
    const name = readActivityName(path)
    return name?.type === type && days.includes(name.date.slice(0, 10))
  })
  const same = readAll(place, 'activity', paths).records.find(({ value, body }) => {
    const apart = Math.abs(instantOf(value.date, zone).getTime() - at)
    return apart <= repeatedWithinMinutes * 60_000 && tidy(body) === tidy(text)
  })
  return same?.path
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

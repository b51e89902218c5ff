import { addDays } from '../../../records/days/calendar.ts'
import { readAlerts } from '../../../workspace/book/read-alerts.ts'
import { readAll } from '../../../workspace/records.ts'
import { apart, type Item } from '../item.ts'
import type { Overview } from './overview.ts'
import { asManyAsFit, placeOfKey } from './tell-facts.ts'

const worth = { high: 12, medium: 8, low: 4 }

/** Open alerts of some people, the oldest first; what a personal rule of somebody else noticed is none of them. */
export function tellAlerts(overview: Overview) {
  const { place, whose, isTheirs, where, customers, called, clean, today } = overview
  const { alerts, problems } = readAlerts(place)
  const theirs = alerts.filter(
    ({ status, for: whom, customer }) =>
      status === 'open' && (!whose || whom.some(isTheirs)) && (!where || customers.has(customer ?? '')),
  )
  const paths = theirs.map(({ path }) => path)
  const records = new Map(readAll(place, 'episode', paths).records.map((record) => [record.path, record]))
  const items = theirs.flatMap(({ path, customer, what, because, quote, since, urgency }): { since: string; item: Item }[] => {
    const record = records.get(path)
    if (!record || (record.value.personal && record.value.personal !== whose?.user)) return []
    const at = (key: string) => [placeOfKey(record, key)]
    const told = record.value.what === undefined ? 'because' : 'what'
    const first = {
      text: clean.line(`${customer ? `${called(customer)}: ` : ''}${what} (since ${since}, ${urgency})`),
      sources: asManyAsFit(overview, [...at(told), ...at('since')]),
    }
    const more = apart([
      ...(because ? [{ text: clean.line(`because ${because}`), sources: at('because') }] : []),
      ...(quote ? [{ text: clean.line(`"${quote}"`), sources: at('quote') }] : []),
    ])
    const value = worth[urgency] * (since >= addDays(today, -14) ? 1 : 0.7)
    return [{ since, item: { section: 'alerts', path, first, more, value } }]
  })
  const inTime = items.sort((a, b) => (`${a.since} ${a.item.path}` < `${b.since} ${b.item.path}` ? -1 : 1))
  return { items: inTime.map(({ item }) => item), problems }
}

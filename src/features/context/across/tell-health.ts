import { quietAfterDays } from '../../../formulas/measures/quiet-account.ts'
import { sayCount } from '../../../formulas/say-figure.ts'
import type { Touch } from '../../../formulas/touch.ts'
import { daysBetween } from '../../../records/days/calendar.ts'
import { apart, type Item, type Line, type Source } from '../item.ts'
import type { Overview } from './overview.ts'
import { placeOfKey } from './tell-facts.ts'

/** How an account stands: its health with its parts, and the last touch. What is computed names the files it is computed from. */
export function stateOf(overview: Overview, customer: string): Line[] {
  const { clean, factsOf, customers } = overview
  const record = customers.get(customer)
  if (!record) return []
  const { health } = factsOf(customer)
  const { line: touched, source } = lastTouch(overview, customer)
  const parts = health.parts.filter(({ value }) => value !== null).map(({ because }) => because)
  const from = health.byHand ? placeOfKey(record, 'health') : (source ?? placeOfKey(record, 'name'))
  if (health.score === null) return [touched]
  const made = health.byHand ? ', set by hand' : `: ${parts.slice(0, 2).join('; ')}`
  const rest = health.byHand ? [] : parts.slice(2)
  return [
    { text: clean.line(`health ${health.score} of 100${made}`), sources: [from] },
    ...(rest.length > 0 ? [{ text: clean.line(`health also by: ${rest.join('; ')}`), sources: [from] }] : []),
    touched,
  ]
}

/** When somebody was last in touch, how and about what. */
export const sayTouch = ({ day, type }: Touch, subject: string, today: string) => {
  const days = daysBetween(day, today)
  return `last touch ${days <= 0 ? 'today' : `${sayCount(days, 'day')} ago`}: ${day} ${type}, ${subject}`
}

function lastTouch({ factsOf, beside, customers, today, clean }: Overview, customer: string): { line: Line; source?: Source } {
  const last = factsOf(customer).touches.at(-1)
  const touch = last && beside('activity', customer).find(({ path }) => path === last.path)
  const record = customers.get(customer)!
  if (!last || !touch) return { line: { text: 'nobody has been in touch yet', sources: [placeOfKey(record, 'name')] } }
  const source = placeOfKey(touch, 'date')
  return {
    line: { text: clean.line(sayTouch(last, touch.value.subject, today)), sources: [source, placeOfKey(touch, 'subject')] },
    source,
  }
}

/** The accounts side by side: health, and who was in touch last. */
export const tellHealth = (overview: Overview): Item[] =>
  [...overview.customers].map(([slug, { path }]) => {
    const [first, ...more] = stateOf(overview, slug)
    return {
      section: 'health',
      path,
      first: { ...first!, text: `${overview.called(slug)}: ${first!.text}` },
      more: apart(more),
      value: 4,
    }
  })

/** Accounts to keep in touch with that nobody was in touch with for long, the longest first. */
export function tellQuiet(overview: Overview): Item[] {
  const { customers, factsOf, called } = overview
  const quiet = [...customers.values()].flatMap((record) => {
    const { type } = record.value
    const days = type === 'former' || type === 'vendor' ? null : factsOf(record.slug).noActivity
    return days !== null && days > quietAfterDays ? [{ record, days }] : []
  })
  return quiet
    .sort((a, b) => b.days - a.days || (a.record.slug < b.record.slug ? -1 : 1))
    .map(({ record: { slug, path }, days }) => {
      const { line } = lastTouch(overview, slug)
      return {
        section: 'quiet',
        path,
        first: { ...line, text: `${called(slug)}: quiet for ${sayCount(days, 'day')}, ${line.text}` },
        more: [],
        value: 2,
      }
    })
}

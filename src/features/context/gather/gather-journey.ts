import { sayCount } from '../../../formulas/say-figure.ts'
import { addDays, daysBetween } from '../../../records/days/calendar.ts'
import type { Journey, Move } from '../../../workspace/book/read-journey.ts'
import type { Kept } from '../../../workspace/records.ts'
import type { Item, Line, Source } from '../item.ts'
import { recencyOf } from './gather-activities.ts'
import { sayAmount } from './gather-deals.ts'
import { placeOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'
import { dayOf, isPast } from './read-talk.ts'

/** What counts as just now. */
const lately = 30

/** What changed in a customer and its deals, oldest first: stages, amounts, days and owners from the history, what was opened and closed from the files; then what happened in the last days, in a line. */
export function gatherJourney(gathering: Gathering, journey: Journey): Item[] {
  const { customer, deals, today } = gathering
  const records = new Map<string, Kept<'customer'> | Kept<'deal'>>([customer, ...deals].map((record) => [record.path, record]))
  const moves = (journey.moves ?? []).filter(({ path, from, to }) => records.has(path) && (from || to))
  const together = [...Map.groupBy(moves, ({ path, commit }) => `${commit} ${path}`).values()]
  const items = [
    ...together.map((own) => moveItem(own, records.get(own[0]!.path)!, gathering)),
    ...fromFiles(gathering, moves),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const recent = items.filter(({ day }) => day >= addDays(today, -lately)).length
  return [...items, summary(gathering, journey, recent)]
}

type Dated = Item & { day: string }

const item = (path: string, day: string, first: Line, value: number): Dated => ({
  section: 'journey',
  path,
  first,
  more: [],
  value,
  day,
})

/** Changes of the last days first, then by their age. */
const worthOf = (day: string, { today }: Gathering) => (day >= addDays(today, -lately) ? 6 : 2) * (0.3 + recencyOf(day, today))

function moveItem(moves: readonly Move[], record: Kept<'customer'> | Kept<'deal'>, gathering: Gathering): Dated {
  const { clean } = gathering
  const { path, day, by } = moves[0]!
  const said = moves.map((move) => sayMove(move, gathering)).join('; ')
  const isOpen = gathering.openDeals.some((deal) => deal.path === path)
  return item(
    path,
    day,
    {
      text: clean.line(`${day} ${record.value.name}: ${said}, by ${gathering.nameOf(by)}`),
      sources: moves.map(({ field }) => placeOf(record, field)),
    },
    worthOf(day, gathering) * (isOpen ? 1.5 : 1),
  )
}

function sayMove({ field, from, to }: Move, { nameOf }: Gathering): string {
  const name = field.replaceAll('_', ' ')
  const say = (value: string) => {
    if (value === '') return '(none)'
    if (field === 'owner') return nameOf(value)
    return field === 'amount' && /^-?\d+(?:\.\d+)?$/.test(value) ? sayAmount(Number(value)) : value
  }
  const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
  const days = field === 'close_date' && isDay(from) && isDay(to) ? daysBetween(from, to) : 0
  const slip = days === 0 ? '' : days > 0 ? `, slipped ${sayCount(days, 'day')}` : `, ${sayCount(-days, 'day')} earlier`
  return `${name} ${say(from)} → ${say(to)}${slip}`
}

/** Deals that were opened or closed lately, as their own files say. */
function fromFiles(gathering: Gathering, moves: readonly Move[]): Dated[] {
  const { deals, outcomeOf, today, clean } = gathering
  const isRecent = (day: string | undefined): day is string => day !== undefined && day <= today && day >= addDays(today, -lately)
  const has = (deal: Kept<'deal'>, name: string) => deal.read.sheet.data[name] != null
  return deals.flatMap((deal) => {
    const { name, opened, close_date: closed, lost_reason: reason } = deal.value
    const outcome = outcomeOf(deal)
    const isMoved = moves.some(({ path, field, to }) => path === deal.path && field === 'stage' && to === deal.value.stage)
    const told: Dated[] = []
    if (isRecent(opened))
      told.push(
        item(
          deal.path,
          opened,
          { text: clean.line(`${opened} ${name}: opened`), sources: [placeOf(deal, 'opened')] },
          worthOf(opened, gathering),
        ),
      )
    if (isRecent(closed) && outcome !== 'open' && !isMoved)
      told.push(
        item(
          deal.path,
          closed,
          {
            text: clean.line(`${closed} ${name}: ${outcome}${outcome === 'lost' && reason ? ` (${reason})` : ''}`),
            sources: ['close_date', 'stage', ...(reason ? ['lost_reason'] : [])]
              .filter((field) => has(deal, field))
              .map((field) => placeOf(deal, field)),
          },
          worthOf(closed, gathering),
        ),
      )
    return told
  })
}

/** What happened in the last days, in a line; and how far history goes back, where that is not far enough. */
function summary({ customer, activities, today, clean }: Gathering, { moves, begins }: Journey, changes: number): Dated {
  const since = addDays(today, -lately)
  const own = activities.filter((activity) => isPast(activity, today) && dayOf(activity) >= since)
  const counts = [...Map.groupBy(own, ({ value }) => value.type)].map(
    ([type, some]) => `${some.length} ${type}${some.length > 1 ? 's' : ''}`,
  )
  const newest = own.at(-1)
  const said = own.length === 0 ? 'nothing was logged' : `${counts.join(', ')}, the newest on ${dayOf(newest!)}`
  const fields =
    changes > 0
      ? `; ${sayCount(changes, 'change')} of deals above`
      : moves === undefined
        ? '; whether a stage, date, amount or owner changed is not known, for there is no history'
        : '; no stage, close date, amount or owner changed'
  const cut = begins && begins > since ? `; history begins ${begins}` : ''
  const sources: Source[] = [newest ? placeOf(newest, 'date') : placeOf(customer, 'name')]
  return item(
    newest?.path ?? customer.path,
    today,
    { text: clean.line(`in the last ${lately} days: ${said}${fields}${cut}`), sources },
    8,
  )
}

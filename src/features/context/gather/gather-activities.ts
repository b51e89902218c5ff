import type { Item, Sentence } from '../item.ts'
import type { Judged } from '../judge/judge-said.ts'
import { judgeTalks } from '../judge/judge-talks.ts'
import { shelfLife } from '../judge/shelf-life.ts'
import type { Gathering } from './gathering.ts'
import { isPast, readTalk } from './read-talk.ts'

/** Half of an activity's worth is gone after so many days. */
const half = 30

const dayNumber = (day: string) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000

/** How much something still counts by its day: 1 today and for what is to come, a half after a month, a third after two. */
export const recencyOf = (day: string, today: string) => half / (half + Math.max(0, dayNumber(today) - dayNumber(day)))

/**
 * What was said and done, oldest first: each by its most telling sentence, then when, who and about what, then what else was
 * said. What `elsewhere` tells is not told here again, but gets there what it is marked with.
 */
export function gatherActivities(gathering: Gathering, elsewhere: readonly Item[] = []): Item[] {
  const { activities, today } = gathering
  const open = new Set(gathering.openDeals.map(({ slug }) => slug))
  const last = findLast(gathering)
  const talks = activities.map((activity) => readTalk(activity, gathering))
  const moved = openMoved(elsewhere)
  const items = judgeTalks(talks).map((judged, n): Item => {
    const activity = activities[n]!
    const { value } = activity
    const worth = value.status === 'cancelled' ? 0.3 : value.type === 'note' ? 0.8 : 1
    const related = value.deal !== undefined && open.has(value.deal) ? 1.5 : 1
    const recency = recencyOf(value.date, today)
    const { header, opening } = talks[n]!
    let gaps = 0
    const said = judged.flatMap(({ judged: found, ...sentence }): Sentence[] => {
      const told = found ? withAge(sentence, found, value.date, today) : sentence
      if (moved.take(told, found)) {
        gaps++
        return []
      }
      const apart = { ...told, paragraph: told.paragraph + gaps / 1e3 }
      const isOutcome = apart.text.startsWith('outcome: ')
      const isTelling = found && (found.worth >= telling || found.later || isOutcome)
      const judgedWorth = found && isOutcome ? Math.max(found.worth, summedUp) : (found?.worth ?? 0)
      return [
        isTelling ? { ...apart, value: 2.6 * judgedWorth ** 1.8 * worth * (0.55 + 0.45 * recency) * Math.sqrt(related) } : apart,
      ]
    })
    const plain = { section: 'activities', path: activity.path, day: value.date.slice(0, 10) } as const
    const own = 0.5 * worth * related * recency
    const best = mostTelling(said)
    if (activity === last) return { ...plain, first: { ...header, value: own * 48 }, more: said, value: own * 12 }
    if (!best) return { ...plain, first: header, more: said, value: own }
    const { paragraph: _, ...line } = best
    return {
      ...plain,
      first: { ...line, text: `${opening}: ${line.text}` },
      more: [{ ...header, paragraph: -1_000 }, ...without(said, best)],
      value: own,
    }
  })
  return [...items, ...moved.items()]
}

/** Marks what is older than its kind keeps. */
function withAge<S extends Sentence>(sentence: S, found: Judged, day: string, today: string): S {
  const isStale = found.later === undefined && found.worth >= telling && dayNumber(today) - dayNumber(day) > shelfLife[found.kind]
  return isStale ? { ...sentence, marks: [...(sentence.marks ?? []), { text: 'stale', sources: [] }] } : sentence
}

/** An objection that a later word speaks of is still worth knowing. */
const answered = 0.9

/** Opens what is told elsewhere in the words of a sentence. */
function openMoved(elsewhere: readonly Item[]) {
  const byPlace = Map.groupBy(elsewhere, ({ first: { sources } }) => `${sources[0]?.path}:${sources[0]?.line}`)
  const marked = new Map<Item, Item>()
  const take = ({ text, sources: [source], marks, id, needs }: Sentence, found: Judged | undefined): boolean => {
    const item = byPlace.get(`${source?.path}:${source?.line}`)?.find(({ first }) => first.text.includes(text))
    if (!item) return false
    const replaced = found?.later?.how === 'replaces' || found?.later?.how === 'related'
    const value = replaced ? item.value * answered : item.value
    marked.set(item, {
      ...item,
      first: { ...item.first, ...(marks && { marks }), ...(id && { id }), ...(needs && !marks && { needs }) },
      value,
    })
    return true
  }
  return { take, items: () => elsewhere.map((item) => marked.get(item) ?? item) }
}

/** What somebody wrote down as the outcome is worth more than any sentence, however it is worded. */
const summedUp = 3.2

/** A sentence of less worth counts as a part of its activity only. */
const telling = 0.6

const mostTelling = (said: readonly Sentence[]) =>
  said.reduce<Sentence | undefined>((best, one) => ((one.value ?? 0) > (best?.value ?? 0) ? one : best), undefined)

/** The other sentences; those around it are not told as if one followed the other. */
const without = (said: readonly Sentence[], best: Sentence): Sentence[] => {
  const at = said.indexOf(best)
  return said.flatMap((one, n) => (n === at ? [] : [n < at ? one : { ...one, paragraph: one.paragraph + 0.5 }]))
}

/** The newest activity that took place. */
const findLast = ({ activities, today }: Gathering) =>
  activities.findLast((activity) => isPast(activity, today) && activity.value.type !== 'note') ?? activities.at(-1)

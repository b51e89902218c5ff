import type { Scope } from '../../../records/condition/step.ts'
import { instantOf } from '../../../records/days/calendar.ts'
import { once } from '../../../records/once.ts'
import { openFacts, openFirstDays } from '../../book/facts.ts'
import type { Kept } from '../../records.ts'
import { computedOf } from '../../scope.ts'
import type { Known } from '../known.ts'

type Subject = Kept<'customer' | 'contact' | 'deal' | 'activity'>

/** What is computed of a record, given the records of its customer. */
export type ComputedOf = (
  record: Subject,
  beside: () => readonly Kept[],
) => Pick<Scope, 'no_activity' | 'health_score' | 'text'> | undefined

/** Opens what is computed of records for assertions; history is read once, and only when a condition asks. Without a day nothing is. */
export function openComputedOf(known: () => Known, now: Date | undefined): ComputedOf {
  let group: () => readonly Kept[] = () => []
  const sources = once(() => {
    const { place, people, team, zone, today, ownDomains } = known()
    const at = now ?? instantOf(`${today}T12:00`, zone)
    const beside = <K extends 'customer' | 'deal' | 'activity'>(kind: K) =>
      group().filter((record): record is Kept<K> => record.kind === kind)
    const factsOf = openFacts(place, { now: at, zone, people, team, settings: { own_domains: [...ownDomains] }, beside })
    const firstDay = openFirstDays(place)
    return { factsOf, firstDay: (path: string) => firstDay(path, zone), today: today! }
  })
  return (record, beside) => {
    if (known().today === undefined) return undefined
    group = beside
    return computedOf(record, {
      get factsOf() {
        return sources().factsOf
      },
      get firstDay() {
        return sources().firstDay
      },
      today: known().today!,
    })
  }
}

import type { Rates } from '../records/kinds/rates.ts'
import { type Exact, exact } from './exact.ts'

/** What 1 unit of a currency is in another on a day; undefined when nobody wrote it down. */
export type RateOn = (from: string, to: string, day: string) => Exact | undefined

type Kept = { date: string; direct: boolean; rate: number }

/**
 * Looks rates up by day: the latest that is not dated after it, either way round (the one as written where both are of one
 * day, the lower one in the file where that is so twice), else by way of the workspace currency.
 */
export function findRate(rates: Rates['rates'], home: string): RateOn {
  const kept = new Map<string, Kept[]>()
  const keep = (pair: string, one: Kept) => {
    const list = kept.get(pair)
    if (list) list.push(one)
    else kept.set(pair, [one])
  }
  for (const { date, from, to = home, rate } of rates) {
    keep(`${from} ${to}`, { date, direct: true, rate })
    keep(`${to} ${from}`, { date, direct: false, rate })
  }
  for (const list of kept.values()) list.sort((a, b) => compare(a.date, b.date) || Number(a.direct) - Number(b.direct))
  const written: RateOn = (from, to, day) => {
    const found = kept.get(`${from} ${to}`)?.findLast(({ date }) => date <= day)
    return found && (found.direct ? exact(found.rate) : exact(1).div(exact(found.rate)))
  }
  return (from, to, day) => {
    if (from === to) return exact(1)
    const straight = written(from, to, day)
    if (straight || from === home || to === home) return straight
    const [first, second] = [written(from, home, day), written(home, to, day)]
    return first && second && first.times(second)
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

import { findSpot } from '../text/find-spot.ts'
import type { Page } from '../text/open-page.ts'
import type { View } from '../view.ts'
import { completeKey } from './complete-key.ts'
import { completeLink } from './complete-link.ts'
import { completeTask } from './complete-task.ts'
import { completeValue } from './complete-value.ts'
import type { Suggestion } from './suggestion.ts'

/** So many are told at once; more are asked for again while somebody types on. */
const most = 400

/** What may stand where somebody types; `isAll` is false where more would fit. Names are read, and few files, however many customers there are. */
export async function complete(view: View, page: Page, at: number): Promise<{ suggestions: Suggestion[]; isAll: boolean }> {
  const all = await suggest(view, page, at)
  if (all.length <= most) return { suggestions: all, isAll: true }
  const fitting = all.flatMap((one) => {
    const rank = rankOf((one.match ?? one.label).toLowerCase(), page.text.slice(one.from, at).trim().toLowerCase())
    return rank === undefined ? [] : [{ one, rank }]
  })
  const ranked = fitting.sort((a, b) => a.rank - b.rank).map(({ one }) => one)
  return { suggestions: ranked.slice(0, most), isAll: ranked.length <= most }
}

/** Names that begin as typed come first, then those that hold it, then those that have its letters in order. */
function rankOf(name: string, typed: string): number | undefined {
  const at = name.indexOf(typed)
  if (at >= 0) return at === 0 ? 0 : 1
  let from = 0
  for (const letter of typed) {
    from = name.indexOf(letter, from) + 1
    if (from === 0) return undefined
  }
  return 2
}

async function suggest(view: View, page: Page, at: number): Promise<Suggestion[]> {
  const spot = findSpot(page, at)
  if (!spot) return []
  if (spot.in === 'link') return completeLink(view, page, spot)
  if (spot.in === 'key') return page.kind ? completeKey(view, page, page.kind, { ...spot, at }) : []
  if (spot.in === 'value') return page.kind ? completeValue(view, page, page.kind, { ...spot, at }) : []
  return spot.in === 'address' ? [] : completeTask(view, spot.in, spot)
}

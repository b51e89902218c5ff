import { addDays } from '../../../records/days/calendar.ts'
import type { Problem } from '../../../records/problem.ts'
import { allTasks } from '../../../workspace/tasks.ts'
import { customerIn } from '../../../workspace/tree.ts'
import type { Item } from '../item.ts'
import type { RankedCustomer } from './gather-accounts.ts'
import type { Gathered } from './gather-pipeline.ts'
import type { Overview } from './overview.ts'
import { tellAlerts } from './tell-alerts.ts'
import { type JudgedDeal, judgeDeals, tellDeals } from './tell-deals.ts'
import { tellDue, tellRenewals } from './tell-due.ts'
import { tellQuiet } from './tell-health.ts'
import { tellMeetings } from './tell-meetings.ts'

/** A week is today and six more days; deals that close within so many days are told first. */
const [week, closeWithin] = [6, 30]

/** What each thing that is on at an account adds to the attention it gets. */
const points: Partial<Record<Item['section'], number>> = {
  meetings: 5,
  closing: 4,
  alerts: 3,
  renewals: 3,
  due: 3,
  deals: 1,
  quiet: 0.5,
}

/** The week of a seller: meetings, what is due, what closes or runs out, who has gone quiet, what rules noticed. */
export async function gatherWeek(
  overview: Overview,
  { budget, me }: { budget: number; me: string | undefined },
): Promise<Gathered & { problems: Problem[] }> {
  const { place, today, whose } = overview
  const until = addDays(today, week)
  const judged = judgeDeals(overview)
  const isOwn = ({ path }: { path: string }) =>
    !path.startsWith('personal/') || (me !== undefined && me === whose?.user && path.startsWith(`personal/${me}/`))
  const tasks = place.git ? (await allTasks(place)).filter(isOwn) : []
  const soon = addDays(today, closeWithin)
  const sectionOf = ({ deal: { close_date: closes } }: JudgedDeal) =>
    closes !== undefined && closes <= soon ? 'closing' : 'deals'
  const alerts = tellAlerts(overview)
  const items = [
    ...tellMeetings(overview, judged, until),
    ...tellDue(overview, judged, { tasks, until }),
    ...tellDeals(overview, judged, { budget, sectionOf }),
    ...tellRenewals(overview),
    ...alerts.items,
    ...tellQuiet(overview),
  ]
  return {
    items,
    ranked: rankAccounts(overview, items),
    nothing: `Nothing is planned, due or open here for ${whose?.name ?? 'anybody'}.`,
    problems: alerts.problems,
  }
}

/** Accounts by what is on at each of them this week. */
function rankAccounts({ customers }: Overview, items: readonly Item[]): RankedCustomer[] {
  const sums = new Map([...customers.keys()].map((slug) => [slug, 0]))
  for (const { section, path } of items) {
    const slug = customerIn(path)
    if (slug && sums.has(slug)) sums.set(slug, sums.get(slug)! + (points[section] ?? 0))
  }
  const largest = Math.max(1, ...sums.values())
  return [...sums]
    .map(([slug, sum]) => ({ slug, weight: 0.2 + 0.8 * (sum / largest) }))
    .sort((a, b) => b.weight - a.weight || (a.slug < b.slug ? -1 : 1))
}

import { findRenewals } from '../../../formulas/measures/find-renewals.ts'
import { sayCount } from '../../../formulas/say-figure.ts'
import type { Task } from '../../../records/kinds/task.ts'
import { fieldPlace } from '../../../records/text/front-matter.ts'
import { customerIn } from '../../../workspace/tree.ts'
import { type Item, onceEach } from '../item.ts'
import type { Overview } from './overview.ts'
import { callDeal, type JudgedDeal } from './tell-deals.ts'
import { asManyAsFit, placeOfKey, tellFacts } from './tell-facts.ts'

/** How far ahead notice dates are looked at, in days. */
const noticeWithin = 60

type Due = { due: string; item: Item }

/** Tasks and next steps of some people that are late or due by a day, the earliest first. */
export function tellDue(
  overview: Overview,
  judged: readonly JudgedDeal[],
  { tasks, until }: { tasks: readonly Task[]; until: string },
): Item[] {
  const all = [
    ...tasks.flatMap((task) => taskDue(overview, task, until)),
    ...judged.flatMap((deal) => stepDue(overview, deal, until)),
  ]
  const key = ({ due, item: { path, first } }: Due) => `${due} ${path} ${`${first.sources[0]?.line ?? 0}`.padStart(7, '0')}`
  return all.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ item }) => item)
}

function taskDue({ isTheirs, where, customers, called, clean, today }: Overview, task: Task, until: string): Due[] {
  const { owner, due, done, path, line, text, priority } = task
  const customer = customerIn(path)
  if (done || !due || due > until || !owner || !isTheirs(owner)) return []
  if (where && !customers.has(customer ?? '')) return []
  const said = [`due ${due}${due < today ? ', overdue' : ''}`, priority && `${priority} priority`].filter(Boolean).join(', ')
  const label = customer ? `${called(customer)}: ` : ''
  const first = { text: clean.line(`${label}to do: ${text} (${said})`), sources: [{ path, line }] }
  return [{ due, item: { section: 'due', path, first, more: [], value: priority === 'high' ? 12 : 8 } }]
}

function stepDue(overview: Overview, one: JudgedDeal, until: string): Due[] {
  const { deal, record, path, owner } = one
  const { next_step: step, next_step_date: due } = deal
  const { isTheirs, clean, today } = overview
  if (!step || !due || due > until || !isTheirs(owner)) return []
  const told = tellFacts(overview, callDeal(overview, one), [
    { text: clean.line(`next step ${step}`), sources: [placeOfKey(record, 'next_step')] },
    { text: `due ${due}${due < today ? ', overdue' : ''}`, sources: [placeOfKey(record, 'next_step_date')] },
  ])
  return [{ due, item: { section: 'due', path, ...told, value: 8 + 4 * one.weight } }]
}

/** Contracts that run out and the last days of notice, the next first. */
export const tellRenewals = (overview: Overview): Item[] =>
  findRenewals(overview.deals, overview.today, noticeWithin).map(({ deal: one, end, notice, days }) => {
    const { record, path, deal } = one
    const at = (field: string) => ({ path, line: fieldPlace(record.read.sheet, ['contract', field]).line })
    const when = days < 0 ? `notice was due by ${notice}` : `notice until ${notice}, in ${sayCount(days, 'day')}`
    const has = (['end', 'notice_days', 'auto_renew'] as const).filter((field) => deal.contract?.[field] !== undefined)
    const renews = deal.contract?.auto_renew ? '; renews by itself' : ''
    return {
      section: 'renewals',
      path,
      first: {
        text: overview.clean.line(`${callDeal(overview, one)}: contract ends ${end}, ${when}${renews}`),
        sources: asManyAsFit(overview, onceEach(has.map(at))),
      },
      more: [],
      value: 10,
    }
  })

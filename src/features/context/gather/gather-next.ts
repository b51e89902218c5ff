import type { Health } from '../../../formulas/health-score.ts'
import { sayCount } from '../../../formulas/say-figure.ts'
import type { Touch } from '../../../formulas/touch.ts'
import { addDays } from '../../../records/days/calendar.ts'
import type { Task } from '../../../records/kinds/task.ts'
import type { Journey } from '../../../workspace/book/read-journey.ts'
import type { Item } from '../item.ts'
import { gatherContracts, nextItem } from './gather-contracts.ts'
import { placeOf } from './gather-facts.ts'
import { gatherPromises } from './gather-open-points.ts'
import type { Gathering } from './gathering.ts'
import { sayWho } from './read-talk.ts'

/** What is computed of the customer, and the open tasks. */
export type Computed = {
  /** Those that are done too. */
  tasks: readonly Task[]
  touches: readonly Touch[]
  noActivity: number | null
  health: Health
  /** Absent where nobody asked what changed. */
  journey?: Journey
}

/** Where it stands and what comes next: contracts, health, the last touch, tasks and promises, and the next steps of open deals last. */
export const gatherNext = (gathering: Gathering, computed: Computed): Item[] => [
  ...gatherContracts(gathering),
  ...health(gathering, computed),
  ...lastTouch(gathering, computed),
  ...computed.tasks.filter(({ done }) => !done).map((task) => toDo(task, gathering)),
  ...gatherPromises(gathering, computed.tasks),
  ...nextSteps(gathering),
]

function nextSteps({ customer, openDeals, clean, nameOf, today }: Gathering): Item[] {
  if (openDeals.length === 0)
    return [nextItem(customer.path, 'no deal is open, so none has a next step', [placeOf(customer, 'name')], 4)]
  return openDeals.flatMap((deal) => {
    const { name, owner, next_step: step, next_step_date: due } = deal.value
    if (!step && !due)
      return [nextItem(deal.path, clean.line(`next step of ${name}: none is recorded`), [placeOf(deal, 'name')], 8)]
    const said = [owner && nameOf(owner), due && `due ${due}${due < today ? ', overdue' : ''}`].filter(Boolean).join(', ')
    const fields = ['next_step', 'next_step_date', 'owner'].filter((field) => deal.read.sheet.data[field] != null)
    const text = clean.line(`next step of ${name}: ${step ?? '(not said)'}${said ? ` (${said})` : ''}`)
    return [
      nextItem(
        deal.path,
        text,
        fields.map((field) => placeOf(deal, field)),
        24,
      ),
    ]
  })
}

function toDo({ path, line, text, owner, due, priority }: Task, { clean, nameOf, today }: Gathering): Item {
  const said = [owner && nameOf(owner), due && `due ${due}${due < today ? ', overdue' : ''}`, priority && `${priority} priority`]
  const words = said.filter(Boolean).join(', ')
  const near = due && due <= addDays(today, 14) ? 1.5 : 1
  const urgent = priority === 'high' ? 1.4 : priority === 'low' ? 0.7 : 1
  return nextItem(path, clean.line(`to do: ${text}${words ? ` (${words})` : ''}`), [{ path, line }], 3 * near * urgent)
}

function lastTouch({ activities, clean, nameOf, customer, today }: Gathering, { touches, noActivity }: Computed): Item[] {
  const last = touches.at(-1)
  const touched = last && activities.find(({ path }) => path === last.path)
  if (!touched) {
    const said =
      noActivity === null
        ? 'nobody has been in touch yet'
        : `nobody has been in touch for ${sayCount(noActivity, 'day')}, since the customer was recorded`
    return [nextItem(customer.path, said, [{ path: customer.path, line: 1 }], 4)]
  }
  const { value, path } = touched
  const ago = noActivity === 0 ? 'today' : `${sayCount(noActivity ?? 0, 'day')} ago`
  const text = clean.line(`last touch: ${ago} (as of ${today}), ${last.day} ${value.type}${sayWho(value, nameOf)}`)
  return [nextItem(path, text, [placeOf(touched, touched.read.sheet.data['date'] == null ? 'type' : 'date')], 18)]
}

function health({ customer, openDeals, clean }: Gathering, { health: { score, byHand, parts }, touches }: Computed): Item[] {
  if (score === null) return []
  const told = parts.filter(({ value }) => value !== null).map(({ name, because }) => `${name}: ${because}`)
  const last = touches.at(-1)?.path
  const files = byHand
    ? [placeOf(customer, 'health')]
    : [...(last ? [{ path: last, line: 1 }] : []), ...openDeals.slice(0, 1).map((deal) => placeOf(deal, 'close_date'))]
  const sources = files.length > 0 ? files : [{ path: customer.path, line: 1 }]
  const first = `health ${score} of 100${byHand ? ' (set by hand)' : ''}`
  const more = told.map((part, n) => ({ text: clean.line(part), sources, paragraph: n }))
  return [{ ...nextItem(customer.path, clean.line(first), sources, 4), more }]
}

import type { Health } from '../../../formulas/health-score.ts'
import { sayCount } from '../../../formulas/say-figure.ts'
import type { Touch } from '../../../formulas/touch.ts'
import { addDays } from '../../../records/days/calendar.ts'
import type { Task } from '../../../records/kinds/task.ts'
import type { Item, Source } from '../item.ts'
import { sayWho } from './gather-activities.ts'
import { placeOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'

/** What is computed of the customer, and the open tasks. */
export type Computed = { tasks: readonly Task[]; touches: readonly Touch[]; noActivity: number | null; health: Health }

/** Where it stands and what comes next: contracts, health, the last touch, tasks, and the next steps of open deals last. */
export const gatherNext = (gathering: Gathering, computed: Computed): Item[] => [
  ...contracts(gathering),
  ...health(gathering, computed),
  ...lastTouch(gathering, computed),
  ...computed.tasks.map((task) => toDo(task, gathering)),
  ...nextSteps(gathering),
]

const item = (path: string, text: string, sources: Source[], value: number): Item => ({
  section: 'next',
  path,
  first: { text, sources },
  more: [],
  value,
})

function nextSteps({ openDeals, clean, nameOf, today }: Gathering): Item[] {
  return openDeals.flatMap((deal) => {
    const { name, owner, next_step: step, next_step_date: due } = deal.value
    if (!step && !due) return []
    const said = [owner && nameOf(owner), due && `due ${due}${due < today ? ', overdue' : ''}`].filter(Boolean).join(', ')
    const fields = ['next_step', 'next_step_date', 'owner'].filter((field) => deal.read.sheet.data[field] != null)
    const text = clean.line(`next step of ${name}: ${step ?? '(not said)'}${said ? ` (${said})` : ''}`)
    return [
      item(
        deal.path,
        text,
        fields.map((field) => placeOf(deal, field)),
        8,
      ),
    ]
  })
}

function toDo({ path, line, text, owner, due, priority }: Task, { clean, nameOf, today }: Gathering): Item {
  const said = [owner && nameOf(owner), due && `due ${due}${due < today ? ', overdue' : ''}`, priority && `${priority} priority`]
  const words = said.filter(Boolean).join(', ')
  const near = due && due <= addDays(today, 14) ? 1.5 : 1
  return item(path, clean.line(`to do: ${text}${words ? ` (${words})` : ''}`), [{ path, line }], 3 * near)
}

function lastTouch({ activities, clean, nameOf, customer, today }: Gathering, { touches, noActivity }: Computed): Item[] {
  const last = touches.at(-1)
  const touched = last && activities.find(({ path }) => path === last.path)
  if (!touched) {
    const said =
      noActivity === null
        ? 'nobody has been in touch yet'
        : `nobody has been in touch for ${sayCount(noActivity, 'day')}, since the customer was recorded`
    return [item(customer.path, said, [{ path: customer.path, line: 1 }], 4)]
  }
  const { value, path } = touched
  const ago = noActivity === 0 ? 'today' : `${sayCount(noActivity ?? 0, 'day')} ago`
  const text = clean.line(`last touch: ${ago} (as of ${today}), ${last.day} ${value.type}${sayWho(value, nameOf)}`)
  return [item(path, text, [placeOf(touched, touched.read.sheet.data['date'] == null ? 'type' : 'date')], 8)]
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
  return [{ ...item(customer.path, clean.line(first), sources, 4), more }]
}

function contracts({ deals, outcomeOf, clean, today }: Gathering): Item[] {
  return deals.flatMap((deal) => {
    const { name, contract } = deal.value
    if (outcomeOf(deal) !== 'won' || !contract?.end || contract.end < today) return []
    const { end, notice_days: days, auto_renew: renews } = contract
    const until = days === undefined ? undefined : addDays(end, -days)
    const notice = until === undefined ? '' : until < today ? `, notice was due by ${until}` : `, notice until ${until}`
    const text = clean.line(`contract: ${name} runs until ${end}${notice}${renews ? ', renews by itself' : ''}`)
    return [item(deal.path, text, [placeOf(deal, 'contract', 'end')], 4)]
  })
}

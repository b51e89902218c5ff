import { exact, sumOf } from '../../../formulas/exact.ts'
import { lineSum } from '../../../formulas/line-sum.ts'
import { sayCount, sayMoney } from '../../../formulas/say-figure.ts'
import { openFacts } from '../../../workspace/book/facts.ts'
import { type Kept, listRecords } from '../../../workspace/records.ts'
import { customerIn } from '../../../workspace/tree.ts'
import { tellOpen } from '../../../workspace/workflows.ts'
import type { View } from '../view.ts'
import { line } from './say-record.ts'

/** A customer in one line: stage, owner, open deals and what they come to, last touch, health. Only that customer's files are read. */
export function sayCustomer(view: View, path: string): string | undefined {
  const customer = view.record('customer', path)
  const slug = customerIn(path)
  if (!customer || !slug) return undefined
  const { name, type, stage, owner, archived } = customer.value
  const { touched, health } = view.kept(`facts ${slug}`, () => readFacts(view, slug))
  return line(name, [
    archived ? `archived ${archived}` : type,
    stage,
    owner ? `owner ${owner}` : 'no owner',
    view.kept(`open ${slug}`, () => sayOpen(view, slug)),
    touched,
    health === null ? 'no health' : `health ${health}`,
  ])
}

function readFacts({ place, now, zone, settings, people, team }: View, slug: string) {
  const { touches, noActivity, health } = openFacts(place, { now, zone, settings, people: people(), team: team(), only: slug })(
    slug,
  )
  const ago = noActivity === 0 ? 'today' : `${sayCount(noActivity ?? 0, 'day')} ago`
  return { touched: touches.length > 0 ? `last touch ${ago}` : 'no touch yet', health: health.score }
}

/** Open deals and their sum; amounts of different currencies stand side by side. */
function sayOpen(view: View, customer: string): string {
  const isOpen = tellOpen(view.place)
  const { records } = listRecords(view.place, 'deal', { customer, team: view.team() })
  const deals = records.filter((deal) => !deal.value.archived && isOpen(deal))
  if (deals.length === 0) return 'no open deal'
  const sums = [...Map.groupBy(deals, ({ value }) => value.currency ?? view.settings.currency)].flatMap(([currency, of]) => {
    const amounts = of.flatMap((deal) => amountOf(deal) ?? [])
    return amounts.length > 0 ? [sayMoney(Number(sumOf(amounts)), currency)] : []
  })
  return `${sayCount(deals.length, 'open deal')}${sums.length > 0 ? `, ${sums.join(' + ')}` : ''}`
}

const amountOf = ({ value }: Kept<'deal'>) => (value.amount === undefined ? lineSum(value.lines) : exact(value.amount))

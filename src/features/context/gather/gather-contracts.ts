import { nothing, sumOf } from '../../../formulas/exact.ts'
import { yearlyAmount } from '../../../formulas/line-sum.ts'
import { roundMoney } from '../../../formulas/round-money.ts'
import { sayCount } from '../../../formulas/say-figure.ts'
import { addDays, daysBetween } from '../../../records/days/calendar.ts'
import type { Kept } from '../../../workspace/records.ts'
import { apart, type Item, onceEach, type Source } from '../item.ts'
import { sayAmount } from './gather-deals.ts'
import { placeOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'

/** Something of the section `next` that is said in one line. */
export const nextItem = (path: string, text: string, sources: Source[], value: number): Item => ({
  section: 'next',
  path,
  first: { text, sources },
  more: [],
  value,
})

/** A sum cites so many of its lines; the others are cited where they are told. */
const most = 4

/** What was signed, what it brings in a year, and what renews it; that nothing was, where no file says so. */
export function gatherContracts(gathering: Gathering): Item[] {
  const { customer, deals, outcomeOf } = gathering
  const signed = deals.filter((deal) => outcomeOf(deal) === 'won' && !deal.value.archived && deal.value.contract?.end)
  const running = signed.filter((deal) => isInForce(deal, gathering.today) || isAhead(deal, gathering.today))
  const told = running.length > 0 ? running : signed.sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1)).slice(-1)
  if (told.length === 0) {
    const place = placeOf(customer, customer.value.type ? 'type' : 'name')
    return [
      nextItem(customer.path, 'no contract is recorded, so no ARR and no renewal date', [place], 4),
      ...yearly(gathering),
      ...renewals(gathering, []),
    ]
  }
  return [...told.map((deal) => contract(deal, gathering)), ...yearly(gathering), ...renewals(gathering, told)]
}

const endOf = ({ value }: Kept<'deal'>) => value.contract?.end ?? ''
const isAhead = ({ value }: Kept<'deal'>, today: string) => (value.contract?.start ?? '') > today
const isInForce = ({ value }: Kept<'deal'>, today: string) =>
  (value.contract?.end ?? '') >= today && (value.contract?.start ?? '') <= today

function contract(deal: Kept<'deal'>, { clean, today }: Gathering): Item {
  const { name, contract: { start, end = '', notice_days: days, auto_renew: renews } = {} } = deal.value
  const until = days === undefined ? undefined : addDays(end, -days)
  const notice = until === undefined ? '' : until < today ? `, notice was due by ${until}` : `, notice until ${until}`
  const from = start && start > today ? ` from ${start}, not begun,` : ''
  const runs = end < today ? `ended ${end}, ${sayCount(daysBetween(end, today), 'day')} ago` : `runs${from} until ${end}${notice}`
  const own = end < today || renews === undefined ? '' : renews ? ', renews by itself' : ', does not renew by itself'
  const fields = ['end', ...(start ? ['start'] : []), ...(days === undefined ? [] : ['notice_days'])]
  const sources = onceEach(fields.map((field) => placeOf(deal, 'contract', field)))
  return nextItem(deal.path, clean.line(`contract: ${name} ${runs}${own}`), sources, 6)
}

/** What the recurring lines of contracts in force bring in a year, by currency. */
function yearly({ customer, deals, outcomeOf, clean, currency: usual, today }: Gathering): Item[] {
  const parts = deals.flatMap((deal) => {
    if (outcomeOf(deal) !== 'won' || deal.value.archived) return []
    return (deal.value.lines ?? []).flatMap((line, n) => {
      const amount = isLineInForce(deal, line, today) ? yearlyAmount(line) : undefined
      const currency = deal.value.currency ?? usual
      return amount ? [{ amount, currency, line, source: placeOf(deal, 'lines', `${n}`) }] : []
    })
  })
  const byCurrency = [...Map.groupBy(parts, ({ currency }) => currency)]
  return byCurrency.map(([currency, own]) => {
    const sum = roundMoney(
      own.reduce((total, { amount }) => sumOf([total, amount]), nothing),
      currency,
    )
    const told = own.map(({ line: { product, quantity = 1, unit_price: price = 0, discount, months }, source }) => {
      const by = [discount && `(1 - ${discount})`, months !== 12 && `12 / ${months}`].filter(Boolean)
      const said = [`${sayAmount(quantity)} ${product ?? ''}`.trim(), sayAmount(price), ...by].join(' × ')
      return { text: clean.line(said, source), sources: [source] }
    })
    const [only, ...others] = told
    const head = `ARR ${sayAmount(sum)} ${currency}, computed from the recurring lines in force`
    const path = own[0]?.source.path ?? customer.path
    const sources = own.map(({ source }) => source).slice(0, most)
    if (others.length === 0) return nextItem(path, clean.line(`${head}: ${only!.text}`, own[0]?.source), sources, 9)
    return { ...nextItem(path, head, sources, 9), more: apart(told) }
  })
}

type Sold = NonNullable<Kept<'deal'>['value']['lines']>[number]

function isLineInForce(deal: Kept<'deal'>, line: Sold, today: string): boolean {
  const { start = deal.value.contract?.start, months } = line
  if (deal.value.contract?.end) return isInForce(deal, today) && (line.start ?? '') <= today
  return start !== undefined && months !== undefined && start <= today && today < addMonths(start, months)
}

const addMonths = (day: string, months: number) => {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-${day.slice(8, 10)}`
}

/** What renews the contracts: open deals that say so; that none does, where one is in force. */
function renewals({ openDeals, customer, clean, currency }: Gathering, signed: readonly Kept<'deal'>[]): Item[] {
  const open = openDeals.filter(({ value }) => value.type === 'renewal' || value.renews)
  const isRenewed = ({ slug, path }: Kept<'deal'>) =>
    open.some(({ value }) => value.renews === undefined || [slug, path, `${customer.slug}/${slug}`].includes(value.renews))
  const missing = signed.filter((deal) => !isRenewed(deal))
  return [
    ...open.map((deal) => {
      const { name, stage, amount, close_date: close, renews } = deal.value
      const of = signed.find(({ slug, path }) => [slug, path, `${customer.slug}/${slug}`].includes(renews ?? ''))
      const said = [
        stage && `stage ${stage}`,
        amount !== undefined && `${sayAmount(amount)} ${deal.value.currency ?? currency}`,
        close && `close date ${close}`,
      ]
      const text = clean.line(`renewal: ${name}${of ? ` renews ${of.value.name}` : ''}, ${said.filter(Boolean).join(', ')}`)
      const fields = ['renews', 'stage', 'amount', 'close_date'].filter((field) => deal.read.sheet.data[field] != null)
      return nextItem(
        deal.path,
        text,
        fields.map((field) => placeOf(deal, field)),
        3,
      )
    }),
    ...missing.map((deal) =>
      nextItem(deal.path, clean.line(`renewal: no open deal renews ${deal.value.name}`), [placeOf(deal, 'contract', 'end')], 2),
    ),
  ]
}

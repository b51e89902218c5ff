import { styleText } from 'node:util'
import type pipeline from '../../actions/pipeline.ts'
import { minorUnits } from '../../formulas/round-money.ts'
import { type Column, cut, table, wrap } from './table.ts'
import { sayCount, sayMoney } from './words.ts'

type Shown = Omit<Awaited<ReturnType<(typeof pipeline)['run']>>, 'problems'>

/** How many rows of a part are shown; --json has all. */
const longest = { owners: 10, quarters: 12, groups: 30 }

/** The pipeline on one screen: the headline, then by stage, owner and quarter, or by what was asked for; last what is not in the sums. */
export function sayPipeline(figures: Shown): string {
  if (figures.deals === 0) return [sayNone(figures), ...sayLeftOut(figures)].join('\n')
  const parts = figures.groups ? [sayGroups(figures)] : [sayStages(figures), sayOwners(figures), sayQuarters(figures)]
  return [sayHeadline(figures), ...parts, sayLeftOut(figures).join('\n')].filter(Boolean).join('\n\n')
}

const sayNone = ({ noData }: Shown) =>
  noData
    ? 'No deal fits this condition.'
    : 'No deals yet. Make the first one: dossier deal new acme "Renewal 2027" amount=24000; or bring them in: dossier import csv FILE'

function sayHeadline({ asOf, currency, open, won, lost, winRate, cycleDays }: Shown): string {
  const money = (amount: number) => sayAmount(amount, currency)
  const { won: toWin, lost: toLose } = cycleDays
  const rows = [
    [
      'open',
      sayCount(open.count, 'deal'),
      money(open.amount),
      expected(open) === undefined ? '' : `weighted ${money(open.weighted)}`,
    ],
    [
      'won',
      sayCount(won.count, 'deal'),
      money(won.amount),
      sayAll([winRate !== null && `win rate ${sayRate(winRate)}`, sayCycle(toWin)]),
    ],
    ['lost', sayCount(lost.count, 'deal'), '', sayAll([sayCycle(toLose)])],
  ]
  const title = `${styleText('bold', 'Pipeline')} ${styleText('dim', `on ${asOf}, in ${currency}`)}`
  return `${title}\n${lines(rows)}`
}

const sayAll = (parts: readonly (string | false)[]) => parts.filter(Boolean).join(', ')
const sayCycle = (days: number | null) => days !== null && `${days} days from opened to closed`
const sayRate = (rate: number) => `${(rate * 100).toFixed(1)} %`

/** Rows without headings, the two columns of figures set to the right. */
function lines(rows: readonly (readonly string[])[]): string {
  const column = (n: number, right = false) => ({ heading: '', cell: (row: readonly string[]) => row[n] ?? '', right })
  return table(rows, [column(0), column(1, true), column(2, true), column(3)])
    .split('\n')
    .slice(1)
    .join('\n')
}

type Money<R> = [heading: string, amount: (row: R) => number | undefined]

/** Columns of money; where one amount has a fraction, all of the column show it. */
const figureColumns = <R>(rows: readonly R[], currency: string, columns: Money<R>[]): Column<R>[] =>
  columns.map(([heading, amount]) => {
    const decimals = rows.every((row) => Number.isInteger(amount(row) ?? 0)) ? 0 : minorUnits(currency)
    return { heading, cell: (row) => sayAmount(amount(row), currency, decimals), right: true }
  })

/** What is to be expected; nothing where no deal has a probability to say it by. */
const expected = (of: { count: number; weighted: number; withoutProbability: number }) =>
  of.count > 0 && of.withoutProbability === of.count ? undefined : of.weighted

/** An amount with as many decimals as its currency has, none when it is whole. */
function sayAmount(
  amount: number | undefined,
  currency: string,
  decimals = Number.isInteger(amount) ? 0 : minorUnits(currency),
): string {
  if (amount === undefined) return ''
  const size = Math.abs(amount)
  const fraction = decimals > 0 ? `.${size.toFixed(decimals).split('.')[1]}` : ''
  return `${amount < 0 ? '-' : ''}${sayMoney(Math.trunc(size), currency)}${fraction}`
}

type Stages = Shown['byStage'][number]
const sayStages = ({ byStage, currency }: Shown) =>
  table<Stages>(byStage, [
    { heading: 'stage', prose: true, cell: ({ stage }) => cut(stage ?? '(no stage)', 32) },
    { heading: 'deals', cell: ({ count }) => `${count}`, right: true },
    ...figureColumns<Stages>(byStage, currency, [
      ['amount', ({ amount }) => amount],
      ['weighted', expected],
    ]),
    { heading: '', cell: ({ outcome }) => (outcome === 'open' ? '' : styleText('dim', outcome)) },
  ])

type Owners = Shown['byOwner'][number]
const sayOwners = ({ byOwner, currency }: Shown) =>
  shorten(byOwner, longest.owners, 'owners', (rows) =>
    table<Owners>(rows, [
      { heading: 'owner', prose: true, cell: ({ owner }) => cut(owner ?? '(nobody)', 32) },
      { heading: 'won', cell: ({ won }) => `${won}`, right: true },
      ...figureColumns<Owners>(rows, currency, [['won amount', ({ amount }) => amount]]),
    ]),
  )

type Quarters = Shown['byQuarter'][number]
function sayQuarters({ byQuarter, currency }: Shown): string {
  const earlier = byQuarter.length - longest.quarters
  const shown = byQuarter.slice(-longest.quarters)
  if (shown.length === 0) return ''
  const said = table<Quarters>(shown, [
    { heading: 'quarter', cell: ({ quarter }) => quarter },
    ...figureColumns<Quarters>(shown, currency, [['won amount', ({ amount }) => amount]]),
  ])
  return earlier > 0 ? `${said}\n${more(earlier, 'earlier quarters')}` : said
}

type Groups = NonNullable<Shown['groups']>[number]
const sayGroups = ({ groups = [], groupBy = '', currency, deals }: Shown) => {
  const said = shorten(groups, longest.groups, 'groups', (rows) =>
    table<Groups>(rows, [
      { heading: groupBy, prose: true, cell: ({ group }) => cut(group ?? '(none)', 40) },
      { heading: 'deals', cell: ({ count }) => `${count}`, right: true },
      ...figureColumns<Groups>(rows, currency, [
        ['open', ({ open }) => open.amount],
        ['weighted', ({ open }) => expected(open)],
        ['won amount', ({ won }) => won.amount],
      ]),
      { heading: 'won', cell: ({ won }) => `${won.count}`, right: true },
      { heading: 'lost', cell: ({ lost }) => `${lost.count}`, right: true },
      { heading: 'win rate', cell: ({ winRate }) => (winRate === null ? '' : sayRate(winRate)), right: true },
    ]),
  )
  const inGroups = groups.reduce((sum, { count }) => sum + count, 0)
  return inGroups > deals ? `${said}\n\nA deal with several stands in each of its groups.` : said
}

/** The honest lines: what no sum above has in it, and why. */
function sayLeftOut(figures: Shown): string[] {
  const { withoutRate, withoutAmount, withoutCloseDate, open, archived, noData, unfit, unsplit, currency } = figures
  return [
    ...withoutRate.map(
      ({ currency: code, count, amount }) =>
        `Without ${sayCount(count, 'deal')}: no rate for ${code} (${sayAmount(amount, code)} in all; workspace-setup/rates.yaml).`,
    ),
    withoutAmount > 0 && `${sayHas(withoutAmount)} no amount and count${withoutAmount === 1 ? 's' : ''} as 0.`,
    open.withoutProbability > 0 && `Weighted leaves out ${sayCount(open.withoutProbability, 'open deal')} without a probability.`,
    withoutCloseDate > 0 && `${sayCount(withoutCloseDate, 'won deal')} without a close_date: in no quarter.`,
    archived > 0 &&
      !noData &&
      `Not counted: ${sayCount(archived, 'open deal')} that ${archived === 1 ? 'was' : 'were'} archived.`,
    unsplit !== undefined &&
      unsplit.deals > 0 &&
      `In no product's sum: ${sayAmount(unsplit.amount, currency)} of ${sayCount(unsplit.deals, 'deal')} with several products whose lines do not come to the amount.`,
    noData !== undefined &&
      noData.deals > 0 &&
      `Left out by the condition for want of data (${noData.names.join(', ')}): ${sayCount(noData.deals, 'deal')}.`,
    unfit !== undefined &&
      unfit.deals > 0 &&
      `Left out because the condition does not fit ${sayCount(unfit.deals, 'deal')}: ${unfit.because}.`,
  ].flatMap((line) => (line === false ? [] : wrap(line)))
}

const sayHas = (count: number) => `${sayCount(count, 'deal')} ${count === 1 ? 'has' : 'have'}`

function shorten<R>(rows: readonly R[], most: number, what: string, say: (rows: readonly R[]) => string): string {
  if (rows.length === 0) return ''
  const said = say(rows.slice(0, most))
  return rows.length > most ? `${said}\n${more(rows.length - most, what)}` : said
}

const more = (count: number, what: string) => styleText('dim', `and ${count} more ${what} (--json has all)`)

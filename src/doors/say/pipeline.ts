import { stripVTControlCharacters, styleText } from 'node:util'
import type pipeline from '../../actions/pipeline.ts'
import { minorUnits } from '../../formulas/minor-units.ts'
import { sayCount, sayMoney, sayNumber } from '../../formulas/say-figure.ts'
import { type Column, cut, table, wrap } from '../terminal/table.ts'

type Shown = Omit<Awaited<ReturnType<(typeof pipeline)['run']>>, 'problems'>

/** How many rows of a part are shown; --json has all. */
const longest = { owners: 10, quarters: 12, groups: 30, goals: 20 }

/** The pipeline on one screen: the headline, then by stage, owner and quarter, or by what was asked for; last what is not in the sums. */
export function sayPipeline(figures: Shown): string {
  if (figures.deals === 0) return [sayNone(figures), ...sayLeftOut(figures)].join('\n')
  const parts = figures.groups
    ? [sayGroups(figures)]
    : [sayStages(figures), sayOwners(figures), sayQuarters(figures), sayGoals(figures)]
  return [sayHeadline(figures), ...parts, sayLeftOut(figures).join('\n')].filter(Boolean).join('\n\n')
}

const sayNone = ({ noData }: Shown) =>
  noData
    ? 'No deal fits this condition.'
    : 'No deals yet. Make the first one: dossier deal new acme "Renewal 2027" amount=24000; or bring them in: dossier import csv FILE'

function sayHeadline({ asOf, currency, open, won, lost, winRate, cycleDays }: Shown): string {
  const money = (amount: number) => sayMoney(amount, currency)
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
const sayCycle = (days: number | null) => days !== null && `${days} days to close`
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
const figureColumns = <R>(rows: readonly R[], currency: string, columns: Money<R>[], rounded = false): Column<R>[] =>
  columns.map(([heading, amount]) => {
    const decimals = rounded || rows.every((row) => Number.isInteger(amount(row) ?? 0)) ? 0 : minorUnits(currency)
    return { heading, cell: (row) => sayMoney(amount(row), currency, decimals), right: true }
  })

/** What is to be expected; nothing where no deal has a probability to say it by. */
const expected = (of: { count: number; weighted: number; withoutProbability: number }) =>
  of.count > 0 && of.withoutProbability === of.count ? undefined : of.weighted

type Stages = Shown['byStage'][number]
const sayStages = ({ byStage, currency }: Shown) =>
  table<Stages>(byStage, [
    { heading: 'stage', prose: true, cell: ({ stage }) => cut(stage ?? '(no stage)', 32) },
    { heading: 'deals', cell: ({ count }) => sayNumber(count), right: true },
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
      { heading: 'won', cell: ({ won }) => sayNumber(won), right: true },
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

type Goals = NonNullable<Shown['goals']>[number]
const sayGoals = ({ goals: all = [], currency }: Shown) => {
  const goals = all.filter(({ reached }) => reached !== null)
  const others = all.length - goals.length
  const told = shorten(goals, longest.goals, 'goals', (rows) =>
    table<Goals>(rows, [
      { heading: 'goal of', prose: true, cell: ({ person, team }) => cut(person ?? (team ? `team ${team}` : 'everyone'), 32) },
      { heading: 'period', cell: ({ period }) => period },
      { heading: 'measure', prose: true, cell: ({ measure }) => cut(measure, 24) },
      ...figureColumns<Goals>(rows, currency, [['reached', ({ reached }) => reached ?? undefined]]),
      { heading: 'goal', cell: ({ goal, measure }) => sayMoney(goal, measure === 'won' ? currency : undefined), right: true },
      { heading: 'share', cell: ({ share }) => (share === null ? '' : sayRate(share)), right: true },
    ]),
  )
  const more =
    others > 0 && styleText('dim', `${sayCount(others, 'goal')} of other measures: dossier report run ae --include-goals`)
  return [told, more].filter(Boolean).join('\n')
}

type Groups = NonNullable<Shown['groups']>[number]
const sayGroups = ({ groups = [], groupBy = '', currency, deals }: Shown) => {
  const tableOf = (rows: readonly Groups[], rounded = false) =>
    table<Groups>(rows, [
      { heading: groupBy, prose: true, cell: ({ group }) => cut(group ?? '(none)', 40) },
      { heading: 'deals', cell: ({ count }) => sayNumber(count), right: true },
      ...figureColumns<Groups>(
        rows,
        currency,
        [
          ['open', ({ open }) => open.amount],
          ['weighted', ({ open }) => expected(open)],
          ['won amount', ({ won }) => won.amount],
        ],
        rounded,
      ),
      { heading: 'won', cell: ({ won }) => sayNumber(won.count), right: true },
      { heading: 'lost', cell: ({ lost }) => sayNumber(lost.count), right: true },
      { heading: 'win rate', cell: ({ winRate }) => (winRate === null ? '' : sayRate(winRate)), right: true },
    ])
  const said = shorten(groups, longest.groups, 'groups', (rows) => {
    const exact = tableOf(rows)
    return fits(exact) ? exact : `${tableOf(rows, true)}\n${styleText('dim', 'rounded to fit the terminal (--json is exact)')}`
  })
  const inGroups = groups.reduce((sum, { count }) => sum + count, 0)
  return inGroups > deals ? `${said}\n\nA deal with several stands in each of its groups.` : said
}

/** The honest lines: what no sum above has in it, and why. */
function sayLeftOut(figures: Shown): string[] {
  const { withoutRate, withoutAmount, withoutCloseDate, open, archived, noData, unfit, unsplit, currency } = figures
  return [
    ...withoutRate.map(
      ({ currency: code, count, amount }) =>
        `Without ${sayCount(count, 'deal')}: no rate for ${code} (${sayMoney(amount, code)} in all; workspace-setup/rates.yaml).`,
    ),
    ...(figures.goalsWithoutRate ?? []).map(
      ({ currency: code, count }) => `Without ${sayCount(count, 'goal')}: no rate for ${code} (workspace-setup/rates.yaml).`,
    ),
    withoutAmount > 0 && `${sayHas(withoutAmount)} no amount and count${withoutAmount === 1 ? 's' : ''} as 0.`,
    open.withoutProbability > 0 && `Weighted leaves out ${sayCount(open.withoutProbability, 'open deal')} without a probability.`,
    withoutCloseDate > 0 && `${sayCount(withoutCloseDate, 'won deal')} without a close_date: in no quarter.`,
    archived > 0 &&
      !noData &&
      `Not counted: ${sayCount(archived, 'open deal')} that ${archived === 1 ? 'was' : 'were'} archived.`,
    unsplit !== undefined &&
      unsplit.deals > 0 &&
      `In no product's sum: ${sayMoney(unsplit.amount, currency)} of ${sayCount(unsplit.deals, 'deal')} with several products whose lines do not come to the amount.`,
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

const fits = (said: string, width = process.stdout.columns ?? Infinity) =>
  said.split('\n').every((line) => stripVTControlCharacters(line).length <= width)

const more = (count: number, what: string) => styleText('dim', `and ${count} more ${what} (--json has all)`)

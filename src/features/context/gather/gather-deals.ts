import { sayNumber } from '../../../formulas/say-figure.ts'
import type { Deal } from '../../../records/kinds/deal.ts'
import type { Kept } from '../../../workspace/records.ts'
import { apart, type Item, type Line } from '../item.ts'
import { lineOf, placeOf, sayWhole } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'
import { passagesOf } from './take-once.ts'

const deciding = [
  'economic_buyer',
  'decision_process',
  'champion',
  'identify_pain',
  'competition',
  'decision_criteria',
  'paper_process',
  'metrics',
]
const told = new Set([
  'name',
  'stage',
  'amount',
  'currency',
  'meddpicc',
  'people',
  'partners',
  'lines',
  'external',
  'imported',
  'belongs_to',
  'workflow',
])
const early = [
  'close_date',
  'next_step',
  'next_step_date',
  'owner',
  'forecast_category',
  'probability',
  'competitors',
  'lost_reason',
  'contract',
]
const named = new Set(['owner', 'primary_contact'])

/** The deals of a customer: what it is, how much and where it stands; then who decides and how; then the rest. */
export function gatherDeals(gathering: Gathering): Item[] {
  const { deals, clean, outcomeOf } = gathering
  return deals.map((deal) => {
    const outcome = outcomeOf(deal)
    return {
      section: 'deals',
      path: deal.path,
      first: firstLine(deal, gathering),
      more: [
        ...apart(detailLines(deal, gathering)),
        ...passagesOf(deal, clean).map((passage) => ({ ...lineOf(deal.path, passage), paragraph: passage.paragraph })),
      ],
      value: (outcome === 'open' ? 16 : 2) * (deal.value.archived ? 0.3 : 1),
    }
  })
}

function firstLine(deal: Kept<'deal'>, { clean, outcomeOf, currency }: Gathering): Line {
  const { name, stage, amount, currency: code } = deal.value
  const said = [
    `${name}: ${outcomeOf(deal)}`,
    stage && `stage ${stage}`,
    amount === undefined ? 'no amount' : `${sayAmount(amount)} ${code ?? currency}`,
  ]
  const has = ['name', 'stage', 'amount'].filter((field) => deal.read.sheet.data[field] != null)
  return {
    text: clean.line(said.filter(Boolean).join(', ')),
    sources: (has.length > 0 ? has : ['name']).map((field) => placeOf(deal, field)),
  }
}

/** An amount in digits by thousands, as a model and a person read it. */
const sayAmount = (amount: number) => {
  const [whole = '', fraction] = String(amount).split('.')
  return `${/^-?\d+$/.test(whole) ? sayNumber(whole) : whole}${fraction ? `.${fraction}` : ''}`
}

function detailLines(deal: Kept<'deal'>, gathering: Gathering): Line[] {
  const { clean, nameOf } = gathering
  const { value } = deal
  const line = (text: string, ...field: string[]): Line => ({ text: clean.line(text), sources: [placeOf(deal, ...field)] })
  const plain = (name: string) => {
    const written = (value as Record<string, unknown>)[name] ?? deal.read.sheet.data[name]
    return line(`${name.replaceAll('_', ' ')}: ${named.has(name) ? nameOf(String(written)) : sayWhole(written)}`, name)
  }
  const has = (name: string) => deal.read.sheet.data[name] != null && !told.has(name)
  const rest = Object.keys(deal.read.sheet.data).filter((name) => has(name) && !early.includes(name))
  return [
    ...early.filter(has).map(plain),
    ...evidence(value.meddpicc, gathering).map(({ name, text }) => line(text, 'meddpicc', name)),
    ...(value.people ?? []).map(({ contact, role }, n) =>
      line(`takes part: ${nameOf(contact)}${role ? ` (${role})` : ''}`, 'people', `${n}`),
    ),
    ...(value.partners ?? []).map(({ customer, role }, n) =>
      line(`partner: ${customer}${role ? ` (${role})` : ''}`, 'partners', `${n}`),
    ),
    ...rest.map(plain),
    ...(value.lines ?? []).map((sold, n) => line(`sells ${sayWhole(sold)}`, 'lines', `${n}`)),
  ]
}

function evidence(meddpicc: Deal['meddpicc'], { nameOf }: Gathering): { name: string; text: string }[] {
  const known = Object.entries(meddpicc ?? {}).filter(([, value]) => value != null)
  const rank = (name: string) => (deciding.indexOf(name) + deciding.length + 1) % (deciding.length + 1)
  return known
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => ({ name, text: `${name.replaceAll('_', ' ')}: ${sayEvidence(value, nameOf)}` }))
}

function sayEvidence(value: unknown, nameOf: Gathering['nameOf']): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return nameOf(sayWhole(value))
  const { text, contact, on } = value as { text?: unknown; contact?: unknown; on?: unknown }
  const who = contact === undefined ? '' : nameOf(sayWhole(contact))
  if (text === undefined) return [who, on].filter(Boolean).join(', ') || sayWhole(value)
  const by = [who, on].filter(Boolean).join(', ')
  return `${nameOf(sayWhole(text))}${by ? ` (${by})` : ''}`
}

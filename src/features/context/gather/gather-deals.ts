import { sayCount, sayNumber } from '../../../formulas/say-figure.ts'
import { daysBetween } from '../../../records/days/calendar.ts'
import type { Deal } from '../../../records/kinds/deal.ts'
import type { Kept } from '../../../workspace/records.ts'
import { apart, type Item, type Line } from '../item.ts'
import { placeOf, sayWhole, sentencesOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'
import { passagesOf } from './take-once.ts'

const deciding = [
  'economic_buyer',
  'decision_process',
  'paper_process',
  'competition',
  'champion',
  'decision_criteria',
  'identify_pain',
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
const early = ['close_date', 'lost_reason', 'contract']
const then = ['forecast_category', 'probability', 'next_step', 'next_step_date', 'owner', 'competitors']

/** What is known of a decision by MEDDPICC is taken as it was for so many days. */
const fresh = 180
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
      more: [...apart(detailLines(deal, gathering)), ...sentencesOf(deal.path, passagesOf(deal, clean))],
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
export const sayAmount = (amount: number) => {
  const [whole = '', fraction] = String(amount).split('.')
  return `${/^-?\d+$/.test(whole) ? sayNumber(whole) : whole}${fraction ? `.${fraction}` : ''}`
}

function detailLines(deal: Kept<'deal'>, gathering: Gathering): Line[] {
  const { clean, nameOf, today } = gathering
  const { value } = deal
  const isOpen = gathering.openDeals.includes(deal)
  const line = (text: string, ...field: string[]): Line => ({ text: clean.line(text), sources: [placeOf(deal, ...field)] })
  const plain = (name: string) => {
    const written = (value as Record<string, unknown>)[name] ?? deal.read.sheet.data[name]
    const said = named.has(name) ? nameOf(String(written)) : sayWhole(written)
    return line(`${name.replaceAll('_', ' ')}: ${said}${sayAge(deal, name, isOpen, today)}`, name)
  }
  const has = (name: string) => deal.read.sheet.data[name] != null && !told.has(name)
  const rest = Object.keys(deal.read.sheet.data).filter((name) => has(name) && !early.includes(name) && !then.includes(name))
  const missing = isOpen ? findMissing(deal, gathering) : []
  return [
    ...(isOpen && value.close_date === undefined ? [line('close date: none is recorded', 'stage')] : []),
    ...early.filter(has).map(plain),
    ...evidence(value.meddpicc, gathering).map(({ name, text }) => line(text, 'meddpicc', name)),
    ...(missing.length > 0 ? [line(`the close hangs on what is not recorded yet: ${missing.join(', ')}`, 'stage')] : []),
    ...then.filter(has).map(plain),
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

/** What its own day says of a field, in words. */
function sayAge(
  { value: { close_date: close, next_step_date: step, contract } }: Kept<'deal'>,
  name: string,
  isOpen: boolean,
  today: string,
) {
  if (name === 'close_date' && isOpen && close && !Number.isNaN(Date.parse(close))) {
    const days = daysBetween(today, close)
    return days < 0 ? `, past since ${sayCount(-days, 'day')}` : days === 0 ? ', today' : `, in ${sayCount(days, 'day')}`
  }
  if (name === 'next_step_date' && isOpen && step && step < today) return ', overdue'
  return name === 'contract' && contract?.end && contract.end < today ? ', ended' : ''
}

/** What a deal must still learn: who decides, how, and by which paper; and what its stage and the next one ask for. */
function findMissing({ value }: Kept<'deal'>, { stagesOf }: Gathering): string[] {
  const stages = stagesOf('deal', value)
  const at = stages.findIndex(({ id }) => id === value.stage)
  const asked = stages
    .slice(at, at < 0 ? 0 : at + 2)
    .filter(({ outcome }) => outcome === 'open')
    .flatMap(({ require, advise }) => [...require, ...advise])
    .flatMap((condition) => /^\s*(?:deal\.)?([a-z_][\w.]*) != null\s*$/.exec(condition)?.[1] ?? [])
  const wanted = ['meddpicc.economic_buyer', 'meddpicc.decision_process', 'meddpicc.paper_process', ...asked]
  const plays = new Set(value.people?.map(({ role }) => `meddpicc.${role?.replace('-', '_')}`))
  const read = (path: string) =>
    path.split('.').reduce<unknown>((from, key) => (from as Record<string, unknown> | undefined)?.[key], value)
  return [...new Set(wanted)]
    .filter((path) => read(path) == null && !plays.has(path))
    .map((path) => path.replace(/^.*\./, '').replaceAll('_', ' '))
}

function evidence(meddpicc: Deal['meddpicc'], { nameOf, today }: Gathering): { name: string; text: string }[] {
  const known = Object.entries(meddpicc ?? {}).filter(([, value]) => value != null)
  const rank = (name: string) => (deciding.indexOf(name) + deciding.length + 1) % (deciding.length + 1)
  return known
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => ({
      name,
      text: `${name.replaceAll('_', ' ')}: ${sayEvidence(value, nameOf)}${sayOld(value, today)}`,
    }))
}

/** That something was learnt long ago. */
function sayOld(value: unknown, today: string): string {
  const { on } = (typeof value === 'object' && value !== null ? value : {}) as { on?: unknown }
  if (typeof on !== 'string' || Number.isNaN(Date.parse(on)) || on > today) return ''
  const days = daysBetween(on, today)
  return days > fresh ? `, as of ${sayCount(days, 'day')} ago` : ''
}

function sayEvidence(value: unknown, nameOf: Gathering['nameOf']): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return nameOf(sayWhole(value))
  const { text, contact, on } = value as { text?: unknown; contact?: unknown; on?: unknown }
  const who = contact === undefined ? '' : nameOf(sayWhole(contact))
  if (text === undefined) return [who, on].filter(Boolean).join(', ') || sayWhole(value)
  const by = [who, on].filter(Boolean).join(', ')
  return `${nameOf(sayWhole(text))}${by ? ` (${by})` : ''}`
}

import { closeSync, openSync, writeSync } from 'node:fs'
import { dayOf, seeded, TODAY } from './generate.ts'
import * as say from './words.ts'

const DAY = 86_400_000

/** How many people own deals, and how many customers the deals belong to. */
const [owners, accounts] = [12, 300]

const stages = ['Prospecting', 'Qualification', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost']

const cell = (value: string | number) =>
  /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)
const line = (...values: (string | number)[]) => `${values.map(cell).join(',')}\n`

const pickBy =
  (chance: () => number) =>
  <T>(list: readonly T[]): T =>
    list[Math.floor(chance() * list.length)]!

const accountName = (n: number) =>
  `${say.firsts[n % say.firsts.length]} ${say.trades[Math.floor(n / say.firsts.length) % say.trades.length]} ${n}`
const ownerName = (n: number) => `${say.people[n % say.people.length]} ${say.families[n % say.families.length]}`
const idOf = (kind: string, n: number) => `${kind}${n.toString(36).toUpperCase().padStart(12, '0')}`

/** The companies of an export, one a line, under a line of headings. */
export function* accountLines(count = accounts): Generator<string> {
  const chance = seeded(1)
  const pick = pickBy(chance)
  yield line('Account ID', 'Account Name', 'Website', 'Industry', 'Employees', 'Billing City', 'Account Owner')
  for (let n = 0; n < count; n++) {
    const website = `https://www.account-${n}.example`
    const owner = ownerName(Math.floor(chance() * owners))
    yield line(idOf('001', n), accountName(n), website, pick(say.trades), Math.floor(chance() * 5_000), pick(say.places), owner)
  }
}

/** The deals of an export, one a line, under a line of headings; some are closed, some have no amount or next step. */
export function* dealLines(count: number): Generator<string> {
  const chance = seeded(2)
  const pick = pickBy(chance)
  const headings = [
    'Opportunity ID',
    'Opportunity Name',
    'Account Name',
    'Stage',
    'Amount',
    'Currency',
    'Created Date',
    'Close Date',
  ]
  yield line(...headings, 'Opportunity Owner', 'Next Step')
  for (let n = 0; n < count; n++) {
    const account = accountName(Math.floor(chance() * accounts))
    const opened = TODAY - Math.floor(chance() * 700) * DAY
    yield line(
      idOf('006', n),
      `${account}: ${pick(say.topics)} ${n}`,
      account,
      pick(stages),
      chance() < 0.05 ? '' : (Math.floor(chance() * 20_000_000) / 100).toFixed(2),
      pick(say.currencies),
      dayOf(opened),
      dayOf(opened + Math.floor(chance() * 300) * DAY),
      ownerName(Math.floor(chance() * owners)),
      chance() < 0.3 ? '' : `${pick(say.steps)}, ${pick(say.notes)}`,
    )
  }
}

/** Writes lines as they come, so that a file of a million needs no memory. */
export function writeLines(file: string, lines: Iterable<string>): void {
  const handle = openSync(file, 'w')
  let waiting = ''
  for (const next of lines) {
    waiting += next
    if (waiting.length < 1 << 20) continue
    writeSync(handle, waiting)
    waiting = ''
  }
  writeSync(handle, waiting)
  closeSync(handle)
}

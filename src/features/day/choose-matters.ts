import type { Book, BookDeal } from '../../formulas/measures/book.ts'
import { findRenewals } from '../../formulas/measures/find-renewals.ts'
import { openDeals } from '../../formulas/measures/measure.ts'
import { quietAfterDays } from '../../formulas/measures/quiet-account.ts'
import { sayCount, sayMoney } from '../../formulas/say-figure.ts'
import { type Cause, weighMatter } from '../../formulas/weigh-matter.ts'
import { daysBetween } from '../../records/days/calendar.ts'
import { nameDay } from '../../records/days/name-day.ts'
import type { Matter } from './brief.ts'
import { findMeetings } from './find-meetings.ts'

/** `aside` is how it reads below a more important thing of the same customer. */
type Reason = { customer: string | null; what: string; because: string; aside: string; score: number; path: string }

/** A book with what is asked of it again and again: what customers are called, and a deal's part (0 to 1) of the largest one. */
type Desk = { book: Book; today: string; nameOf: (slug: string | null) => string; partOf: (deal: BookDeal) => number }

function layOut(book: Book): Desk {
  const names = new Map(book.accounts.map(({ slug, name }) => [slug, name]))
  const largest = book.accountDeals.reduce((most, { value }) => Math.max(most, value?.toNumber() ?? 0), 0)
  return {
    book,
    today: book.today,
    nameOf: (slug) => (slug === null ? '' : (names.get(slug) ?? slug)),
    partOf: ({ value }) => (largest > 0 ? (value?.toNumber() ?? 0) / largest : 0),
  }
}

/** How many things matter, and how many reasons each is given. */
const most = { matters: 3, reasons: 3 }

/** How far ahead a notice date, a next step and a task matter, in days. */
const [noticeWithin, stepsWithin, tasksWithin] = [60, 3, 7]

/** The three things that matter most, one for each customer; what else is up there adds to it. */
export function chooseMatters(book: Book): Matter[] {
  const desk = layOut(book)
  const reasons = [fromAlerts, fromRenewals, fromDeals, fromTasks, fromMeetings, fromSilence].flatMap((from) => from(desk))
  const bundles = Map.groupBy(reasons, ({ customer, path }) => customer ?? path)
  return [...bundles.values()]
    .map((bundle) => gather(bundle.sort(byScore)))
    .sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1))
    .slice(0, most.matters)
}

const byScore = (a: Reason, b: Reason) => b.score - a.score || (`${a.path} ${a.what}` < `${b.path} ${b.what}` ? -1 : 1)

function gather(reasons: readonly Reason[]): Matter {
  const [first, ...others] = reasons as [Reason, ...Reason[]]
  const shown = [...new Set([first.because, ...others.map(({ aside }) => aside)])].slice(0, most.reasons)
  return {
    customer: first.customer,
    what: first.what,
    because: shown,
    score: Math.round(first.score + 3 * Math.min(2, others.length)),
    path: first.path,
  }
}

const words = (rule: string) => rule.replaceAll(/[_-]/g, ' ')

function say(
  { nameOf }: Desk,
  { customer, path }: { customer: string | null; path: string },
  cause: Cause,
  what: string,
  because: string,
): Reason {
  const name = nameOf(customer)
  const aside = cause.kind === 'alert' ? because : what
  return { customer, path, what: name ? `${name}: ${what}` : what, because, aside, score: weighMatter(cause) }
}

const fromAlerts = (desk: Desk) =>
  desk.book.alerts
    .filter(({ status }) => status === 'open')
    .map((alert) => {
      const because = alert.quote ? `"${alert.quote}"` : `${alert.what}, since ${nameDay(alert.since, desk.today)}`
      return say(desk, alert, { kind: 'alert', urgency: alert.urgency }, words(alert.rule), because)
    })

const fromRenewals = (desk: Desk) =>
  findRenewals(desk.book.accountDeals, desk.today, noticeWithin).map(({ deal, end, notice, days }) => {
    const when = `notice date ${days < 0 ? 'passed on ' : ''}${nameDay(notice, desk.today)}`
    const because = `${deal.deal.name}, ${sayAmount(deal)}, ends ${nameDay(end, desk.today)}`
    return say(desk, deal, { kind: 'renewal', days, part: desk.partOf(deal) }, `renewal: ${when}`, because)
  })

const fromDeals = (desk: Desk) =>
  openDeals(desk.book).flatMap((one): Reason[] => {
    const { today } = desk
    const { name, close_date: closes, next_step: step, next_step_date: due } = one.deal
    const part = desk.partOf(one)
    const called = `${name}, ${sayAmount(one)}`
    const on = (cause: Cause, what: string, because: string) => [say(desk, one, cause, what, because)]
    const [closing, stepping] = [closes ? daysBetween(closes, today) : 0, due ? daysBetween(due, today) : undefined]
    const stepDue = `next step of ${called}, due ${due === today ? 'today' : nameDay(due ?? today, today)}`
    const nextStep = step ?? `next step of ${name}`
    return [
      ...(closing > 0
        ? on(
            { kind: 'close-date-past', days: closing, part },
            `close or move ${name}`,
            `${called}, was expected ${nameDay(closes!, today)}`,
          )
        : []),
      ...(stepping !== undefined && stepping > 0 ? on({ kind: 'step-overdue', days: stepping, part }, nextStep, stepDue) : []),
      ...(stepping !== undefined && stepping <= 0 && -stepping <= stepsWithin
        ? on({ kind: 'step-due', days: -stepping, part }, nextStep, stepDue)
        : []),
      ...(step ? [] : on({ kind: 'step-missing', part }, `agree a next step for ${name}`, `${called} has none`)),
    ]
  })

const fromTasks = (desk: Desk) =>
  desk.book.tasks.flatMap(({ done, due, text, priority, customer = null, path }): Reason[] => {
    if (done || !due) return []
    const days = daysBetween(due, desk.today)
    if (-days > tasksWithin) return []
    const cause: Cause = days > 0 ? { kind: 'task-overdue', days, priority } : { kind: 'task-due', days: -days, priority }
    const because = `${priority === 'high' ? 'high task' : 'task'}, due ${days === 0 ? 'today' : nameDay(due, desk.today)}`
    return [say(desk, { customer, path }, cause, text, because)]
  })

const fromMeetings = (desk: Desk) =>
  findMeetings(desk.book).map(({ time, subject, customer, with: who, deal, path }) => {
    const about = desk.book.accountDeals.find((one) => one.slug === deal && one.customer === customer)
    const cause: Cause = { kind: 'meeting', part: about ? desk.partOf(about) : 0 }
    const because = who.length > 0 ? `with ${who.join(', ')}` : 'today'
    return say(desk, { customer: customer || null, path }, cause, `be ready${time ? ` at ${time}` : ''} for ${subject}`, because)
  })

function fromSilence(desk: Desk): Reason[] {
  const open = Map.groupBy(openDeals(desk.book), ({ customer }) => customer)
  return desk.book.accounts.flatMap(({ slug, path, live, quietDays, lastTouch }): Reason[] => {
    if (!live || quietDays === null || quietDays <= quietAfterDays) return []
    const part = Math.max(0, ...(open.get(slug) ?? []).map(desk.partOf))
    const because = lastTouch ? `last touch ${nameDay(lastTouch.day, desk.today)}` : 'no touch yet'
    const cause: Cause = { kind: 'quiet', days: quietDays, part }
    return [say(desk, { customer: slug, path }, cause, `get in touch, quiet for ${sayCount(quietDays, 'day')}`, because)]
  })
}

const sayAmount = ({ amount, currency }: BookDeal) => (amount ? sayMoney(amount.toNumber(), currency) : 'no amount')

import { sayMoney } from '../../../formulas/say-figure.ts'
import { customerIn } from '../../../workspace/tree.ts'
import type { View } from '../view.ts'
import { sayPlain } from './say-plain.ts'

/** A person of the team: name, what they do, their team, and whether they are with us. */
export function sayPerson(view: View, path: string): string | undefined {
  const person = view.record('person', path)
  if (!person) return undefined
  const { name, role, team, manager, active, absent = [] } = person.value
  const away = absent.find(({ from, to = '9999' }) => from <= view.today && view.today <= to)
  const cover = away?.cover ? `, ${away.cover} stands in` : ''
  return line(name, [
    role,
    team && `team ${team}`,
    manager && `manager ${manager}`,
    active === false && 'not with us any more',
    away && `away${away.to ? ` until ${away.to}` : ''}${cover}`,
  ])
}

/** A contact: name, title, role, address. */
export function sayContact(view: View, path: string): string | undefined {
  const contact = view.record('contact', path)
  if (!contact) return undefined
  const { name, title, role, email, status, moved_to: to } = contact.value
  const left = status === 'left' && `left${to ? ` for ${to}` : ''}`
  return line(name, [title, role, `at ${customerIn(path)}`, email, left])
}

/** A deal: stage, amount, closing day, owner. */
export function sayDeal(view: View, path: string): string | undefined {
  const deal = view.record('deal', path)
  if (!deal) return undefined
  const { name, stage, amount, currency, close_date: close, owner, archived } = deal.value
  const money = sayMoney(amount, currency ?? view.settings.currency)
  return line(name, [stage, money, close && `closes ${close}`, owner && `owner ${owner}`, archived && `archived ${archived}`])
}

/** An activity: what, when, with whom. */
export function sayActivity(view: View, path: string): string | undefined {
  const activity = view.record('activity', path)
  if (!activity) return undefined
  const { subject, type, date, status, by } = activity.value
  return line(subject, [status === 'planned' || status === 'cancelled' ? `${type}, ${status}` : type, date, by && `by ${by}`])
}

/** What files hold is shown as it stands: nothing in it is taken for Markdown. */
export const line = (name: string, facts: readonly (string | false | undefined)[]) =>
  [`**${sayPlain(name)}**`, ...facts.filter((fact) => fact).map((fact) => sayPlain(fact as string))].join(' · ')

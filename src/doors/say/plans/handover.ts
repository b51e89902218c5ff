import { styleText } from 'node:util'
import type { Handed } from '../../../features/handover/plan-handover.ts'
import { sayCount, sayMoney } from '../../../formulas/say-figure.ts'
import { cut } from '../../terminal/table.ts'

/** How many customers are told in full. */
const most = 10

/** What a handover changes, or changed, customer by customer. */
export function sayHandover(
  { to, handed, said }: { to: string; handed: readonly Handed[]; said: string },
  { apply, commit }: { apply: boolean; commit: string | null },
): string {
  if (handed.length === 0) return `${said}.`
  const mark = commit ? styleText('dim', `  ${commit.slice(0, 7)}`) : ''
  const title = `${styleText('bold', `${apply ? 'Handed over' : 'Plan: hand over'} to ${to}: ${sayCount(handed.length, 'customer')}`)}${mark}`
  const more = handed.length > most ? [`and ${sayCount(handed.length - most, 'more customer')}`] : []
  return [title, ...handed.slice(0, most).map(sayOne), ...more].join('\n\n')
}

function sayOne({ customer, from, fields, contacts, deals, stays, tasks, document }: Handed): string {
  const lines = [
    fields.length > 0 && `${fields.join(' and ')} of the customer${from ? `, until now ${from}` : ''}`,
    contacts.length > 0 && `contacts: ${contacts.join(', ')}`,
    ...deals.map(
      ({ slug, stage, amount, currency }) => `deal ${[slug, stage, sayMoney(amount, currency)].filter(Boolean).join(', ')}`,
    ),
    ...tasks.map(({ text, path, line }) => `task ${cut(text, 60)}  ${styleText('dim', `${path}:${line}`)}`),
    ...stays.map(({ slug, owner }) => styleText('dim', `deal ${slug} stays with ${owner || 'nobody'}`)),
    document && styleText('dim', `writes ${document}`),
  ].filter((line) => line !== false && line !== null)
  return [styleText('bold', customer), ...lines.map((line) => `  ${line}`)].join('\n')
}

import type { Tree } from './open-tree.ts'
import type { Occasion } from './plan-actions.ts'

const longest = 90

/** The words of a task that a rule makes: which rule, whose customer, and the sentence or the first reason. */
export function taskText({ rule, subject, because, quote }: Occasion, tree: Tree): string {
  const customer = subject.customer && tree.customerOf(subject.customer)?.value.name
  const { name, subject: title } = subject.record.value as { name?: string; subject?: string }
  const called = [customer, subject.record.kind === 'customer' ? undefined : (name ?? (quote ? undefined : title))]
    .filter(Boolean)
    .join(', ')
  const reason = quote ? `"${shorten(quote)}"` : shorten(because.split('; ')[0]!)
  return withoutMarks(`Act on ${rule.name.replaceAll('_', ' ')} at ${called || 'no customer'}: ${reason}`)
}

const shorten = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text)

/** What a task would take for an owner, a day or a priority belongs to the sentence that is quoted. */
const withoutMarks = (text: string) =>
  text
    .replace(/(^|\s)@(?=[\p{L}\p{N}])/gu, '$1at ')
    .replace(/(^|\s)due:(?=\d)/g, '$1due ')
    .replace(/(^|\s)!(?=high|medium|low)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

import type { View } from '../view.ts'
import { offerPeople } from './complete-names.ts'
import { daysInWords } from './offer-days.ts'
import type { Suggestion } from './suggestion.ts'

type Span = { from: number; to: number; typed: string }

/** The marks of a task: a person behind @, a day behind due:, an urgency behind an exclamation mark. */
export function completeTask(view: View, what: 'person' | 'due' | 'urgency', { from, to, typed }: Span): Suggestion[] {
  if (what === 'person')
    return offerPeople(view).map(({ value, is, detail, match }) => ({
      label: String(value),
      put: String(value),
      from,
      to,
      is,
      detail,
      ...(match && { match }),
    }))
  if (what === 'urgency') return ['high', 'medium', 'low'].map((label) => ({ label, put: label, from, to, is: 'choice' }))
  return daysInWords(view.today, typed).map(({ words, day }) => ({ label: words, put: day, from, to, is: 'day', detail: day }))
}

import type { Span } from '../periods/fiscal-span.ts'
import type { Book } from './book.ts'
import type { Worked } from './measure.ts'

/** A figure that is read from commits: null for days before the first one, and told where the period begins before it. */
export function withHistory({ historyBegins }: Book, { from, to }: Span, work: () => Worked): Worked {
  if (historyBegins === null || to < historyBegins)
    return {
      value: null,
      inputs: [],
      rows: [],
      note: historyBegins ? `history begins ${historyBegins}` : 'nothing is committed yet',
    }
  return { ...work(), ...(from < historyBegins && { note: `history begins ${historyBegins}`, partial: true }) }
}

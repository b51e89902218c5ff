import type contextExplain from '../../../actions/context-explain.ts'
import { sayCount, sayNumber } from '../../../formulas/say-figure.ts'
import type { Sheet } from '../lists/formats.ts'

type Explained = Awaited<ReturnType<(typeof contextExplain)['run']>>
type Row = Explained['items'][number]

/** What became of each item of a context, a line each. */
export const sheetOfItems = (items: readonly Row[]): Sheet<Row> => ({
  rows: items,
  columns: [
    { heading: 'told', cell: ({ detail }) => detail },
    { heading: 'section', cell: ({ section }) => section },
    { heading: 'what', prose: true, most: 50, cell: ({ text }) => text },
    { heading: 'tokens', right: true, cell: ({ tokens }) => (tokens > 0 ? sayNumber(tokens) : '') },
    { heading: 'left out', right: true, cell: ({ left }) => (left > 0 ? sayNumber(left) : '') },
    { heading: 'why', prose: true, cell: ({ why }) => why },
    { heading: 'where', spare: true, cell: ({ path, line }) => `${path}:${line}` },
  ],
  names: ['section', 'detail', 'tokens', 'left', 'worth', 'why', 'text', 'path', 'line'],
  valueOf: (row, name) => row[name as keyof Row],
  idOf: ({ path, line }) => `${path}:${line}`,
})

/** How many items there are besides those that are shown, and how full the context is. */
export function sayExplained({ items, total, all, tokens, budget, tokenizer, tier }: Explained): string[] {
  const full = `${tier}: ${sayNumber(tokens)} of ${sayNumber(budget)} tokens (${tokenizer}), ${sayCount(all, 'item')}.`
  if (total === 0) return [full, all > 0 ? 'Nothing in it fits --item.' : 'There is nothing to tell.']
  const more = total - items.length
  return more > 0 ? [full, `${sayNumber(more)} more, worth less; --limit ${total} shows all.`] : [full]
}

import { styleText } from 'node:util'
import type contextStale from '../../../actions/context-stale.ts'
import type { Refreshed } from '../../../actions/refresh-contexts.ts'
import { sayCount } from '../../../formulas/say-figure.ts'
import { sayDay } from '../../terminal/words.ts'
import type { Sheet } from '../lists/formats.ts'

type Stale = Awaited<ReturnType<(typeof contextStale)['run']>>
type Row = Stale['stale'][number]

const sayCauses = (causes: readonly { said: string }[]) => causes.map(({ said }) => said).join('; ')

/** Saved contexts that are not true any more, a line each. */
export const sheetOfStale = ({ stale, today }: Pick<Stale, 'stale' | 'today'>): Sheet<Row> => ({
  rows: stale,
  columns: [
    { heading: 'customer', cell: ({ customer }) => customer },
    { heading: 'size', cell: ({ path }) => path.replace(/^.*\/|\.md$/g, '') },
    { heading: 'made', cell: ({ made }) => sayDay(made, today) },
    { heading: 'why it is stale', prose: true, cell: ({ causes }) => sayCauses(causes) },
  ],
  names: ['customer', 'tier', 'made', 'path', 'causes'],
  valueOf: (row, name) => (name === 'causes' ? row.causes.map(({ said }) => said) : row[name as keyof Row]),
  idOf: ({ customer }) => customer,
})

/** How many saved contexts are still true. */
export function sayFresh({ stale, fresh }: { stale: readonly unknown[]; fresh: number }): string {
  if (fresh + stale.length === 0) return 'No context is saved. dossier customer context acme --save writes one.'
  if (stale.length === 0) return fresh === 1 ? 'The saved context is still true.' : `All ${fresh} saved contexts are still true.`
  return `${fresh > 0 ? `${sayCount(fresh, 'saved context')} still true; ` : ''}dossier context refresh makes the stale anew.`
}

const words: Record<Refreshed['became'], string> = {
  'new text': 'made anew',
  'same text': 'made anew, reads as before',
  'not made': 'not made',
  'to be made': 'would be made anew',
}

/** What became of each stale context, and what had changed. */
export const sayRefreshed = (refreshed: readonly Refreshed[]): string =>
  refreshed
    .map(({ path, became, because, causes }) => {
      const mark = became === 'not made' ? 'red' : 'green'
      return `${styleText(mark, words[became])}  ${path}  ${styleText('dim', because ?? sayCauses(causes))}`
    })
    .join('\n')

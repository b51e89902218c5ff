import type context from '../../actions/context.ts'
import { sayCount, sayNumber } from '../../formulas/say-figure.ts'

type Built = Omit<Awaited<ReturnType<(typeof context)['run']>>, 'problems'>

/** How full a context across customers is, of how many it tells, what it leaves out, and whom a condition could not judge. */
export function sayAcross({ tokens, budget, tokenizer, customers, deals, leftOut, removed, unjudged, note }: Built): string {
  const shortened = leftOut.filter(({ why }) => why === 'shortened')
  const missing = leftOut.length - shortened.length
  const told = [
    shortened.length > 0 && `${sayCount(shortened.length, 'file')} shortened`,
    missing > 0 && `${sayCount(missing, 'file')} left out`,
  ].filter(Boolean)
  const rest = told.length > 0 ? `${told.join(', ')} (--json names them)` : 'nothing left out'
  const { noData, unfit } = unjudged ?? {}
  return [
    `${sayNumber(tokens)} of ${sayNumber(budget)} tokens (${tokenizer}); ${sayCount(customers, 'customer')}, ${sayCount(deals, 'open deal')}; ${rest}.`,
    removed > 0 && `${sayCount(removed, 'secret')} removed; dossier never passes them on.`,
    noData &&
      noData.count > 0 &&
      `${sayCount(noData.count, 'customer')} could not be judged: no data for ${noData.names.join(', ')}.`,
    unfit && unfit.count > 0 && `${sayCount(unfit.count, 'customer')} could not be judged: ${unfit.because}.`,
    note,
  ]
    .filter(Boolean)
    .join('\n')
}

import type customerContext from '../../actions/customer-context.ts'
import { sayCount, sayNumber } from '../../formulas/say-figure.ts'

type Built = Omit<Awaited<ReturnType<(typeof customerContext)['run']>>, 'problems'>

/** How full a context is, what it does not tell, and whether secrets were taken out: one or two lines. */
export function sayContext({ tokens, budget, tokenizer, leftOut, removed }: Built): string {
  const shortened = leftOut.filter(({ why }) => why === 'shortened')
  const missing = leftOut.filter(({ why }) => why !== 'shortened')
  const told = [
    shortened.length > 0 && `${sayCount(shortened.length, 'file')} shortened`,
    missing.length > 0 && `${sayCount(missing.length, 'file')} left out`,
  ].filter(Boolean)
  const first = `${sayNumber(tokens)} of ${sayNumber(budget)} tokens (${tokenizer}); ${told.length > 0 ? `${told.join(', ')} (--json names them)` : 'nothing left out'}.`
  return removed > 0 ? `${first}\n${sayCount(removed, 'secret')} removed; dossier never passes them on.` : first
}

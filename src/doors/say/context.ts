import type customerContext from '../../actions/customer-context.ts'
import { sayCount, sayNumber } from '../../formulas/say-figure.ts'

type Whole = Omit<Awaited<ReturnType<(typeof customerContext)['run']>>, 'problems'>
type Built = Omit<Whole, 'secrets'> & Partial<Pick<Whole, 'secrets'>>

/** How full a context is, what it does not tell, and whether secrets were taken out: one or two lines. */
export function sayContext({ tokens, budget, tokenizer, leftOut, removed, secrets = [], note }: Built): string {
  const shortened = leftOut.filter(({ why }) => why === 'shortened')
  const missing = leftOut.filter(({ why }) => why !== 'shortened')
  const told = [
    shortened.length > 0 && `${sayCount(shortened.length, 'file')} shortened`,
    missing.length > 0 && `${sayCount(missing.length, 'file')} left out`,
  ].filter(Boolean)
  const first = `${sayNumber(tokens)} of ${sayNumber(budget)} tokens (${tokenizer}); ${told.length > 0 ? `${told.join(', ')} (--json names them)` : 'nothing left out'}.`
  return [first, removed > 0 && saySecrets(removed, secrets), note].filter(Boolean).join('\n')
}

/** So many places are named; --json has all. */
const named = 8

function saySecrets(removed: number, secrets: NonNullable<Built['secrets']>): string {
  const places = secrets.map(({ what, path, line }) => (path === undefined ? what : `${what} at ${path}:${line}`))
  const more = places.length > named ? ` and ${places.length - named} more (--json names them)` : ''
  const told = places.length > 0 ? `: ${places.slice(0, named).join(', ')}${more}` : ''
  return `${sayCount(removed, 'secret')} removed${told}; dossier never passes them on.`
}

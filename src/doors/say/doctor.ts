import { styleText } from 'node:util'
import type { Finding } from '../../features/wellbeing/judge-git.ts'
import type { Freshness } from '../../formulas/freshness.ts'
import { hang } from './hang.ts'

/** What was looked at, one line each, and what would mend what is not well. */
export function sayDoctor(findings: readonly Finding[], freshness: Freshness): string {
  const wide = Math.max(...findings.map(({ about }) => about.length), 'data'.length)
  const line = (well: boolean, about: string, said: string) =>
    hang(`${well ? styleText('green', '✓') : styleText('red', '✗')} ${about.padEnd(wide)}  `, said)
  const looked = findings.flatMap(({ well, about, said, mend }) => [
    line(well, about, said),
    ...(mend ? [`  ${''.padEnd(wide)}  ${styleText('dim', mend)}`] : []),
  ])
  return [...looked, line(true, 'data', sayFreshness(freshness))].join('\n')
}

function sayFreshness({ customers, within, never, middle }: Freshness): string {
  if (customers === 0) return 'no customers yet'
  const spans = within.map(({ days, customers: some }) => `${Math.round((100 * some) / customers)} % within ${days} days`)
  const last = middle === null ? '' : `; half of those touched were touched in the last ${middle} days`
  return `of ${customers} customers ${spans.join(', ')}${never > 0 ? `, ${never} never touched` : ''}${last}`
}

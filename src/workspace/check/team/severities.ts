import type { Checks } from '../../../records/kinds/checks.ts'
import { nearest } from '../../../records/nearest.ts'
import type { Problem } from '../../../records/problem.ts'
import { problemCodes } from '../../../records/problem-codes.ts'
import type { Kept } from '../../records.ts'
import { type Found, locate } from '../found.ts'

/** The problems as grave as the team takes them (checks.yaml); what it switched off is gone. */
export const weigh = (problems: readonly Problem[], checks: Checks): Problem[] =>
  problems.flatMap((problem) => {
    const said = ownWord(problem.code, checks)
    if (said === undefined) return [problem]
    return said === 'off' ? [] : [{ ...problem, severity: said }]
  })

/** An assertion's own code comes before that of all assertions. */
function ownWord(code: Problem['code'] = 'yaml', checks: Checks) {
  if (Object.hasOwn(checks, code)) return checks[code]
  return code.startsWith('assertion/') && Object.hasOwn(checks, 'assertion') ? checks['assertion'] : undefined
}

/** Codes of checks.yaml that are none. `assertions` are the codes of the team's own assertions. */
export function judgeChecks({ value, read }: Kept<'checks'>, assertions: readonly string[]): Problem[] {
  const codes = [...Object.keys(problemCodes), ...assertions]
  return Object.keys(value).flatMap((code): Problem[] => {
    if (codes.includes(code)) return []
    const near = nearest(code, code.startsWith('assertion/') && assertions.length > 0 ? assertions : codes)
    const found: Found = {
      code: 'check-unknown',
      field: [code],
      message: `No problem has the code "${code}".`,
      expected: near.length > 0 ? sayNear(near) : 'a code such as next-step-missing; docs/checks.md has all',
    }
    return [locate(read.sheet, found)]
  })
}

const sayNear = (near: readonly string[]) => (near.length === 1 ? near[0]! : `one of ${near.join(', ')}`)

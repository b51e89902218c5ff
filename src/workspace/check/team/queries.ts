import type { Problem } from '../../../records/problem.ts'
import { compileQueryFile } from '../../query/see-fields.ts'
import type { Kept } from '../../records.ts'
import { codeProblem } from '../found.ts'
import type { Known } from '../known.ts'

/** What is wrong in a named query: its condition, what it sorts by, and the fields it shows. */
export const judgeQuery = ({ read }: Kept<'query'>, { place, team }: Known): Problem[] =>
  compileQueryFile(place, read, team)
    .problems.slice(read.problems.length)
    .map((one) => codeProblem('query', one))

import { Failure } from '../failure.ts'
import type { ProblemCode } from './problem-codes.ts'

/** What is wrong in a file, and where. Returned, not thrown: one bad file must not hide the rest. Lines and columns count from 1. */
export type Problem = {
  path: string
  line: number
  column: number
  message: string
  expected?: string
  severity: 'error' | 'warning'
  /** What kind of problem it is; all that `check` prints have one. */
  code?: ProblemCode
}

/** A problem of the one file a command is about, as the Failure that ends it; `where` is the path, with the line where there is one. */
export function failureFor({ path, line, message, expected }: Problem, { where = path, exitCode = 2 } = {}): Failure {
  const right = expected ? ` Expected: ${expected}.` : ''
  const hint = exitCode === 2 ? { hint: `dossier edit ${path}; dossier check shows all that is wrong` } : {}
  return new Failure(`${where}: ${message}${right}`, { ...hint, exitCode, path, line })
}

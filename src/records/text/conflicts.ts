import type { Problem } from '../problem.ts'

const begin = /^<{7} (.*)$/
const end = /^>{7} (.*)$/

/** The places where git left both sides of a merge in a file, each with the names of the sides. */
export function findConflicts(path: string, text: string): Problem[] {
  const problems: Problem[] = []
  let open: { line: number; ours: string } | undefined
  const say = (line: number, ours: string, theirs: string) =>
    problems.push({
      path,
      line,
      column: 1,
      message: `Both sides of a merge stand here: "${ours}" and "${theirs}".`,
      expected: 'the lines that hold, without the lines <<<<<<<, ======= and >>>>>>>',
      severity: 'error',
      code: 'merge-conflict',
    })
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const ours = begin.exec(line)?.[1]
    const theirs = end.exec(line)?.[1]
    if (ours !== undefined) {
      if (open) say(open.line, open.ours, 'unknown')
      open = { line: index + 1, ours }
    }
    if (theirs !== undefined) {
      say(open?.line ?? index + 1, open?.ours ?? 'unknown', theirs)
      open = undefined
    }
  }
  if (open) say(open.line, open.ours, 'unknown')
  return problems
}

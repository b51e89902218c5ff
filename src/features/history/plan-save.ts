import { Failure } from '../../failure.ts'
import type { Edit, Plan } from '../../records/plan.ts'
import type { Problem } from '../../records/problem.ts'
import type { UserChange } from '../../workspace/git/user-changes.ts'
import { describeEdits } from './describe-edits.ts'

/** Decides the commit of a person's own edits. Throws a Failure (exit 1) with the places when the check found errors in them. */
export function planSave(changes: readonly UserChange[], found: readonly Problem[]): { plan: Plan; said: string } {
  const changed = new Set(changes.map(({ path }) => path))
  const broken = found.filter(({ severity, path }) => severity === 'error' && changed.has(path))
  if (broken.length > 0)
    throw new Failure(
      `Nothing was committed; ${broken.length === 1 ? 'this stands' : 'these stand'} in the way:\n${broken.map(sayProblem).join('\n')}`,
      {
        hint: `dossier edit ${broken[0]!.path}, then dossier save again`,
        path: broken[0]!.path,
        line: broken[0]!.line,
      },
    )
  const subject = describeEdits(changes)
  return { plan: { subject, edits: changes.map(({ path }): Edit => ({ do: 'keep', path })) }, said: subject }
}

const sayProblem = ({ path, line, column, message, expected }: Problem) =>
  `  ${path}:${line}:${column}  ${message}${expected ? ` (expected ${expected})` : ''}`

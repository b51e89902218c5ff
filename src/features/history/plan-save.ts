import { Failure } from '../../failure.ts'
import { kindOf } from '../../records/kinds.ts'
import type { Edit, Plan } from '../../records/plan.ts'
import type { Problem } from '../../records/problem.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import type { UserChange } from '../../workspace/git/user-changes.ts'
import { describeEdits } from './describe-edits.ts'

/** Decides the commit of a person's own edits. Throws a Failure (exit 1) with the places when a changed record is broken. */
export function planSave(changes: readonly UserChange[]): { plan: Plan; said: string } {
  const broken = changes.flatMap(({ path, after }) => errorsIn(path, after))
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

function errorsIn(path: string, text: string | null | undefined): Problem[] {
  const kind = kindOf(path)
  if (!kind || text === null || text === undefined) return []
  return readRecord(kind, path, text).problems.filter(({ severity }) => severity === 'error')
}

const sayProblem = ({ path, line, column, message, expected }: Problem) =>
  `  ${path}:${line}:${column}  ${message}${expected ? ` (expected ${expected})` : ''}`

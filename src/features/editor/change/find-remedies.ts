import type { Problem } from '../../../records/problem.ts'
import { type Mend, withChanges } from '../../../workspace/repair/mend.ts'
import { placeProblem } from '../place-problem.ts'
import type { Page } from '../text/open-page.ts'
import { type Judge, type Remedy, setExpected } from './set-expected.ts'
import { toggleTask } from './toggle-task.ts'

type Asked = { from: number; to: number; problems: readonly Problem[]; judge: Judge; mends: () => readonly Mend[] }

/** A remedy with the problem it is for; without one it is a change people may like to make here. */
export type Offered = Remedy & { problem?: Problem; isRepair?: true }

/** What can be done about the lines between two offsets: what repair would do, the value a problem expects, a task's tick. */
export async function findRemedies(page: Page, { from, to, problems, judge, mends }: Asked): Promise<Offered[]> {
  const [first, last] = [lineOf(page, from), lineOf(page, to)]
  const near = problems.filter(({ line }) => first <= line && line <= last)
  const found: Offered[] = []
  for (const problem of near)
    for (const remedy of await setExpected(page, placeProblem(page, problem).from, problem, judge))
      found.push({ ...remedy, problem })
  for (const { line, said, changes, code } of mends()) {
    if (!changes || line < first || line > last) continue
    const problem = near.find((one) => one.code === code && one.line === line)
    const remedy = { title: `Repair ${said}`, changes: changes.map((change) => ({ path: page.path, ...change })) }
    if (!found.some((one) => made(page, one) === made(page, remedy)))
      found.push({ ...remedy, isRepair: true, ...(problem && { problem }) })
  }
  const task = toggleTask(page, from)
  if (task) found.push({ title: task.done ? 'Mark the task done' : 'Mark the task open', changes: [task] })
  return found
}

const lineOf = ({ text }: Page, at: number) => text.slice(0, at).split('\n').length

const made = ({ text }: Page, { changes }: Remedy) => withChanges(text, changes)

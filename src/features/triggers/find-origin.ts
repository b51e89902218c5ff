import { compileExpression } from '../../records/condition/compile.ts'
import { evaluate, evaluateValue } from '../../records/condition/evaluate.ts'
import type { Scope } from '../../records/condition/step.ts'
import { addDays } from '../../records/days/calendar.ts'
import { hashOf } from '../../records/hash.ts'
import type { Rule } from '../../records/rules/compile-rules.ts'
import type { Said } from './find-said.ts'
import type { Subject, Tree } from './open-tree.ts'

/** When something became true, and what tells its episode from the next; `isDated` when the files alone say since when. */
export type Origin = { since: string; cause: string; isDated: boolean }

/** Finds the origin of what a rule noticed (design.md 8): the activity it was said in, the day it became true, or the values read. */
export function findOrigin(rule: Rule, subject: Subject, tree: Tree, said: Said | undefined): Origin {
  const today = tree.todayOf(subject)
  if (rule.cause === 'text') {
    const text = said?.text ?? subject.task?.text ?? subject.record.text
    return { since: said?.day ?? today, cause: `text ${hashOf('sha256', text)}`, isDated: said !== undefined }
  }
  if (rule.cause === 'day') {
    const since = findSince(rule, subject, tree)
    return { since, cause: `day ${since}`, isDated: true }
  }
  return { since: today, cause: `values ${hashValues(rule, tree.scopeOn(subject, { me: rule.personal }))}`, isDated: false }
}

/** How far back is looked, in days. */
const furthest = 400

/**
 * The first of the days in a row, up to today, on which a rule held with the files as they are now: what only time has changed. So
 * two machines that look on different days say the same day. What health was then is not known, and holds nothing up.
 */
function findSince(rule: Rule, subject: Subject, tree: Tree): string {
  const today = tree.todayOf(subject)
  let since = today
  for (let back = 1; back <= furthest; back++) {
    const day = addDays(today, -back)
    const scope = tree.scopeOn(subject, { day, me: rule.personal })
    const holds = (condition: Rule['all'][number]) => evaluate(condition, scope).holds
    if (!rule.all.every(holds) || (rule.any.length > 0 && !rule.any.some(holds))) return since
    since = day
  }
  return since
}

/** The hash of all values the conditions of a rule look at, by their names. */
function hashValues({ reads, about, names }: Rule, scope: Scope): string {
  const values = [...reads].sort().flatMap((name) => {
    const { condition } = compileExpression(name, { about, names, clock: 'rule' })
    return condition ? [[name, evaluateValue(condition, scope).value]] : []
  })
  return hashOf('sha256', JSON.stringify(values))
}

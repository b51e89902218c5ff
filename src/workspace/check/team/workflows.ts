import { type Condition, compileCondition } from '../../../records/condition/compile.ts'
import type { Names } from '../../../records/condition/names.ts'
import type { TeamFields } from '../../../records/kinds/fields.ts'
import type { Problem } from '../../../records/problem.ts'
import { requiredAt } from '../../../records/schema/required-at.ts'
import { fieldPlace } from '../../../records/text/front-matter.ts'
import type { Kept } from '../../records.ts'
import { codeProblem, locate } from '../found.ts'
import type { KnownWorkflow } from '../known.ts'

/** Compiles every criterion of a workflow once; what is wrong in one has its line. Stages named twice are found too. */
export function readWorkflow(
  record: Kept<'workflow'>,
  names: Names,
  team?: TeamFields,
): { workflow: KnownWorkflow; problems: Problem[] } {
  const { slug, path, value, read } = record
  const problems: Problem[] = []
  const require = new Map<string, Condition[]>()
  for (const [n, stage] of value.stages.entries()) {
    if (require.has(stage.id))
      problems.push(
        locate(read.sheet, {
          code: 'stage-twice',
          field: ['stages', `${n}`, 'id'],
          message: `The stage "${stage.id}" stands here twice.`,
          expected: 'each id once',
        }),
      )
    const compile = (list: 'require' | 'advise') =>
      stage[list].flatMap((text, m) => {
        const place = { path, ...fieldPlace(read.sheet, ['stages', `${n}`, list, `${m}`]) }
        const { condition, problems: wrong = [] } = compileCondition(text, { about: value.about, names, clock: 'rule', ...place })
        problems.push(...wrong.map((problem) => codeProblem('condition', problem)))
        return condition ?? []
      })
    const own = requiredAt(value.about, stage, value.stages, team).flatMap(
      (text) => compileCondition(text, { about: value.about, names, clock: 'rule' }).condition ?? [],
    )
    require.set(stage.id, [...compile('require'), ...own])
    compile('advise')
  }
  return { workflow: { slug, about: value.about, stages: value.stages, require }, problems }
}

/** What is wrong in the conditions of territories.yaml. */
export const judgeTerritories = ({ path, value, read }: Kept<'territories'>, names: Names): Problem[] =>
  value.territories.flatMap(({ when }, n) => {
    if (when === undefined) return []
    const place = fieldPlace(read.sheet, ['territories', `${n}`, 'when'])
    const { problems = [] } = compileCondition(when, { about: 'customer', names, clock: 'rule', path, ...place })
    return problems.map((problem) => codeProblem('condition', problem))
  })

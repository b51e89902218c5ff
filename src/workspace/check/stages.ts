import { evaluate } from '../../records/condition/evaluate.ts'
import type { Scope } from '../../records/condition/step.ts'
import { nearest } from '../../records/nearest.ts'
import { sayChoices } from '../../records/schema/say-issue.ts'
import type { Kept } from '../records.ts'
import { chooseWorkflow } from '../workflows.ts'
import type { Found } from './found.ts'
import type { Known, KnownWorkflow } from './known.ts'

/** Whether a record stands in a stage its workflow has, and meets what that stage requires. */
export function judgeStage(record: Kept<'deal' | 'customer'>, known: Known, scope: () => Scope): Found[] {
  const { stage } = record.value
  const workflow = workflowOf(record, known)
  if (workflow === undefined) return []
  if ('message' in workflow) return [workflow]
  if (stage === undefined) return []
  const required = workflow.require.get(stage)
  if (!required) {
    const ids = workflow.stages.map(({ id }) => id)
    const named = workflow.stages.find(({ id, name }) => [id, name].some((word) => word?.toLowerCase() === stage.toLowerCase()))
    const expected = named ? named.id : sayChoices(stage, ids)
    const message = `stage: the workflow ${workflow.slug} has no stage "${stage}".`
    return [{ code: `${record.kind}-stage-unknown`, field: ['stage'], message, expected }]
  }
  if (record.value.archived || known.today === undefined) return []
  return required.flatMap((condition): Found[] => {
    const { holds, noData } = evaluate(condition, scope())
    if (holds) return []
    const why = noData?.length ? `no data: ${noData.join(', ')}` : 'it does not hold'
    const message = `The stage ${stage} requires \`${condition.text}\` (${why}).`
    return [{ code: 'stage-requirement', field: ['stage'], message }]
  })
}

const wrong = (message: string, expected: string): Found => ({
  code: 'workflow-unknown',
  field: ['workflow'],
  message: `workflow: ${message}`,
  expected,
})

/** The workflow a record follows, or what is wrong with the name of it. */
function workflowOf(
  { kind, value }: Kept<'deal' | 'customer'>,
  { workflows, lacking }: Known,
): KnownWorkflow | Found | undefined {
  const slugs = [...workflows.keys()]
  if (value.workflow && !workflows.has(value.workflow)) {
    const like = nearest(value.workflow, slugs)
    const expected = slugs.length > 0 ? `one of ${(like.length > 0 ? like : slugs).join(', ')}` : 'none'
    return wrong(`there is no workflow "${value.workflow}".`, expected)
  }
  const chosen = chooseKnown(kind, value, { workflows })
  if (chosen && value.workflow && chosen.about !== kind)
    return wrong(`"${chosen.slug}" is about ${chosen.about}s, and this is a ${kind}.`, `a workflow with about: ${kind}`)
  const isLacking = !chosen && value.stage !== undefined && slugs.every((slug) => workflows.get(slug))
  if (isLacking) lacking.set(kind, (lacking.get(kind) ?? 0) + 1)
  return chosen
}

/** The workflow a record follows, among those that could be read; what it names wrongly is told apart. */
export const chooseKnown = (
  kind: 'deal' | 'customer',
  value: { workflow?: string | undefined },
  { workflows }: Pick<Known, 'workflows'>,
) =>
  chooseWorkflow(kind, value, {
    has: (slug) => workflows.has(slug),
    get: (slug) => workflows.get(slug),
    only: () => [...workflows.values()].find((workflow) => workflow?.about === kind),
  })

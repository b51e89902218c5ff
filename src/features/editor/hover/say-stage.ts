import { requiredAt } from '../../../records/schema/required-at.ts'
import type { View } from '../view.ts'

/** A stage: its name, what it means, and what it requires and advises. */
export function sayStage(view: View, path: string, id: string): string | undefined {
  const workflow = view.record('workflow', path)
  const stage = workflow?.value.stages.find((one) => one.id === id)
  if (!workflow || !stage) return undefined
  const { about, stages, name } = workflow.value
  const own = requiredAt(about, stage, stages, view.team())
  const facts = [
    stage.outcome === 'open' ? `stage ${stages.indexOf(stage) + 1} of ${stages.length}` : stage.outcome,
    stage.probability !== undefined && `${Math.round(stage.probability * 100)} %`,
    stage.usual_days !== undefined && `usually ${stage.usual_days} days`,
  ]
  const list = (title: string, conditions: readonly string[]) =>
    conditions.length > 0 ? `${title}:\n${conditions.map((text) => `- \`${text}\``).join('\n')}` : ''
  return [
    `**${stage.name ?? id}** · ${[...facts, name ?? workflow.slug].filter(Boolean).join(' · ')}`,
    list('Requires', [...stage.require, ...own]),
    list('Advises', stage.advise),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** A workflow: its stages in order. */
export function sayWorkflow(view: View, path: string): string | undefined {
  const workflow = view.record('workflow', path)
  if (!workflow) return undefined
  const { name, about, stages } = workflow.value
  return `**${name ?? workflow.slug}** · about ${about}s\n\n${stages.map(({ id }) => id).join(' → ')}`
}

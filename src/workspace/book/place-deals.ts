import type { PlacedDeal } from '../../formulas/value-deals.ts'
import type { Deal } from '../../records/kinds/deal.ts'
import { outcomeOf, type Workflow } from '../../records/kinds/workflow.ts'
import { chooseWorkflow } from '../workflows.ts'

/** Workflows by slug; undefined where the file cannot be used. */
export type Shelf = ReadonlyMap<string, Workflow | undefined>

/** Tells of one deal after the other where it stands; `knows` finds a person by any name. Each workflow is looked for once for all. */
export function placeDeals(
  shelf: Shelf,
  knows: (name: string) => string | undefined = () => undefined,
): (deal: Deal, customer: string) => PlacedDeal {
  const slugs = new Map([...shelf].map(([slug, workflow]) => [workflow, slug]))
  const chosen = new Map<string, Workflow | undefined>()
  const only = () => [...shelf.values()].find((workflow) => workflow?.about === 'deal')
  const workflowOf = (deal: Deal) => {
    const name = deal.workflow ?? ''
    if (!chosen.has(name))
      chosen.set(name, chooseWorkflow('deal', deal, { has: (slug) => shelf.has(slug), get: (slug) => shelf.get(slug), only }))
    return chosen.get(name)
  }
  return (deal, customer) => {
    const workflow = workflowOf(deal)
    const stages = workflow?.stages ?? []
    const at = stages.findIndex(({ id }) => id === deal.stage)
    return {
      deal,
      customer,
      owner: (deal.owner && (knows(deal.owner) ?? deal.owner)) || null,
      stage: deal.stage || null,
      outcome: outcomeOf(stages, deal.stage),
      rank: workflow && at >= 0 ? [slugs.get(workflow) ?? '', at] : undefined,
      probability: deal.probability ?? stages[at]?.probability,
      category: deal.forecast_category ?? stages[at]?.forecast_category,
    }
  }
}

import type { Deal } from '../../records/kinds/deal.ts'
import { outcomeOf, type Stage, type Workflow } from '../../records/kinds/workflow.ts'
import { inOrder } from '../../workspace/tree.ts'
import { chooseWorkflow } from '../../workspace/workflows.ts'

/** Workflows by slug; undefined where the file cannot be used. */
export type Shelf = ReadonlyMap<string, Workflow | undefined>

/** A deal in its workflow: what its stage means, where the stage stands among all, and the chance to win from there. */
export type PlacedDeal = {
  deal: Deal
  /** The customer's slug, `_unassigned` for a deal of nobody. */
  customer: string
  /** Who works it, by slug where the team knows the name. */
  owner: string | null
  stage: string | null
  outcome: Stage['outcome']
  /** Where the stage stands: by workflow, then by stage; undefined for one that no workflow knows. */
  rank: [workflow: string, stage: number] | undefined
  probability: number | undefined
  category: string | undefined
}

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

/** Stages in the order of their workflows, then those no workflow knows by name; deals without a stage at the end. */
export function compareStages(a: Pick<PlacedDeal, 'rank' | 'stage'>, b: typeof a): number {
  if (a.rank && b.rank) return inOrder(a.rank[0], b.rank[0]) || a.rank[1] - b.rank[1]
  return (
    Number(!a.rank) - Number(!b.rank) ||
    Number(a.stage === null) - Number(b.stage === null) ||
    inOrder(a.stage ?? '', b.stage ?? '')
  )
}

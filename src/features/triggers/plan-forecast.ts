import { Failure } from '../../failure.ts'
import type { EpisodeAction } from '../../records/kinds/episode.ts'
import type { Edit } from '../../records/plan.ts'
import type { RuleAction } from '../../records/rules/rule-actions.ts'
import type { Place } from '../../workspace/place.ts'
import type { Kept } from '../../workspace/records.ts'
import { workflowOf } from '../../workspace/workflows.ts'
import type { Subject, Tree } from './open-tree.ts'

const steps = ['pipeline', 'best-case', 'commit']

/** What becomes of a deal's forecast: a given category is set; without one, the next step up is proposed and nothing changes. */
export function planForecast({ set }: RuleAction, subject: Subject, tree: Tree): Partial<EpisodeAction> & { edits: Edit[] } {
  const { deal, without } = dealOf(subject, tree)
  if (!deal) return { without: without!, edits: [] }
  const now = categoryOf(tree.place, deal)
  const { path } = deal
  if (set) {
    if (deal.value.forecast_category === set.forecast_category) return { deal: path, without: `it is ${now} already`, edits: [] }
    const edit: Edit = { do: 'set', path, from: deal.sha, field: ['forecast_category'], value: set.forecast_category }
    return { deal: path, set, edits: [edit] }
  }
  const next = steps[steps.indexOf(now) + 1]
  if (!steps.includes(now) || !next) return { deal: path, without: `it is ${now} already`, edits: [] }
  return { deal: path, propose: { forecast_category: next }, edits: [] }
}

/** The deal a subject is about: itself, the one it names, else the customer's only open one. */
function dealOf({ record, customer = '_unassigned' }: Subject, tree: Tree): { deal?: Kept<'deal'>; without?: string } {
  if (record.kind === 'deal') return { deal: record as Kept<'deal'> }
  const deals = tree.beside('deal', customer)
  const { deal: named } = record.value as { deal?: string }
  const own = record.kind === 'activity' && named ? deals.find(({ slug }) => slug === named) : undefined
  if (own) return { deal: own }
  const open = deals.filter((deal) => !deal.value.archived && tree.isOpen(deal))
  if (open.length === 1) return { deal: open[0]! }
  const names = open.map(({ slug }) => slug).join(', ')
  return { without: open.length === 0 ? 'there is no open deal' : `which of the open deals is not said: ${names}` }
}

/** How far a deal may be counted on: its own word, else that of its stage, else it is in the pipeline. */
function categoryOf(place: Place, { value }: Kept<'deal'>): string {
  if (value.forecast_category) return value.forecast_category
  try {
    const stage = workflowOf(place, 'deal', value).value.stages.find(({ id }) => id === value.stage)
    return stage?.forecast_category ?? 'pipeline'
  } catch (error) {
    if (error instanceof Failure) return 'pipeline'
    throw error
  }
}

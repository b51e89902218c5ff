import { Failure } from '../../../failure.ts'
import { outcomeOf, type Stage } from '../../../records/kinds/workflow.ts'
import { nearest } from '../../../records/nearest.ts'

/** The stages one file names, and what its map says of them. */
type Asked = {
  system: string
  written: readonly string[]
  map?: { stages?: Record<string, string>; workflow?: string; where: (stage: string) => string } | undefined
}

/** Workflows about deals that the tree has, by slug; `usual` is the one a deal follows that names none. */
export type DealWorkflows = { usual: string | undefined; stages: ReadonlyMap<string, readonly Pick<Stage, 'id' | 'name'>[]> }

/** How a stage is written into a deal; a workflow only where it is not the usual one. */
export type StagePlace = { stage: string; workflow?: string }

export type StagePlan = {
  place: (written: string) => StagePlace
  /** The workflow the file's stages became, when ours does not know them. */
  own?: { workflow: string; stages: string[] }
}

/** Decides where the stages of a file go: to our workflow where it knows all of them or the map translates them, else to one of their own, named as written. */
export function planStages({ system, written, map }: Asked, { usual, stages }: DealWorkflows): StagePlan {
  const target = map?.workflow ?? usual
  const known = new Set((target === undefined ? [] : (stages.get(target) ?? [])).map(({ id }) => id))
  if (map?.workflow !== undefined && !stages.has(map.workflow)) refuseWorkflow(map.workflow, [...stages.keys()], map.where(''))
  const translated = new Map(Object.entries(map?.stages ?? {}))
  for (const [stage, to] of translated) if (!known.has(to)) refuseStage(stage, to, [...known], target, map!.where(stage))

  const place = (stage: string): StagePlace => ({ stage, ...(target !== usual && { workflow: target! }) })
  const strange = written.filter((stage) => !translated.has(stage) && !known.has(stage))
  if (strange.length === 0) return { place: (stage) => place(translated.get(stage) ?? stage) }

  const workflow = system === 'csv' ? 'imported' : system
  const own = translated.size > 0 ? strange : [...written]
  const isOwn = new Set(own)
  return {
    place: (stage) => (isOwn.has(stage) ? { stage, workflow } : place(translated.get(stage) ?? stage)),
    own: { workflow, stages: own },
  }
}

function refuseWorkflow(workflow: string, there: string[], where: string): never {
  throw new Failure(`${where}: there is no workflow "${workflow}".`, {
    hint: there.length > 0 ? `the workflows about deals are ${there.join(', ')}` : 'make one in customers/workflows',
    exitCode: 2,
  })
}

function refuseStage(stage: string, to: string, there: string[], workflow: string | undefined, where: string): never {
  const like = nearest(to, there)
  throw new Failure(`${where}: "${stage}" is to become "${to}", which the workflow ${workflow ?? ''} does not have.`, {
    hint: `one of ${(like.length > 0 ? like : there).join(', ')}`,
    exitCode: 2,
  })
}

/** The stage of a workflow that a stage of the file becomes; what it means follows from its name. */
export const importedStage = (id: string) => ({
  id,
  outcome: won.test(id) ? 'won' : lost.test(id) ? 'lost' : outcomeOf([], id),
})

/** Won and lost in German, French, Spanish and Italian, as whole words. */
const won = /(?<!\p{L})(?:gewonnen|gagnée?|ganad[oa]|vint[oa])(?!\p{L})/iu
const lost = /(?<!\p{L})(?:verloren|perdue?|perdid[oa]|pers[oa])(?!\p{L})/iu

/** Words of stages as sellers use them, in the order a deal passes them. */
const usualOrder =
  'new lead suspect prospect contact engag interest appointment qualif discover need analysis scop demo present evaluat technical trial pilot poc value perception solution develop business propos quote offer decision review procure legal negotiat contract verbal commit'.split(
    ' ',
  )

const outcomeRank = { open: 0, won: 1, lost: 2 }

/** Orders stages as a deal passes them, by what their names say; the same whatever was imported first. */
export function compareStages(a: Record<string, unknown>, b: Record<string, unknown>): number {
  const [one, other] = [rankOf(a), rankOf(b)]
  return one.outcome - other.outcome || one.place - other.place || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}

function rankOf({ id, outcome }: Record<string, unknown>) {
  const name = String(id)
  const place = usualOrder.findIndex((word) => name.toLowerCase().includes(word))
  return {
    id: name,
    outcome: outcomeRank[outcome as keyof typeof outcomeRank] ?? 0,
    place: place < 0 ? usualOrder.length / 2 : place,
  }
}

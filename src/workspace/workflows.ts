import { Failure } from '../failure.ts'
import type { Stage, Workflow } from '../records/workflow.ts'
import type { Place } from './place.ts'
import { type Kept, listRecords, openRecord } from './records.ts'
import { isThere, recordPaths } from './tree.ts'

/** The workflows that are shipped, used when a record names none and several fit. */
const usual = { deal: 'lead-to-close', customer: 'customer-journey' }

type Subject = { workflow?: string | null | undefined }

/** The workflow a record follows: the one it names, else the usual one, else the only one about its kind. */
export function workflowOf(place: Place, about: Workflow['about'], { workflow }: Subject): Kept<'workflow'> {
  const name = workflow ?? (isThere(place, pathOf(usual[about])) ? usual[about] : undefined)
  if (name && isThere(place, pathOf(name))) return openRecord(place, 'workflow', pathOf(name))
  const fitting = name ? [] : listRecords(place, 'workflow').records.filter(({ value }) => value.about === about)
  if (fitting[0]) return fitting[0]
  const names = recordPaths(place, 'workflow').map((path) => path.replace(/^.*\/|\.yaml$/g, ''))
  throw new Failure(name ? `There is no workflow "${name}".` : `There is no workflow about ${about}s.`, {
    hint: names.length > 0 ? `the workflows are ${names.join(', ')}` : 'dossier init brings customers/workflows/lead-to-close.yaml',
    exitCode: 2,
  })
}

/** The stage of a workflow that a person typed, by id or name. Throws a Failure that lists the stages. */
export function needStage({ slug, path, value }: Kept<'workflow'>, typed: string): Stage {
  const wanted = typed.trim().toLowerCase()
  const stage = value.stages.find(({ id, name }) => id.toLowerCase() === wanted || name?.toLowerCase() === wanted)
  if (stage) return stage
  throw new Failure(`There is no stage "${typed}" in the workflow ${slug}.`, {
    hint: `the stages are ${value.stages.map(({ id }) => id).join(', ')} (${path})`,
    exitCode: 2,
    path,
  })
}

/** Whether a deal may still be won: its stage is an open one of its workflow, or one the workflow does not know. */
export function isOpen(place: Place, { value }: Kept<'deal'>): boolean {
  const stage = workflowOf(place, 'deal', value).value.stages.find(({ id }) => id === value.stage)
  return (stage?.outcome ?? 'open') === 'open'
}

const pathOf = (name: string) => `customers/workflows/${name}.yaml`

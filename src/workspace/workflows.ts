import { Failure } from '../failure.ts'
import { outcomeOf, type Stage, type Workflow } from '../records/kinds/workflow.ts'
import { recordPath } from '../records/kinds.ts'
import type { Place } from './place.ts'
import { type Kept, listRecords, openRecord, readAll } from './records.ts'
import { isThere, recordPaths } from './tree.ts'

/** The workflows that are shipped, used when a record names none and several fit. */
const usual = { deal: 'lead-to-close', customer: 'customer-journey' }

type Subject = { workflow?: string | null | undefined }

/** The workflow a record follows: the one it names, else the usual one, else the only one about its kind. */
export function workflowOf(place: Place, about: Workflow['about'], subject: Subject): Kept<'workflow'> {
  const found = findWorkflow(place, about, subject)
  if (found) return found
  const names = recordPaths(place, 'workflow').map((path) => path.replace(/^.*\/|\.yaml$/g, ''))
  const { workflow } = subject
  throw new Failure(workflow ? `There is no workflow "${workflow}".` : `There is no workflow about ${about}s.`, {
    hint:
      names.length > 0 ? `the workflows are ${names.join(', ')}` : 'dossier init brings customers/workflows/lead-to-close.yaml',
    exitCode: 2,
  })
}

type Open = (path: string) => Kept<'workflow'> | undefined

const findWorkflow = (
  place: Place,
  about: Workflow['about'],
  subject: Subject,
  open: Open = (path) => openRecord(place, 'workflow', path),
): Kept<'workflow'> | undefined =>
  chooseWorkflow(about, subject, {
    has: (name) => pathOf(name) !== undefined && isThere(place, pathOf(name)!),
    get: (name) => open(pathOf(name)!),
    only: () => listRecords(place, 'workflow').records.find(({ value }) => value.about === about),
  })

type Shelf<W> = { has: (name: string) => boolean; get: (name: string) => W | undefined; only: () => W | undefined }

/** Chooses the workflow a record follows, wherever workflows are kept. */
export function chooseWorkflow<W>(about: Workflow['about'], { workflow }: Subject, { has, get, only }: Shelf<W>): W | undefined {
  const name = workflow || usual[about]
  if (has(name)) return get(name)
  return workflow ? undefined : only()
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

/** Where a new record begins; undefined when the team has no workflow for its kind. */
export function firstStage(place: Place, about: Workflow['about'], workflow?: string): string | undefined {
  if (!workflow && !listRecords(place, 'workflow').records.some(({ value }) => value.about === about)) return undefined
  return workflowOf(place, about, { workflow }).value.stages.find(({ outcome }) => outcome === 'open')?.id
}

/** Tells the stages of what one record after the other follows, none where no workflow can be read. Each workflow is read once for all of them. */
export function tellStages(place: Place): (about: Workflow['about'], subject: Subject) => readonly Stage[] {
  const known = new Map<string, readonly Stage[]>()
  const readSound: Open = (path) => readAll(place, 'workflow', [path]).records[0]
  return (about, subject) => {
    const name = `${about} ${subject.workflow ?? ''}`
    const stages = known.get(name) ?? findWorkflow(place, about, subject, readSound)?.value.stages ?? []
    known.set(name, stages)
    return stages
  }
}

/** Tells of one deal after the other whether it is open, won or lost: by its stage's outcome, or by the stage's name where no workflow knows it. */
export function tellOutcome(place: Place, stagesOf = tellStages(place)): (deal: Kept<'deal'>) => 'open' | 'won' | 'lost' {
  return ({ value }) => outcomeOf(stagesOf('deal', value), value.stage)
}

/** Tells of one deal after the other whether it may still be won. */
export function tellOpen(place: Place): (deal: Kept<'deal'>) => boolean {
  const outcomeIn = tellOutcome(place)
  return (deal) => outcomeIn(deal) === 'open'
}

const pathOf = (slug: string) => recordPath('workflow', { slug })

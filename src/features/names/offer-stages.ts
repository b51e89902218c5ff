import type { KindName } from '../../records/kinds.ts'
import type { Place } from '../../workspace/place.ts'
import { type Kept, listRecords } from '../../workspace/records.ts'
import { workflowOf } from '../../workspace/workflows.ts'
import { type Offers, startingWith } from './offers.ts'

/** Offers the stages of a record's workflow; those of all workflows about its kind while the record is not known. */
export function offerStages(place: Place, typed: string, about: readonly KindName[], record?: Kept): Offers {
  const kind = record?.kind === 'deal' || record?.kind === 'customer' ? record.kind : undefined
  const workflows = kind
    ? [workflowOf(place, kind, record!.value as { workflow?: string }).value]
    : listRecords(place, 'workflow')
        .records.map(({ value }) => value)
        .filter((workflow) => about.includes(workflow.about))
  const stages = workflows.flatMap((workflow) => workflow.stages).map(({ id, name }) => ({ value: id, about: name }))
  return startingWith(typed, stages)
}

import { peopleFieldsOf } from '../../records/kinds/people-fields.ts'
import { type ReferenceTarget, referenceFieldsOf, referencePlaces } from '../../records/kinds/reference-fields.ts'
import type { Stage } from '../../records/kinds/workflow.ts'
import { type KindName, slugInPath } from '../../records/kinds.ts'
import type { FieldPath } from '../../records/plan.ts'
import type { FrontMatter } from '../../records/text/front-matter.ts'
import { customerIn } from '../tree.ts'
import { findTarget } from './find-target.ts'
import { foldWord, onlyOne } from './fold.ts'
import type { MendKnown } from './known.ts'
import { changeLeaf, type Leaf, leavesOf } from './leaves.ts'
import { type Fix, type MendCode, sayMend } from './mend.ts'

/** Names of people, stages, workflows and other records that mean one thing, and say it otherwise than records do. */
export function mendReferences(kind: KindName, sheet: FrontMatter, known: MendKnown): Fix[] {
  const people = peopleFieldsOf(kind, known.team)
  const references = referenceFieldsOf(kind, known.team)
  return leavesOf(sheet).flatMap((leaf): Fix[] => {
    if (typeof leaf.value !== 'string' || leaf.value === '') return []
    const [, target] = references.find(([pattern]) => isAt(pattern, leaf.field)) ?? []
    if (people.some((pattern) => isAt(pattern, leaf.field))) return put(sheet, leaf, 'person-alias', personFor(leaf.value, known))
    if (target) return putReference(sheet, leaf, target, known)
    const [named] = leaf.field
    if ((kind !== 'deal' && kind !== 'customer') || leaf.field.length > 1) return []
    if (named === 'workflow') return put(sheet, leaf, 'workflow-unknown', workflowFor(leaf.value, known))
    return named === 'stage' ? put(sheet, leaf, `${kind}-stage-unknown`, stageFor(kind, sheet, leaf.value, known)) : []
  })
}

/** Whether a field is the one of a pattern, in which `*` stands for any key. */
const isAt = (pattern: string, field: FieldPath) => {
  const keys = pattern.split('.')
  return keys.length === field.length && keys.every((key, n) => key === '*' || key === field[n])
}

function put(sheet: FrontMatter, leaf: Leaf, code: MendCode, value: string | undefined): Fix[] {
  const changes = value === undefined || value === leaf.value ? undefined : changeLeaf(sheet, leaf, value)
  return changes ? [{ code, said: sayMend(leaf.field, leaf.value, value!), changes }] : []
}

function putReference(sheet: FrontMatter, leaf: Leaf, target: ReferenceTarget, known: MendKnown): Fix[] {
  const owner = customerIn(sheet.path) ?? '_unassigned'
  const isThere = referencePlaces(owner, String(leaf.value), target).some(known.has)
  const name = nameFor(owner, String(leaf.value), target, known)
  return put(sheet, leaf, isThere ? 'reference-moved' : 'reference-missing', name)
}

const personFor = (name: string, known: MendKnown) => (known.isPerson(name) ? undefined : known.personCalled(name))

const workflowFor = (name: string, known: MendKnown) =>
  known.has(`customers/workflows/${name}.yaml`) ? undefined : known.workflowCalled(name)

function stageFor(kind: 'deal' | 'customer', { data }: FrontMatter, stage: string, known: MendKnown): string | undefined {
  const workflow = typeof data['workflow'] === 'string' ? data['workflow'] : undefined
  const { stages = [] } = known.workflowFor(kind, workflow) ?? {}
  if (stages.some(({ id }) => id === stage)) return undefined
  const fits = ({ id, name = id }: Stage) => [id, name].some((word) => foldWord(word) === foldWord(stage))
  return onlyOne(stages.filter(fits).map(({ id }) => id))
}

/** How a record names another one: by its slug where they have one customer, else as customer/slug. */
function nameFor(owner: string, name: string, target: ReferenceTarget, known: MendKnown): string | undefined {
  const found = findTarget(owner, name, target, known)
  if (found === undefined) return undefined
  const slug = slugInPath(found)
  return target === 'customer' || customerIn(found) === owner ? slug : `${customerIn(found)}/${slug}`
}

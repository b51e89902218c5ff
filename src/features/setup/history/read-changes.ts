import { readFrontMatter } from '../../../records/text/front-matter.ts'
import { setField } from '../../../records/text/set-field.ts'

/** What a field became on a day, and by whom if not by its owner. Null: it was not there. */
export type Step = { day: string; value: unknown; by?: string }

/** What changed when in the sample's records: by path, then by field (`stage`, `meddpicc.champion`), the first value first. */
export type Changes = ReadonlyMap<string, ReadonlyMap<string, readonly Step[]>>

/** Reads workspace-setup/.sample-history.yaml. It ships with the program, so a fault in it is ours: it throws. */
export function readChanges(text: string): Changes {
  const { data, problems } = readFrontMatter('.sample-history.yaml', text)
  if (problems.length > 0) throw new Error(`.sample-history.yaml:${problems[0]!.line}: ${problems[0]!.message}`)
  return new Map(Object.entries(data).map(([path, fields]) => [path, readFields(path, fields)]))
}

function readFields(path: string, fields: unknown): Map<string, Step[]> {
  const lists = Object.entries((fields ?? {}) as Record<string, unknown>)
  return new Map(lists.map(([field, list]) => [field, (list as unknown[]).map((one) => readStep(`${path}: ${field}`, one))]))
}

function readStep(where: string, said: unknown): Step {
  const [day, value, by] = Array.isArray(said) ? (said as unknown[]) : []
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day) || value === undefined)
    throw new Error(`.sample-history.yaml: ${where} wants [day, value, who], and has ${JSON.stringify(said)}`)
  return { day, value, ...(typeof by === 'string' && { by }) }
}

/** What a field was at the end of a day: before its first step, what it began with. */
export const valueOn = (steps: readonly Step[], day: string): unknown =>
  (steps.findLast((step) => step.day <= day) ?? steps[0])?.value

/** A file as it read at the end of a day: as it is now, but for the fields that were something else. */
export function textOn(path: string, text: string, changes: Changes, day: string): string {
  const fields = [...(changes.get(path) ?? [])]
  return fields.reduce((then, [field, steps]) => setField(path, then, field.split('.'), valueOn(steps, day) ?? undefined), text)
}

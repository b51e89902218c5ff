import { isDeepStrictEqual } from 'node:util'
import type { Draft } from '../draft.ts'
import type { Run } from '../run.ts'
import type { Outcome } from '../write/collect-writes.ts'
import { makePerson, namePerson, type PersonValues } from './name-person.ts'
import { storeChange } from './store-row.ts'

/** Takes a row of a list of people: someone of the team, new or known. */
export function takePerson(run: Run, draft: Draft, system: string): Outcome {
  const manager = namePerson(run, draft.above, system)
  const values = {
    ...(draft.fields as PersonValues),
    ...(manager && { manager }),
    ...(draft.id && { external: { [system]: draft.id } }),
    ...(Object.keys(draft.imported).length > 0 && { imported: draft.imported }),
  }
  const [email] = values.emails ?? []
  const known = run.people.find({ name: values.name, ...(draft.id && { id: draft.id }), ...(email && { email }) }, system)
  const record = known && run.keptPeople.get(known.slug)
  if (record) {
    const { outcome, record: now } = storeChange(run, record, values, draft)
    run.keptPeople.set(record.slug, now)
    run.people.add(now)
    return outcome
  }
  const made = known && run.newPeople.get(known.slug)
  if (!made) {
    makePerson(run, values, { isListed: true })
    return 'created'
  }
  const { values: before, isListed } = made
  Object.assign(made, { values: { ...before, ...values, name: before.name }, isListed: true })
  run.people.add({ slug: known.slug, value: made.values })
  if (!isListed) return 'created'
  return isDeepStrictEqual(before, made.values) ? 'unchanged' : 'changed'
}

import { Failure } from '../../failure.ts'
import type { KindName } from '../../records/kinds.ts'
import type { Edit, Plan } from '../../records/plan.ts'
import { sayValue } from '../../records/say-value.ts'
import type { FieldEdit } from '../../records/schema/field-values.ts'
import { slugOf } from '../../records/slug.ts'
import { applyEdits } from '../../records/text/apply-edits.ts'
import { newRecordText } from '../../records/text/new-record.ts'

type New = {
  kind: KindName
  name: string
  /** Where the record goes, by its slug. */
  pathOf: (slug: string) => string
  /** Fields it has unless the edits say otherwise, in the order they are written. */
  defaults: Record<string, unknown>
  edits: FieldEdit[]
  /** Slugs that are taken, and what bears them. */
  taken: ReadonlyMap<string, string>
  body?: string
}

/** Decides a new record. Throws a Failure (exit 2) when one of that name is there already. */
export function planNew({ kind, name, pathOf, defaults, edits, taken, body }: New): {
  plan: Plan
  said: string
  slug: string
  path: string
  text: string
} {
  const given = (key: string) => edits.find(({ field }) => field.length === 1 && field[0] === key)?.value
  const domain = given('domain')
  const identity = sayValue(given('email') ?? domain ?? name)
  const slug = slugOf(name, { identity, ...(typeof domain === 'string' && { domain }) })
  const there = [...taken].find(([other]) => other.toLowerCase() === slug)
  if (there)
    throw new Failure(`There is a ${kind} "${slug}" already: ${there[1]}.`, {
      hint: `dossier ${kind} show ${slug}, or give the new one another name`,
      exitCode: 2,
    })

  const path = pathOf(slug)
  const left = Object.entries(defaults).filter(([key]) => given(key) === undefined)
  const start = newRecordText(kind, { name, ...Object.fromEntries(left) }, body)
  const text = applyEdits(
    path,
    start,
    edits.map((edit): Edit => ({ ...edit, path, from: '', value: edit.value })),
  )!
  const said = `New ${kind} ${name}: ${path}`
  return { plan: { subject: `${slug}: new ${kind} ${name}`, edits: [{ do: 'create', path, text }] }, said, slug, path, text }
}

import { Failure } from '../../failure.ts'
import { nearest } from '../../records/nearest.ts'
import { failureFor, type Problem } from '../../records/problem.ts'
import { compileTemplate, type Template } from '../../records/template/compile-template.ts'
import { bodyOf, judgeMeasures } from '../../workspace/check/reports.ts'
import type { Place } from '../../workspace/place.ts'
import { type Kept, openRecord } from '../../workspace/records.ts'
import { templateFolder, templateNames } from './list-templates.ts'

/** A report as it is made: its settings, and its text ready to be filled. */
export type OpenReport = { name: string; record: Kept<'report'>; template: Template }

/** Opens a report by its name. Throws a Failure with the near names, or with the line of what is wrong in it. */
export async function openReport(place: Place, typed: string): Promise<OpenReport> {
  const name = typed.trim().replace(/^.*\/|\.md$/g, '')
  const names = templateNames(place)
  if (!names.includes(name)) refuseUnknown(typed, names)
  const record = openRecord(place, 'report', `${templateFolder}/${name}.md`)
  refuseWrong(record.read.problems.find(({ severity }) => severity === 'error') ?? judgeMeasures(record)[0])
  const { body, at } = bodyOf(record)
  const { template, problems } = await compileTemplate(body, at)
  refuseWrong(problems?.[0])
  return { name, record, template: template! }
}

/** Ends the command with the first thing that is wrong in a template. */
export function refuseWrong(problem: Problem | undefined): void {
  if (problem) throw failureFor(problem, { where: `${problem.path}:${problem.line}` })
}

function refuseUnknown(typed: string, names: readonly string[]): never {
  const like = nearest(typed, names)
  const all = names.length > 0 ? `the reports are ${names.join(', ')}` : `write one: ${templateFolder}/ae.md`
  throw new Failure(`There is no report "${typed}".`, {
    hint: like.length > 0 ? `did you mean ${like.join(', ')}?` : all,
    exitCode: 3,
  })
}

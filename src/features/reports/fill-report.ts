import { type ReportContent, sayReport } from '../../formulas/measures/say-report.ts'
import type { Problem } from '../../records/problem.ts'
import type { Template } from '../../records/template/compile-template.ts'
import { generatedBy } from '../../workspace/write/plan-generated.ts'

/** The text of a report: a first line that says it is generated, then the template with its figures in words. */
export function fillReport(
  template: Template,
  content: ReportContent,
): { text: string; problems?: undefined } | { problems: Problem[]; text?: undefined } {
  const filled = template.fill(sayReport(content))
  if (filled.problems) return { problems: filled.problems }
  const note = generatedBy(`report run ${content.name}`, content.day)
  const body = filled.text.trim().replace(/[ \t]+$/gm, '')
  return { text: `${note}\n\n${body.replace(/\n{3,}/g, '\n\n')}\n` }
}

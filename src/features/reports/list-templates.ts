import type { Problem } from '../../records/problem.ts'
import type { Place } from '../../workspace/place.ts'
import { readAll } from '../../workspace/records.ts'
import { inOrder, namesIn } from '../../workspace/tree.ts'

/** Where the templates of reports lie. */
export const templateFolder = 'reporting/templates'

/** A report that can be run, and the newest that was written by it. */
export type Listed = {
  name: string
  title: string
  scope: 'personal' | 'team' | 'pulse'
  period: string
  measures: number
  path: string
  last: { day: string; path: string } | null
}

/** The names of all reports, those whose template cannot be used included. */
export const templateNames = (place: Place): string[] =>
  namesIn(place, templateFolder, (entry) => !entry.isDirectory())
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -'.md'.length))

/** Lists the reports; a template that cannot be used is a problem and hides no other. */
export function listTemplates(place: Place): { reports: Listed[]; problems: Problem[] } {
  const paths = templateNames(place).map((name) => `${templateFolder}/${name}.md`)
  const { records, problems } = readAll(place, 'report', paths)
  const written = writtenReports(place)
  const reports = records.map(({ slug, path, value: { title, scope, period, measures } }): Listed => {
    const last = written.filter(({ name }) => name === slug).at(-1)
    return {
      name: slug,
      title,
      scope,
      period,
      measures: measures.length,
      path,
      last: last ? { day: last.day, path: last.path } : null,
    }
  })
  return { reports, problems }
}

/** The reports that were written, the oldest first; their names say the day and by which template. */
function writtenReports(place: Place) {
  const people = namesIn(place, 'reporting/personal', (entry) => entry.isDirectory()).map((name) => `reporting/personal/${name}`)
  return [...people, 'reporting/team', 'reporting/pulse']
    .flatMap((folder) =>
      namesIn(place, folder, (entry) => entry.isFile()).flatMap((file) => {
        const [, day = '', name] = /^(\d{4}-\d{2}-\d{2})-([^.]+)(?:\..+)?\.md$/.exec(file) ?? []
        return name === undefined ? [] : [{ name, day, path: `${folder}/${file}` }]
      }),
    )
    .sort((a, b) => inOrder(a.day, b.day) || inOrder(a.path, b.path))
}

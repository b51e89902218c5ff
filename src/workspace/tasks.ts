import { readTasks, type Task } from '../records/kinds/task.ts'
import { grepFiles } from './past/grep-files.ts'
import type { Place } from './place.ts'
import { readSheet } from './sheet.ts'
import { inOrder, namesIn } from './tree.ts'

/** Open tasks of one customer, from every Markdown file in its folder but generated ones, soonest due first. */
export const openTasks = (place: Place, customer: string): Task[] => customerTasks(place, customer).filter(({ done }) => !done)

/** The same with those that are done. */
export const customerTasks = (place: Place, customer: string): Task[] =>
  tasksIn(place, markdownIn(place, `customers/${customer}`)).sort(byDue)

/** All tasks of the workspace. Git's search finds the files that hold checkboxes; only those are read. */
export async function allTasks(place: Place): Promise<Task[]> {
  const paths = await grepFiles(place, ['-E', '-e', '\\[[ xX]\\] '], [])
  return tasksIn(
    place,
    paths.filter((path) => path.endsWith('.md') && isWork(path)),
  ).sort(byDue)
}

/** Files in which a checkbox is somebody's work: not a template, not a report, not the manual. */
const isWork = (path: string) =>
  /^(customers\/(?!templates\/|workflows\/)|personal\/)/.test(path) &&
  !path.includes('/documents/context/') &&
  !/^personal\/(?:[^/]+\/)?inbox\//.test(path)

function tasksIn(place: Place, paths: string[]): Task[] {
  place.past?.prepare(paths)
  return paths.flatMap((path) => {
    const read = readSheet(place, path)
    return 'sheet' in read ? readTasks(path, read.sheet.text) : []
  })
}

const byDue = (a: Task, b: Task) => inOrder(a.due ?? 'never', b.due ?? 'never') || inOrder(a.path, b.path) || a.line - b.line

function markdownIn(place: Place, folder: string): string[] {
  const files = namesIn(place, folder, (entry) => entry.isFile() && entry.name.endsWith('.md')).map((name) => `${folder}/${name}`)
  const folders = namesIn(place, folder, (entry) => entry.isDirectory()).map((name) => `${folder}/${name}`)
  return [...files, ...folders.filter((path) => !path.endsWith('/documents/context')).flatMap((path) => markdownIn(place, path))]
}

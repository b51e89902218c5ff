import type { Place } from '../../../workspace/place.ts'
import { readSheet } from '../../../workspace/sheet.ts'
import { namesIn } from '../../../workspace/tree.ts'
import { withinFolder } from '../../../workspace/within.ts'
import type { Item } from '../item.ts'
import { paragraphsOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'
import { readText } from './take-once.ts'

/** What somebody noted on an account for themselves, a paragraph an item; nobody else's, and nothing where nobody is named. */
export function gatherOwnNotes(place: Place, { customer, clean }: Gathering, notesOf: string | undefined): Item[] {
  if (!notesOf || !/^[^/\\.][^/\\]*$/.test(notesOf)) return []
  const folder = `personal/${notesOf}/notes`
  const file = `${customer.slug}.md`
  const files = [
    ...namesIn(place, folder, (entry) => !entry.isDirectory()).filter((name) => name === file),
    ...namesIn(place, `${folder}/${customer.slug}`, (entry) => !entry.isDirectory())
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${customer.slug}/${name}`),
  ]
  return withinFolder(
    place,
    folder,
    files.map((name) => `${folder}/${name}`),
  ).flatMap((path) => {
    const read = readSheet(place, path)
    if (!('sheet' in read)) return []
    const { passages } = readText(path, read.sheet.text, clean)
    return paragraphsOf(path, passages()).map((told): Item => ({ section: 'own-notes', path, ...told, value: 1.5 }))
  })
}

import { readFrontMatter } from '../../../records/text/front-matter.ts'
import { readPassages } from '../../../records/text/read-passages.ts'
import type { Place } from '../../../workspace/place.ts'
import { readSheet } from '../../../workspace/sheet.ts'
import { namesIn } from '../../../workspace/tree.ts'
import { withinFolder } from '../../../workspace/within.ts'
import type { Item } from '../item.ts'
import { lineOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'
import { longestBody } from './take-once.ts'

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
    const { text } = read.sheet
    const { body } = readFrontMatter(path, text)
    const line = text.slice(0, body).split('\n').length
    const passages = readPassages(clean.text(text.slice(body, body + longestBody), { path, line }), line)
    const paragraphs = [...Map.groupBy(passages, ({ paragraph }) => paragraph).values()]
    return paragraphs.map(
      ([first, ...rest]): Item => ({
        section: 'own-notes',
        path,
        first: lineOf(path, first!),
        more: rest.map((passage) => ({ ...lineOf(path, passage), paragraph: passage.paragraph })),
        value: 1.5,
      }),
    )
  })
}

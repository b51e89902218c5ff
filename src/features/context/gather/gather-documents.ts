import type { Place } from '../../../workspace/place.ts'
import { readSheet } from '../../../workspace/sheet.ts'
import { apart, type Item } from '../item.ts'
import { recencyOf } from './gather-activities.ts'
import { placeOf, sentencesOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'
import { readText } from './take-once.ts'

/** Attachments by what is known of them, and texts by what they say. */
export function gatherDocuments(place: Place, { documents, clean, today }: Gathering): Item[] {
  const described = new Set(documents.metas.map(({ path }) => path.replace(/\.meta\.yaml$/, '')))
  const metas = documents.metas.map((meta): Item => {
    const { title, type, date, summary, expires, file } = meta.value
    const name = title ?? file ?? meta.slug
    const about = [type, date].filter(Boolean).join(', ')
    const has = title ? 'title' : Object.keys(meta.read.sheet.data)[0]
    return {
      section: 'documents',
      path: meta.path,
      first: { text: clean.line(`${name}${about ? ` (${about})` : ''}`), sources: [placeOf(meta, ...(has ? [has] : []))] },
      more: apart([
        ...(summary ? [{ text: clean.line(summary), sources: [placeOf(meta, 'summary')] }] : []),
        ...(expires
          ? [{ text: `expires: ${expires}${expires < today ? ' (past)' : ''}`, sources: [placeOf(meta, 'expires')] }]
          : []),
      ]),
      value: date ? 0.5 + recencyOf(date, today) : 1,
    }
  })
  const told = documents.files.filter((path) => isText(path) || !described.has(path))
  return [...metas, ...told.map((path) => fileItem(place, path, clean))]
    .filter((item) => item.first.text !== '')
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

const isText = (path: string) => /\.(?:md|txt)$/i.test(path)

/** A file among the documents: a text with what it says, anything else by its name. */
function fileItem(place: Place, path: string, clean: Gathering['clean']): Item {
  const name = path.replace(/^.*\/documents\//, '')
  const named = (text: string): Item => ({
    section: 'documents',
    path,
    first: { text, sources: [{ path, line: 1 }] },
    more: [],
    value: 0.4,
  })
  if (!isText(path)) return named(clean.line(`${name} (nothing is known of it)`))
  const read = readSheet(place, path)
  if (!('sheet' in read)) return named(clean.line(name))
  const { passages } = readText(path, read.sheet.text, clean)
  return { ...named(clean.line(name)), more: sentencesOf(path, passages()), value: 0.8 }
}

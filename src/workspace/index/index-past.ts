import type { TeamFields } from '../../records/kinds/fields.ts'
import { kindOf } from '../../records/kinds.ts'
import { walk } from '../check/walk.ts'
import type { Past, Place } from '../place.ts'
import { readSheet } from '../sheet.ts'
import { keepTexts } from './keep-texts.ts'
import type { Index } from './open-index.ts'
import { takeApart } from './read-text.ts'
import { isText, searched } from './update-index.ts'

/** Makes the texts of a commit searchable, as `past_files` beside `files`; those that are known already are not read again. */
export function indexPast(place: Place, past: Past, index: Index, team: TeamFields | undefined): boolean {
  const paths = walk(place, searched).files.filter(isText)
  const numberOf = (path: string) =>
    index.prepare('SELECT id FROM texts WHERE blob = ? AND found').get(past.blob(path) ?? '')?.['id']
  const fresh = paths.filter((path) => numberOf(path) === undefined)
  past.prepare(fresh)
  const texts = fresh.flatMap((path) => {
    const read = readSheet(place, path)
    return 'sheet' in read ? [takeApart(read.sheet, team)] : []
  })
  if (texts.length > 0 && !keepTexts(index, texts)) return false
  index.prepare('CREATE TEMP TABLE IF NOT EXISTS past_files (kind TEXT, path TEXT, text INTEGER)').run()
  return index.write(() => {
    index.prepare('DELETE FROM past_files').run()
    const put = index.prepare('INSERT INTO past_files VALUES (?, ?, ?)')
    for (const path of paths) {
      const text = numberOf(path)
      if (text !== undefined) put.run(kindOf(path) ?? 'text', path, text)
    }
  })
}

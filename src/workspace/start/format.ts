import { Failure } from '../../failure.ts'
import { newestFormat } from '../../records/format.ts'
import { fieldPlace, readFrontMatter } from '../../records/text/front-matter.ts'
import { type Place, settingsPath } from '../place.ts'
import { readSheet } from '../sheet.ts'

/** The format of a workspace as workspace.yaml says it, one this program does not know included; 1 where it says none. */
export function formatOf(place: Place): { format: number; line: number } {
  const read = readSheet(place, settingsPath)
  if (!('sheet' in read) || !/^["']?format["']?\s*:/m.test(read.sheet.text)) return { format: 1, line: 1 }
  const sheet = readFrontMatter(settingsPath, read.sheet.text)
  const said = Number(sheet.data['format'] ?? 1)
  return { format: Number.isInteger(said) && said > 0 ? said : 1, line: fieldPlace(sheet, ['format']).line }
}

/** What is said of a workspace whose format is newer than this program; empty otherwise. */
export function sayNewerFormat(place: Place): string {
  const { format } = formatOf(place)
  return format > newestFormat
    ? `This workspace has format ${format}, and this dossier knows ${newestFormat === 1 ? 'only format 1' : `formats up to ${newestFormat}`}: what it shows may lack something.`
    : ''
}

/** Refuses to write where the files mean more than this program knows: what it wrote could undo what a newer one meant. */
export function refuseNewerFormat(place: Place): void {
  const { format, line } = formatOf(place)
  if (format <= newestFormat) return
  const known = newestFormat === 1 ? 'only format 1' : `formats up to ${newestFormat}`
  throw new Failure(
    `${settingsPath}:${line}: This workspace has format ${format}; this dossier knows ${known}, so it changes nothing here.`,
    {
      hint: 'use a dossier as new as the one that wrote it, or have that one move it back: dossier migrate --to N',
      exitCode: 2,
      path: settingsPath,
      line,
    },
  )
}

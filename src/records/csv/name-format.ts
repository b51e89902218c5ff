type Format = { what: string; hint: string }

const exportIt = 'export it as CSV and import that'

const openings: [what: string, ...starts: string[]][] = [
  ['an old Excel workbook', '\xD0\xCF\x11\xE0'],
  ['a PDF', '%PDF-'],
  ['an image', '\x89PNG', '\xFF\xD8\xFF', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*'],
  ['a compressed file', '\x1F\x8B', 'BZh9', '\xFD7zXZ', '7z\xBC\xAF', 'Rar!\x1A', '\x28\xB5\x2F\xFD'],
  ['a database', 'SQLite format 3\0'],
  ['a Parquet file', 'PAR1\x15'],
  ['RTF', '{\\rtf'],
  ['a vCard file', 'BEGIN:VCARD', 'begin:vcard'],
  ['a calendar', 'BEGIN:VCALENDAR', 'begin:vcalendar'],
  ['an e-mail', 'Return-Path:', 'Received: ', 'MIME-Version:'],
]

const markup: [what: string, pattern: RegExp][] = [
  ['HTML', /^\s*<(!doctype html|html|head|body|table|meta)\b/i],
  ['XML', /^\s*<\?xml\b/i],
  ['JSON', /^\s*(\{\s*(\}|"[^"\n]*"\s*:)|\[\s*(\{\s*["}]|\[\s*["[{\d-]|\]\s*$|"[^"\n]*"\s*[,\]]))/],
]

/** What a file is when its first bytes (in Latin-1) show that it is no CSV. */
export function nameFormat(head: string): Format | undefined {
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return nameArchive(head)
  if (/^RIFF.{4}WEBP/s.test(head)) return { what: 'an image', hint: exportIt }
  const said = openings.find(([, ...starts]) => starts.some((start) => head.startsWith(start)))
  if (said) return { what: said[0], hint: exportIt }
  const written = markup.find(([, pattern]) => pattern.test(head.replace(/^\xEF\xBB\xBF/, '')))
  return written && { what: written[0], hint: exportIt }
}

const nameArchive = (head: string): Format => {
  const inside = (word: string) => head.includes(word)
  if (inside('xl/') || inside('[Content_Types].xml'))
    return { what: 'an Excel workbook', hint: 'save the sheet as CSV UTF-8 and import that' }
  if (inside('opendocument.spreadsheet')) return { what: 'an OpenDocument sheet', hint: 'save the sheet as CSV and import that' }
  return { what: 'a zip archive', hint: 'unpack it and import the CSV files in it' }
}

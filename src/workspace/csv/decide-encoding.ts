import { Failure } from '../../failure.ts'
import { type Encoding, findEncoding } from '../../records/csv/find-encoding.ts'
import { findBrokenUtf8 } from './find-broken-utf8.ts'

const encodings: Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']

type Decided = { encoding: Encoding; mark: number; brokenAt?: number | undefined }

/** How the letters of a file are stored: what the user said, else what a mark or NULs show, else UTF-8 when all of the file is, else Windows-1252. */
export async function decideEncoding(file: string, path: string, head: Buffer, asked?: string): Promise<Decided> {
  const found = findEncoding(head)
  if (asked !== undefined) {
    const encoding = encodings.find((each) => each === asked.toLowerCase())
    if (!encoding)
      throw new Failure(`"${asked}" is no encoding we read.`, { hint: `choose ${encodings.join(', ')}`, exitCode: 2 })
    const mark = found?.encoding === encoding ? found.mark : 0
    return { encoding, mark, brokenAt: encoding === 'utf-8' ? await findBrokenUtf8(path) : undefined }
  }
  if (found) return { ...found, brokenAt: found.encoding === 'utf-8' ? await findBrokenUtf8(path) : undefined }
  if (head.includes(0))
    throw new Failure(`${file} holds binary data, not CSV.`, {
      hint: 'export it as CSV and import that',
      exitCode: 2,
      path: file,
    })
  return { encoding: (await findBrokenUtf8(path)) === undefined ? 'utf-8' : 'windows-1252', mark: 0 }
}

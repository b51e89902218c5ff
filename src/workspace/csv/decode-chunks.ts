import type { Encoding } from '../../records/csv/find-encoding.ts'
import { fromWindows1252 } from '../../records/csv/windows-1252.ts'

/** The bytes of a file as UTF-8, without the `mark` bytes of its byte-order mark; letters may straddle chunks. */
export async function* decodeChunks(chunks: AsyncIterable<Buffer>, encoding: Encoding, mark: number): AsyncGenerator<Buffer> {
  const decode = decoder(encoding)
  let skip = mark
  for await (const chunk of chunks) {
    const after = chunk.subarray(skip)
    skip -= chunk.length - after.length
    if (after.length > 0) yield decode(after)
  }
  if (encoding !== 'utf-8') yield decode()
}

const decoder = (encoding: Encoding): ((chunk?: Buffer) => Buffer) => {
  if (encoding === 'utf-8') return (chunk) => chunk!
  if (encoding === 'windows-1252') return (chunk) => Buffer.from(fromWindows1252(chunk?.toString('latin1') ?? ''))
  const wide = new TextDecoder(encoding, { ignoreBOM: true })
  return (chunk) => Buffer.from(wide.decode(chunk, { stream: chunk !== undefined }))
}

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { gitOf, type Place } from '../place.ts'
import { blobId } from '../sheet.ts'
import { syncFolder } from '../write/durable.ts'
import { mustGit } from './run.ts'

/** How git's pack format names a blob among its kinds of objects (gitformat-pack). */
const blob = 3

/** Gives git many texts as one pack, which waits for the disk once and not for each text. Answers with their ids, in order. */
export async function packTexts(place: Place, texts: string[]): Promise<string[]> {
  const format = (await mustGit(place, ['rev-parse', '--show-object-format'])).trim() === 'sha256' ? 'sha256' : 'sha1'
  const ids = texts.map((text) => blobId(text, format))
  const byId = new Map(ids.map((id, n) => [id, texts[n]!]))
  await mustGit(place, ['index-pack', '--stdin'], { input: packOf([...byId.values()], format) })
  syncFolder(join(gitOf(place).common, 'objects', 'pack'))
  return ids
}

/** The bytes of a pack that holds these texts, each only once, as packs are to be; git checks every one of them as it takes them in. */
function* packOf(texts: string[], format: 'sha1' | 'sha256'): Generator<Buffer> {
  const hash = createHash(format)
  const said = (bytes: Buffer) => {
    hash.update(bytes)
    return bytes
  }
  const head = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1')
  head.writeUInt32BE(texts.length, 8)
  yield said(head)
  for (const text of texts) {
    const bytes = Buffer.from(text)
    yield said(Buffer.concat([sizeOf(bytes.length), deflateSync(bytes)]))
  }
  yield hash.digest()
}

/** An object's kind and length: four bits of the length, then seven a byte, the lowest first, the top bit set where more follow. */
function sizeOf(length: number): Buffer {
  const bytes = [(blob << 4) | (length & 15)]
  for (let rest = Math.floor(length / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes[bytes.length - 1]! |= 128
    bytes.push(rest & 127)
  }
  return Buffer.from(bytes)
}

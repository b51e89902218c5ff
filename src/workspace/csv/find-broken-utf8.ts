import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'

/** The line of the first bytes of a file that are no UTF-8, or undefined when all of it is. */
export async function findBrokenUtf8(path: string): Promise<number | undefined> {
  let line = 1
  let rest: Uint8Array = new Uint8Array()
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    // No letter of several bytes goes on after an ASCII byte.
    const end = chunk.findLastIndex((byte) => byte < 0x80) + 1
    const block = Buffer.concat([rest, chunk.subarray(0, end)])
    if (!isUtf8(block)) return line + linesBeforeBroken(block)
    line += countLineEnds(block)
    rest = Buffer.concat([end === 0 ? rest : new Uint8Array(), chunk.subarray(end)])
  }
  return isUtf8(rest) ? undefined : line
}

const linesBeforeBroken = (block: Buffer) => {
  let [sound, broken] = [0, block.length]
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1
    if (isUtf8(block.subarray(0, startOfLetter(block, middle)))) sound = middle
    else broken = middle
  }
  return countLineEnds(block.subarray(0, sound))
}

const startOfLetter = (block: Buffer, at: number) => {
  let start = at
  while (start > 0 && (block[start]! & 0xc0) === 0x80) start -= 1
  return start
}

const countLineEnds = (bytes: Buffer) => countByte(bytes, 10) || countByte(bytes, 13)

const countByte = (bytes: Buffer, wanted: number) => {
  let count = 0
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) count += 1
  return count
}

import { closeSync, openSync, readSync } from 'node:fs'
import { writeWhole } from './durable.ts'
import type { Entry, FileChange } from './journal.ts'

/** How much is read or written at once, in bytes or letters. */
const much = 1 << 20

/** Writes an entry whole or not at all: its head on the first line, then each change on one, so that no string holds them all. */
export function writeEntry(file: string, { changes, ...head }: Entry): void {
  writeWhole(file, inParts([head, ...changes]), 'new')
}

function* inParts(values: object[]): Generator<string> {
  let part = ''
  for (const value of values) {
    part += `${JSON.stringify(value)}\n`
    if (part.length < much) continue
    yield part
    part = ''
  }
  yield part
}

/** Reads an entry that belongs to `home`; undefined where it belongs elsewhere, of which only the head is read. */
export function readEntry(file: string, home: string): Entry | undefined {
  let head: Omit<Entry, 'changes'> | undefined
  const changes: FileChange[] = []
  for (const line of linesOf(file)) {
    if (head) changes.push(JSON.parse(line) as FileChange)
    else head = JSON.parse(line) as Omit<Entry, 'changes'>
    if (head.home !== home) return undefined
  }
  return head && { ...head, changes }
}

function* linesOf(file: string): Generator<string> {
  const handle = openSync(file, 'r')
  try {
    const chunk = Buffer.allocUnsafe(much)
    let begun: Buffer[] = []
    for (let size = readSync(handle, chunk); size > 0; size = readSync(handle, chunk)) {
      let from = 0
      for (let end = chunk.indexOf(10); end >= 0 && end < size; end = chunk.indexOf(10, from)) {
        yield Buffer.concat([...begun, chunk.subarray(from, end)]).toString('utf8')
        begun = []
        from = end + 1
      }
      if (from < size) begun.push(Buffer.from(chunk.subarray(from, size)))
    }
  } finally {
    closeSync(handle)
  }
}

import { isDeepStrictEqual } from 'node:util'
import { Failure } from '../../src/failure.ts'
import { readRecord } from '../../src/records/schema/read-record.ts'
import { readSoundly } from '../../src/records/schema/read-sound.ts'
import { setField } from '../../src/records/text/set-field.ts'
import type { Seed } from './mutate.ts'

/** What is wrong with how a text was read; nothing, when all is well. */
export function judgeReading({ kind, path, text }: Seed): string[] {
  const read = readRecord(kind, path, text)
  const lines = text.split(/\r\n?|\n/).length
  const wrong = read.problems
    .filter(({ line, column, message }) => !(line >= 1 && line <= lines && column >= 1 && message))
    .map(({ line, column, message }) => `a problem at ${line}:${column} of ${lines} lines: ${message}`)
  const quick = readSoundly(kind, path, text)
  if (!isDeepStrictEqual(quick.value, read.value)) wrong.push('the quick reader reads another value')
  if (!isDeepStrictEqual(quick.problems, read.problems)) wrong.push('the quick reader tells other problems')
  if (quick.body !== read.body) wrong.push('the quick reader finds another body')
  return wrong
}

/** What is wrong with how a field was set: everything else must read as before, and the text below the front matter stay as it is. */
export function judgeSetting({ kind, path, text }: Seed, field = 'zz_set', value: unknown = 'two words'): string[] {
  const before = readRecord(kind, path, text)
  if (!before.value) return []
  let set: string
  try {
    set = setField(path, text, [field], value)
  } catch (error) {
    return error instanceof Failure ? [] : [`setting threw ${String(error)}`]
  }
  const after = readRecord(kind, path, set)
  const { [field]: got, ...others } = after.sheet.data
  const { [field]: _, ...wanted } = before.sheet.data
  const wrong = []
  if (!isDeepStrictEqual(got, value)) wrong.push(`${field} is ${JSON.stringify(got)}`)
  if (!isDeepStrictEqual(others, wanted)) wrong.push('another field changed')
  if (after.body !== before.body) wrong.push('the body changed')
  return wrong
}

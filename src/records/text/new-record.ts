import { isDeepStrictEqual } from 'node:util'
import { type KindName, kinds } from '../kinds.ts'
import { readFrontMatter } from './front-matter.ts'
import { plainValue, renderEntry } from './render-value.ts'

/** The text of a new record: the given fields in their order, then the body. Absent values are left out. */
export function newRecordText(kind: KindName, values: Record<string, unknown>, body = ''): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const lines = given.flatMap(([key, value]) => entryLines(key, plainValue(value)))
  const head = kinds[kind].format === 'yaml' ? lines : ['---', ...lines, '---']
  const text = head.map((line) => `${line}\n`).join('')
  return body ? `${text}\n${body.trimEnd()}\n` : text
}

/** The lines of one entry; what is not surely read back as it is meant is read once, and written between quotes if it is not. */
function entryLines(key: string, value: unknown): string[] {
  const lines = renderEntry(key, value, '')
  if (isOrdinary(key, value) || isReadBack(lines, key, value)) return lines
  const quoted = renderEntry(key, value, '', true)
  if (isReadBack(quoted, key, value)) return quoted
  throw new Error(`\`${key}\` of a new record cannot be written so that it is read back as it is.`)
}

/** Whether a value is of a kind that is always read back as it is: texts of one line, numbers, maps of them, lists of words. */
function isOrdinary(key: string, value: unknown): boolean {
  if (!/^[a-z][\w-]{0,99}$/i.test(key)) return false
  if (typeof value === 'string') return !value.includes('\n')
  if (typeof value !== 'object' || value === null) return true
  if (!Array.isArray(value)) return Object.entries(value).every(([name, member]) => isOrdinary(name, member))
  return value.every((item) => typeof item === 'string' && /^[\p{L}\p{N} _.@/+-]*$/u.test(item))
}

function isReadBack(lines: string[], key: string, value: unknown): boolean {
  const { data, problems } = readFrontMatter('new.yaml', lines.map((line) => `${line}\n`).join(''))
  return problems.every(({ severity }) => severity !== 'error') && isDeepStrictEqual(data, Object.fromEntries([[key, value]]))
}

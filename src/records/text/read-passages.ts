import { findParts, linesOf, type Part } from '../parts/find-parts.ts'
import { splitSentences } from './split-sentences.ts'

/** A sentence (or a heading, an item, a row) of a text: where it begins, which paragraph it is of, and whose words it is. */
export type Passage = { text: string; line: number; paragraph: number; part: Exclude<Part, 'closing'> }

type Written = { text: string; line: number }

const item = /^(?:[-*+•]|\d{1,3}[.)])\s+/
const heading = /^#{1,6}\s+/
const fence = /^(?:`{3,}|~{3,})/
const task = /^(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]\]\s/
const ruler = /^(?:[-*_=]\s*){3,}$|^\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$/

/** How a turn of a transcript begins, and a line of a form: a name and a colon. */
const turn =
  /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s*)?[*_]{0,2}[\p{Lu}\p{Lo}][\p{L}\p{N}.'’_-]{0,30}(?:\s[\p{L}\p{N}.'’_-]{1,30}){0,3}(?:\s\([^)]{1,60}\))?[*_]{0,2}[:：]/u

/** How mail programs divide what they quote from what is new. */
const divider = /^[-_=*]{2,}/

/** No ruler is longer. */
const longest = 400

const isMark = (line: string) => line === '' || fence.test(line) || (line.length < longest && ruler.test(line))

/** Reads running text as passages, in order. Marks that could close a section (headings, fences) are left off, and so are tasks, which are told as such. */
export function readPassages(text: string, firstLine: number): Passage[] {
  const passages: Passage[] = []
  let paragraph = 0
  let open: Written[] = []
  let part: Passage['part'] = 'own'
  const parts = findParts(linesOf(text))
  const close = () => {
    if (open.length > 0) passages.push(...passagesOf(open, paragraph++, part))
    open = []
  }
  const lines = text.split('\n')
  for (const [n, written] of lines.entries()) {
    const line = written.trim()
    const bare = line.replace(/^(?:>\s?)+/, '').trim()
    const now = parts[n] === 'closing' ? 'signature' : parts[n]!
    if (now !== part) close()
    part = now
    const quoted = part === 'quoted'
    if (isMark(bare) || task.test(bare) || (quoted && divider.test(bare))) {
      close()
      continue
    }
    const isWhole = heading.test(bare) || bare.startsWith('|')
    if (isWhole || item.test(bare) || (!quoted && turn.test(bare))) close()
    open.push({ text: bare.replace(heading, '').replace(item, (mark) => (/\d/.test(mark) ? mark : '')), line: firstLine + n })
    if (isWhole || (quoted && bare.endsWith(':'))) close()
  }
  close()
  return passages
}

const tight = /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/

function passagesOf(lines: readonly Written[], paragraph: number, part: Passage['part']): Passage[] {
  const starts: number[] = []
  const parts: string[] = []
  let length = 0
  let last = ''
  for (const line of lines) {
    const space = last && !tight.test(last) ? ' ' : ''
    starts.push(length + space.length)
    parts.push(space, line.text)
    length += space.length + line.text.length
    last = line.text.at(-1) ?? last
  }
  let n = 0
  return splitSentences(parts.join('')).map((sentence) => {
    while (n + 1 < starts.length && starts[n + 1]! <= sentence.at) n++
    return { text: sentence.text, line: lines[n]!.line, paragraph, part }
  })
}

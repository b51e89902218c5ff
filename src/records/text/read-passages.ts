import { findOwnLines } from './find-quotes.ts'
import { splitSentences } from './split-sentences.ts'

/** A sentence (or a heading, an item, a row) of a text: where it begins, which paragraph it is of, and whether it is an older mail quoted in this one. */
export type Passage = { text: string; line: number; paragraph: number; quoted: boolean }

type Written = { text: string; line: number }

const item = /^(?:[-*+•]|\d{1,3}[.)])\s+/
const heading = /^#{1,6}\s+/
const fence = /^(?:`{3,}|~{3,})/
const task = /^(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]\]\s/
const ruler = /^(?:[-*_=]\s*){3,}$|^\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$/

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
  let isQuoted = false
  const own = findOwnLines(text)
  const close = () => {
    if (open.length > 0) passages.push(...passagesOf(open, paragraph++, isQuoted))
    open = []
  }
  const lines = text.split('\n')
  for (const [n, written] of lines.entries()) {
    const line = written.trim()
    const bare = line.replace(/^(?:>\s?)+/, '').trim()
    const quoted = !own.has(n + 1)
    if (quoted !== isQuoted) close()
    isQuoted = quoted
    if (isMark(bare) || task.test(bare) || (quoted && divider.test(bare))) {
      close()
      continue
    }
    const isWhole = heading.test(bare) || bare.startsWith('|')
    if (isWhole || item.test(bare)) close()
    open.push({ text: bare.replace(heading, '').replace(item, (mark) => (/\d/.test(mark) ? mark : '')), line: firstLine + n })
    if (isWhole || (quoted && bare.endsWith(':'))) close()
  }
  close()
  return passages
}

const tight = /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/

function passagesOf(lines: readonly Written[], paragraph: number, quoted: boolean): Passage[] {
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
    return { text: sentence.text, line: lines[n]!.line, paragraph, quoted }
  })
}

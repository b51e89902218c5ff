import type { FieldPath } from '../../../records/plan.ts'
import type { Blank, Cell, Frame } from './cell.ts'
import { closeOf, lineEnd, nextLine } from './line.ts'
import { readFlow } from './read-flow.ts'

const keyed = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s"'#[\]{},&*!|>%@`-][^\r\n]*?|-[^\s][^\r\n]*?))[ \t]*:(?=\s|$)/
const dashed = /^-(?=\s|$)[ \t]*/
const decoration = /^(?:[&!][^\s]*[ \t]+)*/

/** Reads the keys and values between two offsets as they stand, also while somebody is typing: nothing in them has to be sound YAML. */
export function readCells(text: string, from: number, to: number): (Cell | Blank)[] {
  const cells: (Cell | Blank)[] = []
  const frames: Frame[] = []
  const top = () => frames.at(-1)

  const enterList = (indent: number): Frame => {
    while (frames.length > 0 && top()!.indent > indent) frames.pop()
    const at = top()
    if (at?.list && at.indent === indent) return at
    const made = { indent, path: at?.open ?? [], list: true, count: 0 }
    frames.push(made)
    return made
  }
  const enterMap = (indent: number): Frame => {
    while (frames.length > 1 && (top()!.indent > indent || (top()!.indent === indent && top()!.list))) frames.pop()
    const at = top()
    if (at && !at.list && (at.indent >= indent || at.isFilled || !at.open)) return at
    const made = { indent, path: at?.open ?? [], list: false, count: 0 }
    frames.push(made)
    return made
  }

  /** Reads the value behind a colon or dash; answers where the next line begins. */
  const readValue = (start: number, path: FieldPath, frame: Frame): number => {
    const end = lineEnd(text, start, to)
    const space = /^[ \t]*/.exec(text.slice(start, end))![0].length
    const at = start + space + decoration.exec(text.slice(start + space, end))![0].length
    const rest = text.slice(at, end)
    frame.open = path
    frame.isFilled = rest !== '' && !rest.startsWith('#')
    if (!frame.isFilled) {
      cells.push({ is: 'value', path, from: start, to: at, text: '' })
      return nextLine(text, end)
    }
    if (rest[0] === '[' || rest[0] === '{')
      return nextLine(text, lineEnd(text, Math.min(to, readFlow(text, at, to, path, cells as Cell[])), to))
    if (rest[0] === '"' || rest[0] === "'") {
      const close = closeOf(text, at + 1, to, rest[0])
      cells.push({ is: 'value', path, from: at + 1, to: close, text: text.slice(at + 1, close), quote: rest[0] })
      return nextLine(text, lineEnd(text, close, to))
    }
    if (/^[|>][-+\d]*[ \t]*(?:#.*)?$/.test(rest)) return readBlock(nextLine(text, end), path, frame.indent)
    const word = rest.replace(/[ \t]+#.*$/, '').trimEnd()
    cells.push({ is: 'value', path, from: at, to: at + word.length, text: word })
    return nextLine(text, end)
  }

  const readBlock = (start: number, path: FieldPath, indent: number): number => {
    let at = start
    while (at < to) {
      const end = lineEnd(text, at, to)
      const line = text.slice(at, end)
      if (line.trim() !== '' && /^ */.exec(line)![0].length <= indent) break
      at = nextLine(text, end)
    }
    const end = Math.min(at, to)
    cells.push({ is: 'value', path, from: Math.min(start, end), to: end, text: text.slice(start, end), quote: 'block' })
    return at
  }

  const readNode = (at: number, indent: number, end: number): number => {
    const rest = text.slice(at, end)
    const dash = dashed.exec(rest)?.[0]
    if (dash !== undefined) {
      const list = enterList(indent)
      const path = [...list.path, `${list.count++}`]
      list.open = path
      list.isFilled = false
      if (!/^[^#]/.test(rest.slice(dash.length))) return readValue(at + 1, path, list)
      return readNode(at + dash.length, indent + dash.length, end)
    }
    const key = keyed.exec(rest)
    if (key) {
      const map = enterMap(indent)
      const quote = key[1] !== undefined ? '"' : key[2] !== undefined ? "'" : undefined
      const name = key[1] ?? key[2] ?? key[3]!
      const start = at + (quote ? 1 : 0)
      const path = [...map.path, name]
      cells.push({ is: 'key', path, from: start, to: start + name.length, text: name, ...(quote && { quote }) })
      return readValue(at + key[0].length, path, map)
    }
    while (frames.length > 1 && top()!.indent > indent) frames.pop()
    const open = top()
    if (open?.open && open.indent < indent && !open.isFilled) return readValue(at, open.open, open)
    if ((open?.list && open.indent < indent) || /^[[{"']/.test(rest))
      return open ? readValue(at, open.open ?? open.path, open) : nextLine(text, end)
    const word = rest.replace(/[ \t]+#.*$/, '').trimEnd()
    const map = enterMap(indent)
    cells.push({ is: 'key', path: [...map.path, word], from: at, to: at + word.length, text: word, isBare: true })
    return nextLine(text, end)
  }

  for (let at = from; at <= to; ) {
    const end = lineEnd(text, at, to)
    const line = text.slice(at, end)
    const indent = /^ */.exec(line)![0].length
    if (line.trim() === '') cells.push({ is: 'blank', from: at, to: end, frames: frames.map((frame) => ({ ...frame })) })
    const isMute = line.trim() === '' || /^\s*(?:#|---(?:\s|$))/.test(line)
    at = isMute ? nextLine(text, end) : readNode(at + indent, indent, end)
  }
  return cells
}

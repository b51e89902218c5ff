/** A component of iCalendar or vCard text: its own lines, unfolded, and the components within. */
export type Block = { name: string; lines: string[]; blocks: Block[] }

/** Bounds that no honest file reaches: letters of a line, lines of a component, components of a file, components in one another. */
const bounds = { line: 100_000, lines: 2_000, blocks: 20_000, depth: 8 }

/**
 * Reads the components of iCalendar and vCard text (RFC 5545 and 6350, 3.1 and 3.2). What is not closed ends with the file; what is
 * beyond the bounds is left out and counted in `dropped`.
 */
export function readBlocks(text: string, wanted: (line: string) => boolean = () => true): { blocks: Block[]; dropped: number } {
  const top: Block = { name: '', lines: [], blocks: [] }
  const open = [top]
  let [count, dropped] = [0, 0]
  for (const line of unfold(text)) {
    if (line === undefined) {
      dropped++
      continue
    }
    const [, edge, name] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(line) ?? []
    if (edge?.toUpperCase() === 'BEGIN') {
      const block: Block = { name: name!.toUpperCase(), lines: [], blocks: [] }
      if (++count > bounds.blocks || open.length > bounds.depth) dropped++
      else open.at(-1)!.blocks.push(block)
      open.push(block)
      if (open.length > bounds.depth + bounds.blocks) return { blocks: top.blocks, dropped }
    } else if (edge) {
      const at = open.findLastIndex((block) => block.name === name!.toUpperCase())
      if (at > 0) open.length = at
    } else if (open.length > 1 && line.trim() !== '' && wanted(line)) {
      if (open.at(-1)!.lines.length < bounds.lines) open.at(-1)!.lines.push(line)
      else dropped++
    }
  }
  return { blocks: top.blocks, dropped }
}

/** The lines of a text with those that go on put together; undefined for one that is longer than any is. */
function* unfold(text: string): Generator<string | undefined> {
  let parts: string[] = []
  let length = 0
  const whole = () => (length > bounds.line ? undefined : parts.join(''))
  for (let from = text.startsWith('\uFEFF') ? 1 : 0; from < text.length; ) {
    const at = text.indexOf('\n', from)
    const end = at < 0 ? text.length : at
    const last = text[end - 1] === '\r' && end > from ? end - 1 : end
    const goesOn = parts.length > 0 && (text[from] === ' ' || text[from] === '\t')
    if (!goesOn) {
      if (parts.length > 0) yield whole()
      parts = []
      length = 0
    }
    const begin = goesOn ? from + 1 : from
    length += last - begin
    if (length <= bounds.line) parts.push(text.slice(begin, last))
    else if (parts.length === 0) parts.push('')
    from = end + 1
  }
  if (parts.length > 0) yield whole()
}

/** The name of a line's property, without a group, in small letters: `item1.EMAIL;TYPE=WORK:…` is `email`. */
export const propertyIn = (line: string) => /^(?:[\w-]+\.)?([\w-]+)\s*[;:]/.exec(line)?.[1]?.toLowerCase() ?? ''

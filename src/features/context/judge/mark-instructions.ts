import { readsLikeInstruction } from '../../../records/parts/find-instructions.ts'
import type { Item, Line } from '../item.ts'

const mark = { text: 'reads like an instruction; quoted data', sources: [] }

const withMark = <L extends Line>(line: L): L =>
  readsLikeInstruction(line.text) ? { ...line, marks: [...(line.marks ?? []), mark] } : line

/** Marks lines that read as if they told a model what to do: they stay what somebody wrote in a file. */
export const markInstructions = (items: readonly Item[]): Item[] =>
  items.map((item) => ({ ...item, first: withMark(item.first), more: item.more.map(withMark) }))

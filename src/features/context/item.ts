import type { SectionName } from '../../records/kinds/tier.ts'

/** Where a fact stands: a file from the workspace's root, and a line from 1. */
export type Source = { path: string; line: number }

/** What must be said beside a line, such as that a later word replaces it, and where that stands. */
export type Mark = { text: string; sources: Source[] }

/** One line of a context, and what it rests on. */
export type Line = {
  text: string
  sources: Source[]
  marks?: Mark[]
  /** What telling it is worth by itself, before the weight of its section; absent, it counts as a part of its item. */
  value?: number
  /** What it is known by to a line that must not be told without it. */
  id?: string
  /** The lines that must be told before it: later words on the same. */
  needs?: string[]
}

/** A sentence that may follow an item's first line; those of one paragraph share a line and its citation. */
export type Sentence = Line & { paragraph: number }

/** Something a context may tell: in one line, then in more and more sentences up to the whole. */
export type Item = {
  section: SectionName
  /** The file that is named when the item is left out. */
  path: string
  first: Line
  more: Sentence[]
  /** What it is worth, before the weight of its section. */
  value: number
  /** Why it cannot be told whole, whatever the budget. */
  note?: string
  /** The day it was said or became so; absent where no file says. */
  day?: string
}

/** Sources, each once. */
export const onceEach = (sources: readonly Source[]): Source[] => [
  ...new Map(sources.map((source) => [`${source.path}:${source.line}`, source])).values(),
]

/** Sentences that each have a line and a citation of their own. */
export const apart = (lines: readonly Line[]): Sentence[] => lines.map((line, n) => ({ ...line, paragraph: -1 - n }))

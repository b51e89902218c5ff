import type { CueGroup } from './cues.ts'
import { findCues } from './find-cues.ts'
import { findValues, type Value } from './find-values.ts'
import { splitWords } from './split-words.ts'

/** What a sentence states, word by word: which words speak for a kind of statement, and which give a value. */
export type Statement = {
  /** The words in small letters, whoever and how much it is of. */
  words: readonly string[]
  cues: readonly { group: CueGroup; weight: number; at: number; length: number }[]
  values: readonly Value[]
  isQuestion: boolean
}

/** Who speaks, as a transcript or chat says before what is said. */
const speaker = /^(?:\p{Lu}[\p{L}'’.-]{1,20} ?){1,3}:\s/u

/** More letters of a line are not read. */
const longest = 1_200

/** Reads what a sentence states. */
export function readStatement(text: string): Statement {
  const words = splitWords((text.length > longest ? text.slice(0, longest) : text).replace(speaker, ''))
  return {
    words: words.plain,
    cues: findCues(words.plain),
    values: findValues(words),
    isQuestion: text.endsWith('?'),
  }
}

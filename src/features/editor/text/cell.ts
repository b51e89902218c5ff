import type { FieldPath } from '../../../records/plan.ts'

/** A container of the lines above: where its members begin, and the field whose value may still come below. */
export type Frame = { indent: number; path: FieldPath; list: boolean; count: number; open?: FieldPath; isFilled?: boolean }

/** A key or value of front matter, however unfinished: offsets into the whole text, quotes left out. `text` is empty where one is still to come. */
export type Cell = {
  is: 'key' | 'value'
  /** Of a key, the field it names; of a value, the field that holds it. */
  path: FieldPath
  from: number
  to: number
  text: string
  quote?: '"' | "'" | 'block'
  /** A key without its colon. */
  isBare?: true
}

/** An empty line, and what could go on there. */
export type Blank = { is: 'blank'; from: number; to: number; frames: readonly Frame[] }

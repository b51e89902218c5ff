import type { Problem } from '../../../records/problem.ts'
import type { Walk } from '../walk.ts'

/** A text, or what keeps it from being read. */
export type Taken = { text: string; problem?: undefined } | { problem: Problem; text?: undefined }

/** What is judged: the files as they stand, or as a commit will hold them. */
export type Source = {
  /** The names below these folders. */
  walk(roots: readonly string[]): Walk
  read(path: string): Taken
  /** Whether something lies at a path that the walk did not meet: outside of its folders, or hidden. */
  holds(path: string): boolean
}

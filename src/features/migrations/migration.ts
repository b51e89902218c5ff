/** A file of the tree as a migration sees it. */
export type TreeFile = { path: string; text: string }

/** One step from a format to the next, and back. Both ways are pure: what a file becomes follows from the file alone. */
export type Migration = {
  from: number
  to: number
  /** What it changes, in one sentence. */
  about: string
  /** Whether a file may be one it changes, by its path; others are not read. Asked of the paths of either format. */
  concerns(path: string): boolean
  /** What a file becomes: itself, another path or text, several files, or none. */
  forward(file: TreeFile): TreeFile[]
  back(file: TreeFile): TreeFile[]
}

/** The steps this program knows, in order. There is one format so far, and no step. */
export const migrations: readonly Migration[] = []

/** An amount whose currency is decided when the row is complete. */
type Money = { value: number; unit?: string; heading: string; text: string }

/** What the cells of a row said so far, by the parts they fill. */
export type Gathered = {
  line: number
  cells: string[]
  parts: Record<string, unknown>
  imported: Record<string, string>
  money: Record<string, Money>
  emails: string[]
  bodies: string[]
  /** The row's currency as its own column says it, and under which heading. */
  code?: { text: string; heading: string }
}

export const startRow = (line: number, cells: string[]): Gathered => ({
  line,
  cells,
  parts: {},
  imported: {},
  money: {},
  emails: [],
  bodies: [],
})

/** What is wrong in a file, and where. Returned, not thrown: one bad file must not hide the rest. Lines and columns count from 1. */
export type Problem = {
  path: string
  line: number
  column: number
  message: string
  expected?: string
  severity: 'error' | 'warning'
}

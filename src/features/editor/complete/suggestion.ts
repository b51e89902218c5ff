/** Something that may stand here: what people see, what is put in place of the text between two offsets, and what it is. */
export type Suggestion = {
  label: string
  put: string
  from: number
  to: number
  is: 'key' | 'choice' | 'record' | 'person' | 'day' | 'function' | 'text'
  detail?: string | undefined
  about?: string | undefined
  /** What is typed is compared with this instead of the label. */
  match?: string
}

import { choices } from '../headings/choices.ts'
import { splitHeadings } from '../headings/table.ts'

/** A word of ours, and whether it says all that the other one said. */
export type Chosen = { word: string; same: boolean }

const MANY = 1000
const plain = (word: string) =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** How the words of a field are read as ours, those of other systems where they plainly mean the same; each is worked out once. */
export function openChoices(kind: string, field: string, values: readonly string[]): (text: string) => Chosen | undefined {
  const words = new Map<string, Chosen>()
  for (const [word, list] of Object.entries(choices[`${kind}.${field}`] ?? {}))
    if (values.includes(word)) for (const other of splitHeadings(list)) words.set(other, { word, same: other === plain(word) })
  for (const word of values) words.set(plain(word), { word, same: true })
  const met = new Map<string, Chosen | undefined>(values.map((word) => [word, { word, same: true }]))
  return (text) => {
    if (met.has(text)) return met.get(text)
    const chosen = words.get(plain(text))
    if (met.size < MANY) met.set(text, chosen)
    return chosen
  }
}

import { stemOf } from '../../../records/statements/stem-of.ts'
import { stopWords } from '../../../records/statements/stop-words.ts'
import { plainWords } from './plain-words.ts'

/** More letters of a text are not read. */
const longest = 1_200

/** The stems of the words that say what a sentence is about, each once, in its order. */
export function subjectWords(text: string): string[] {
  const words = plainWords(text.slice(0, longest)).trim().split(' ')
  return [...new Set(words.filter((word) => word.length > 1 && !stopWords.has(word)).map(stemOf))]
}

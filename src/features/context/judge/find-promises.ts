import { plainWords } from './plain-words.ts'
import { beInTouch, deliveries, noPromises, promises, promisesToYou, remindersOfOurs } from './promise-words.ts'
import { subjectWords } from './subject-words.ts'

/** One activity as promises are looked for in it; `voice` is whose words it holds: a mail of ours or theirs, or what one of us noted; `own` is what was written for it, neither quoted nor a signature. */
export type Told = {
  path: string
  day: string
  subject: string
  voice: 'ours' | 'theirs' | 'notes'
  /** Who of the customer took part. */
  others: readonly string[]
  passages: readonly { text: string; line: number; own: boolean }[]
}

/** A sentence by which we owe something, and nothing later says that it was done. */
export type Promised = { told: Told; text: string; line: number }

/** Of what a promise names, so many words are its object. */
const object = 4

/** Finds what we promised since a day and did not do, as far as later words and tasks tell. Give all that was said, oldest first; what is a task is left to that. */
export function findPromises(said: readonly Told[], tasks: readonly { text: string }[], since: string): Promised[] {
  const works = tasks.map(({ text }) => new Set(subjectWords(text)))
  return said.flatMap((told, n) => {
    if (told.day < since) return []
    return told.passages.flatMap(({ text, line, own }, at) => {
      if (!own || !isPromise(text, told.voice)) return []
      const words = subjectWords(text)
      if (words.length < 2) return []
      if (works.some((work) => words.filter((word) => work.has(word)).length > 1)) return []
      const later = said.slice(n + 1)
      const rest: Told = { ...told, passages: told.passages.slice(at + 1) }
      if ([rest, ...later].some((one) => delivers(one, words))) return []
      if (
        beInTouch.test(plainWords(text)) &&
        later.some((one) => one.voice !== 'theirs' && one.others.some((who) => told.others.includes(who)))
      )
        return []
      return [{ told, text, line }]
    })
  })
}

/** Whether one of us gives their word in a sentence. */
export function isPromise(text: string, voice: Told['voice']): boolean {
  const said = voice === 'ours' ? text : withoutSpeech(text)
  if (/[?？]\s*$/.test(said)) return false
  const plain = plainWords(said)
  if (noPromises.test(plain)) return false
  const patterns = voice === 'theirs' ? remindersOfOurs : voice === 'ours' ? [...promises, ...promisesToYou] : promises
  return patterns.some((pattern) => pattern.test(plain))
}

/** What somebody else said, between quotation marks, is not the writer's word. */
const withoutSpeech = (text: string) => text.replace(/["“„«][^"“”„«»]*["”“»]/g, ' ')

function delivers({ passages, subject }: Told, words: readonly string[]): boolean {
  const about = new Set(subjectWords(subject))
  const wanted = words.slice(0, object)
  return passages.some(({ text, own: isOwn }) => {
    if (!isOwn || text.endsWith('?') || !deliveries.test(plainWords(text))) return false
    const own = new Set([...subjectWords(text), ...about])
    return wanted.some((word) => own.has(word)) || words.filter((word) => own.has(word)).length > 1
  })
}

import { findPhrase, type Phrase, readPhrase } from './find-phrase.ts'
import type { Language } from './inflect.ts'
import { isAsserted } from './is-asserted.ts'
import { ownWords } from './own-words.ts'
import { splitSentences } from './sentences.ts'
import { tellTale } from './word-lists.ts'
import { splitWords, type Word } from './words.ts'

/** A phrase that was said, in which sentence, and on which line of the text that begins. */
export type Said = { keyword: string; sentence: string; line: number }

type Asked = {
  /** Names of our own people, whose lines in a transcript are not the customer's words. */
  ours?: readonly string[]
}

/** Words in brackets amid a sentence, unless they only deny or leave open. */
const aside = /(?<=\w )\((?!(?:not|no|still|pending|tbd|open|nicht|noch|pas|non)\b[^()]{0,12}\))[^()]*\)(?= \w)/g

const read = new Map<string, Phrase>()

/** What was heard: a phrase that was said, or one that was only denied, asked, hoped for or left open. */
type Heard = { said?: Said; open?: Said }

/**
 * Finds the first sentence of a text that says one of some phrases, whole and inflected as the language wants. One that denies
 * it, asks it, hopes for it or makes it depend on something only leaves it open; what is quoted or signed is not read.
 */
export function listenFor(text: string, keywords: readonly string[], asked: Asked = {}): Heard {
  let open: Said | undefined
  for (const { text: sentence, line } of splitSentences(ownWords(text, asked))) {
    const ways = [sentence, sentence.replace(aside, ' ')].filter((one, n, all) => n === 0 || one !== all[0]).map(splitWords)
    const language = tellLanguage(ways[0]!)
    for (const keyword of keywords) {
      const phrase = read.get(keyword) ?? readPhrase(keyword)
      read.set(keyword, phrase)
      const said = { keyword, sentence, line }
      for (const words of ways) {
        const found = findPhrase(words, phrase, language)
        if (found.some((one) => isAsserted(words, sentence, one, phrase, language))) return { said }
        if (found.length === 0) continue
        open ??= said
        break
      }
    }
  }
  return open ? { open } : {}
}

/** The same for those who only want to know what was said. */
export const findKeyword = (text: string, keywords: readonly string[], asked: Asked = {}): Said | undefined =>
  listenFor(text, keywords, asked).said

/** The language of a sentence by its small words; English where they do not tell. */
function tellLanguage(words: readonly Word[]): Language {
  const count = (language: keyof typeof tellTale) => words.filter(({ word }) => tellTale[language].has(word)).length
  const english = words.filter(({ word }) =>
    /^(?:the|is|was|are|we|they|has|have|been|and|for|of|to|not|our|their|that|it|by|with|this|you|he|she|from|but|us|your|had|would|still|all|more|very|than)$/.test(
      word,
    ),
  ).length
  const others = (['de', 'fr', 'es', 'nl'] as const).map((language) => ({ language, hits: count(language) }))
  const most = others.reduce((best, one) => (one.hits > best.hits ? one : best))
  return most.hits > english ? most.language : 'en'
}

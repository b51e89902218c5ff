/** A word of a text as the index knows it (small letters, without accents), and where it stands. */
export type Word = { word: string; from: number; to: number }

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const words = new RegExp(
  `${ideograph.source}|(?:(?!${ideograph.source})[\\p{L}\\p{N}\\p{Co}])(?:(?!${ideograph.source})[\\p{L}\\p{N}\\p{Co}\\p{M}])*`,
  'gu',
)

/** Takes a text apart into words as SQLite's unicode61 does, without accents; of Chinese and Japanese, every sign is a word. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(words), ({ 0: found, index }) => ({ word: fold(found), from: index, to: index + found.length }))

/** A text as it is put into the index: scripts without blanks between words get them. */
export const spaced = (text: string): string => (east.test(text) ? text.replace(ideograph, ' $& ') : text)

/** Anything from where those scripts begin. */
const east = /[\u2E80-\uFFFF]/

const fold = (word: string) =>
  word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/** A command line up to the cursor, without quotes and backslashes. */
export type Line = {
  /** The words before the one under the cursor, the program's own name left out. */
  words: string[]
  typed: string
  /** The quote that is still open; empty for none. */
  quote: '' | '"' | "'"
  /** How much of `typed` a shell leaves standing, because it takes words apart there. */
  kept: string
  /** Whether the word names a file the shell itself opens (`> `). */
  redirected: boolean
}

/** The breaks that readline leaves in the word it completes. */
const stays = '@$'
const inDoubleQuotes = '"\\$`'

/** Splits a line as shells do. `breaks` are the letters at which the shell completes anew (bash's COMP_WORDBREAKS). */
export function splitLine(line: string, breaks = ''): Line {
  const done: string[] = []
  let [word, begun, kept, redirected] = ['', false, '', false]
  let quote: Line['quote'] = ''
  const end = () => {
    if (begun && !redirected) done.push(word)
    if (begun) redirected = false
    ;[word, begun, kept] = ['', false, '']
  }
  for (let at = 0; at < line.length; at++) {
    const letter = line[at]!
    const next = line[at + 1]
    const escapes = letter === '\\' && (quote === '' || (quote === '"' && next !== undefined && inDoubleQuotes.includes(next)))
    if (escapes) {
      word += next ?? ''
      begun = true
      at++
    } else if (quote !== '') {
      if (letter === quote) [quote, kept] = ['', word]
      else word += letter
    } else if (letter === '"' || letter === "'") [quote, kept, begun] = [letter, word, true]
    else if (/\s/.test(letter)) end()
    else if ('<>'.includes(letter)) {
      if (/^\d+$/.test(word)) begun = false
      end()
      redirected = true
    } else if ('|&;('.includes(letter)) {
      end()
      done.length = 0
      redirected = false
    } else {
      if (breaks.includes(letter)) kept = stays.includes(letter) ? word : word + letter
      word += letter
      begun = true
    }
  }
  const command = done.findIndex((one) => !/^\w+=/.test(one))
  return { words: command < 0 ? [] : done.slice(command + 1), typed: word, quote, kept, redirected }
}

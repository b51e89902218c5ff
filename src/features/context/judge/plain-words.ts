/** A sentence as patterns of words look at it: small letters, one space between words and around all of them, no other signs. */
export const plainWords = (text: string) =>
  ` ${text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}'%]+/gu, ' ')
    .trim()} `

/** A pattern of whole words for `plainWords`. It knows no classes of letters: to fold their case takes milliseconds. */
export const words = (pattern: string, flags = '') => new RegExp(` (?:${pattern})(?= )`, flags)

/** Controls, marks of direction, letters without width, tags: what steers a terminal or hides from a reader. Joiners in words and emoji stay. */
const hidden =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu

/** A text from outside, line for line where it was, without what hides in it; half a character is replaced. */
export const tameText = (text: string): string =>
  text
    .replace(/\r\n/g, '\n')
    .replace(/[\r\v\f\u0085\u2028\u2029]/g, ' ')
    .replace(hidden, '')
    .toWellFormed()

/** The same on one line, and with nothing in it that looks like one of our citations. */
export const tameLine = (text: string): string =>
  tameText(text)
    .replace(/\s+/g, ' ')
    .replace(/\[(\d+)\]/g, '($1)')
    .trim()

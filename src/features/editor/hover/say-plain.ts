/** A text as Markdown that shows it letter by letter, on one line: links, images and code in a record stay letters. */
export const sayPlain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!~&]/g, '\\$&')

import { Lexer } from 'yaml'

/** The lines of a record's fields that bear a comment, as they are written; those for editors apart. */
export function findRemarks(fields: string): string[] {
  const lines = fields.split(/\r?\n/)
  const found = new Set<number>()
  let [line, before] = [0, '']
  for (const token of new Lexer().lex(fields)) {
    // What follows this sign is a value, whatever it begins with.
    if (token.startsWith('#') && before !== '\x1f' && !token.includes('yaml-language-server:')) found.add(line)
    line += token.split('\n').length - 1
    before = token
  }
  return [...found].map((at) => lines[at]!.trim())
}

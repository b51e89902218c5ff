const mark = /^[\s>|]*/
/** A shorter line may be said by anybody. */
const shortest = 12

/**
 * Opens the reading of a correspondence, oldest first: a quoted line (`> …`) that an earlier text has already is left empty, so
 * that mails that quote all mails before them are not read over and over. Lines stay where they are.
 */
export function dropKnownQuotes(): (text: string) => string {
  const known = new Set<string>()
  return (text) => {
    const lines = text.split('\n')
    const left = lines.map((line) => {
      const said = line.slice(mark.exec(line.slice(0, 200))![0].length).trimEnd()
      if (said.length < shortest || said.length > 2_000) return line
      if (known.has(said)) return line.trimStart().startsWith('>') ? '>' : line
      known.add(said)
      return line
    })
    return text.includes('>') ? left.join('\n') : text
  }
}

/** Values in values: no record needs more, and readers that call themselves run out of stack at some thousands. */
const deepest = 100

const [tab, lineFeed, carriageReturn, space, tag, anchor] = [9, 10, 13, 32, 33, 38]
const hash = 35
const [dash, colon, question, openBracket, closeBracket, openBrace, closeBrace] = [45, 58, 63, 91, 93, 123, 125]

/** Where YAML nests values more than a hundred deep, by brackets, signs in a row (`- - -`) or indentation; undefined where it does not. */
export function findTooDeep(yaml: string): number | undefined {
  return findBrackets(yaml) ?? findSigns(yaml)
}

function findBrackets(yaml: string): number | undefined {
  let [depth, atStart] = [0, true]
  for (let at = 0; at < yaml.length; at++) {
    const code = yaml.charCodeAt(at)
    if (atStart && code === hash) at = lineEnd(yaml, at)
    atStart = yaml.charCodeAt(at) === lineFeed || (atStart && isSpace(code))
    if (code === openBracket || code === openBrace) depth++
    else if ((code === closeBracket || code === closeBrace) && depth > 0) depth--
    if (depth > deepest) return at
  }
  return undefined
}

/** Block maps and lists nest only to the right: each begins after more spaces or signs than the one around it. */
function findSigns(yaml: string): number | undefined {
  const open: number[] = []
  let [start, atStart, row] = [0, true, 0]
  for (let at = 0; at < yaml.length; ) {
    const code = yaml.charCodeAt(at)
    if (code === lineFeed) [start, atStart, row] = [at + 1, true, 0]
    if (isSpace(code)) {
      at++
      continue
    }
    if (atStart) {
      while (open.length > 0 && open.at(-1)! >= at - start) open.pop()
      open.push(at - start)
    }
    const end = wordEnd(yaml, at)
    const isSign = end === at + 1 && (code === dash || code === colon || code === question)
    if (isSign) row++
    else if (code !== anchor && code !== tag) row = 0
    atStart &&= isSign
    if (row > deepest || open.length > deepest) return at
    at = end
  }
  return undefined
}

const isSpace = (code: number) => code === space || code === tab || code === lineFeed || code === carriageReturn

function lineEnd(yaml: string, from: number): number {
  const at = yaml.indexOf('\n', from)
  return at < 0 ? yaml.length : at
}

function wordEnd(yaml: string, from: number): number {
  let at = from + 1
  while (at < yaml.length && !isSpace(yaml.charCodeAt(at))) at++
  return at
}

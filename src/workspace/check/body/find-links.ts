/** A link in a running text: `[[target]]` or `[words](target)`, and where it begins. */
export type Link = { wiki: boolean; target: string; at: number }

const wiki = /(?<!\\)\[\[([^[\]\n|#]{1,300})(?:#[^[\]\n|]{0,300})?(?:\|[^[\]\n]{0,300})?\]\]/g
const plain =
  /\]\([ \t]*(?:<([^<>\n]{1,1000})>|([^\s()<>]{1,1000}(?:\([^\s()]{0,200}\))?[^\s()<>]{0,200}))(?:[ \t]+["'(][^\n]{0,300}?["')])?[ \t]*\)/g
const fence = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+][ \t]+)?(`{3,}|~{3,})(.*)$/

/** The links of a Markdown text, in order; what stands in code or in a comment is none. `from` is where the running text begins. */
export function findLinks(text: string, from = 0): Link[] {
  if (!text.includes('[[', from) && !text.includes('](', from)) return []
  const bare = blankCode(text.slice(from))
  const wikis = Array.from(bare.matchAll(wiki), ({ 1: target = '', index }) => ({ wiki: true, target, at: from + index }))
  const others = Array.from(bare.matchAll(plain), ({ 1: bracketed, 2: target = '', index }) => ({
    wiki: false,
    target: bracketed ?? target,
    at: from + index + 2,
  }))
  return [...wikis, ...others].sort((a, b) => a.at - b.at)
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ')

/** The text with fenced code, code in a line and comments blanked; every other letter stays in its place. */
function blankCode(text: string): string {
  let open = ''
  const lines = text.split('\n').map((line) => {
    const [, mark = '', rest = ''] = fence.exec(line) ?? []
    const was = open
    if (open && mark.startsWith(open) && rest.trim() === '') open = ''
    else if (!open && mark && !(mark.startsWith('`') && rest.includes('`'))) open = mark
    return was || open ? blank(line) : line.includes('`') ? line.replace(/(`{1,9})(?!`)[^\n`]{1,500}?\1(?!`)/g, blank) : line
  })
  return blankComments(lines.join('\n'))
}

function blankComments(text: string): string {
  const parts: string[] = []
  let at = 0
  for (let begin = text.indexOf('<!--'); begin >= 0; begin = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', begin)
    if (end < 0) break
    parts.push(text.slice(at, begin), blank(text.slice(begin, end + 3)))
    at = end + 3
  }
  return parts.join('') + text.slice(at)
}

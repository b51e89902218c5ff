import { decodeEntities } from './decode-entities.ts'

/** Whose content is no text of the page. */
const silent = new Set(['head', 'template', 'noscript', 'svg', 'object', 'select'])
/** The same, and nothing within is a tag. */
const raw = new Set(['script', 'style', 'title', 'iframe', 'textarea'])
const breaks = new Set(
  'p div section article header footer h1 h2 h3 h4 h5 h6 ul ol table tr pre address form hr dl dt dd'.split(' '),
)
const empty = new Set('br hr img input meta link area base col embed source track wbr'.split(' '))
const concealed = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|"|'|$)/i

/** HTML that is longer, in letters, is read no further. */
const longest = 5_000_000

/**
 * What a person sees of an HTML mail, as text: blocks on lines of their own, quotes marked with `>`, addresses of links after their
 * words. What is concealed, or a program, is left out. Looks at each letter once, whatever is in it.
 */
export function htmlText(html: string): string {
  const page = openPage()
  let link: { href: string; said: string } | undefined
  for (const part of partsOf(html.slice(0, longest))) {
    if ('text' in part) {
      const words = decodeEntities(part.text).replace(/[ \t\r\n\f]+/g, ' ')
      if (link && link.said.length < 500) link.said += words
      page.add(words)
      continue
    }
    const { name, isEnd, attributes } = part
    if (name === 'br') page.endLine('also empty')
    else if (name === 'blockquote') page.quote(isEnd ? -1 : 1)
    else if (name === 'li') {
      page.endLine()
      if (!isEnd) page.add('- ')
    } else if (name === 'td' || name === 'th') page.add(isEnd ? ' ' : '')
    else if (breaks.has(name)) page.endLine(isEnd && /^(?:p|h[1-6]|table|ul|ol)$/.test(name) ? 'with a gap' : undefined)
    else if (name === 'a') {
      if (link) page.add(addressOf(link))
      link = isEnd ? undefined : { href: hrefIn(attributes), said: '' }
    }
  }
  return page.text()
}

function openPage() {
  const lines: string[] = []
  let parts: string[] = []
  let isBlank = true
  let quotes = 0
  const endLine = (how?: 'also empty' | 'with a gap') => {
    const line = parts.join('').trim()
    if (line || how === 'also empty') lines.push(line && '> '.repeat(Math.min(quotes, 5)) + line)
    if (how === 'with a gap') lines.push('')
    parts = []
    isBlank = true
  }
  return {
    endLine,
    add(words: string) {
      const said = isBlank ? words.trimStart() : words
      if (!said) return
      parts.push(said)
      isBlank = said.endsWith(' ')
    },
    quote(deeper: number) {
      endLine()
      quotes = Math.max(0, quotes + deeper)
    },
    text() {
      endLine()
      return lines
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
    },
  }
}

function hrefIn(attributes: string): string {
  const [, double, single, bare] = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? []
  return decodeEntities(double ?? single ?? bare ?? '').trim()
}

/** Where a link leads, in brackets, unless its words say so already. */
function addressOf({ href, said }: { href: string; said: string }): string {
  const bare = href.replace(/^https?:\/\//i, '').replace(/\/$/, '')
  return /^https?:\/\//i.test(href) && href.length < 300 && !said.includes(bare) ? ` (${href})` : ''
}

type Part = { text: string } | { name: string; isEnd: boolean; attributes: string }

/** Text and tags in their order, without comments and without elements that no reader sees. */
function* partsOf(html: string): Generator<Part> {
  let hidden: { name: string; depth: number } | undefined
  let close = -1
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at)
    const until = open < 0 ? html.length : open
    if (until > at && !hidden) yield { text: html.slice(at, until) }
    if (open < 0) return
    const [, mark = '', tag = ''] = /^<(?:([!?])|(\/?[a-z][a-z0-9:-]*))/i.exec(html.slice(open, open + 40)) ?? []
    if (!mark && !tag) {
      if (!hidden && html[open + 1] !== '/') yield { text: '<' }
      at = open + 1
      continue
    }
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      if (end < 0) return
      at = end + 3
      continue
    }
    if (close < open) close = html.indexOf('>', open)
    if (close < 0) return
    at = close + 1
    if (mark) continue
    const name = tag.replace('/', '').toLowerCase()
    const isEnd = tag.startsWith('/')
    const attributes = html.slice(open + 1 + tag.length, Math.min(close, open + 5_000))
    if (hidden) {
      if (name === hidden.name) hidden.depth += isEnd ? -1 : 1
      if (hidden.depth <= 0) hidden = undefined
    } else if (!isEnd && raw.has(name)) {
      const ends = new RegExp(`</${name}`, 'gi')
      ends.lastIndex = at
      const end = ends.exec(html)
      if (!end) return
      at = end.index
    } else if (!isEnd && !empty.has(name) && !attributes.endsWith('/') && (silent.has(name) || concealed.test(attributes)))
      hidden = { name, depth: 1 }
    else yield { name, isEnd, attributes }
  }
}

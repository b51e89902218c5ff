import { linkBetween, linkTarget, type Namer, renameLink, type Ways } from './ways.ts'

const code = /^[ \t>]*(?:[-*+][ \t]+)?(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\1[`~]*[ \t]*$|$(?![\s\S]))/gm
const links = new RegExp(
  [
    String.raw`\[\[(?<wiki>[^\][|#\n]{1,300})(?=[\]|#])`,
    String.raw`\]\([ \t]*(?<link><[^>\n]*>|[^()\s<]*(?:\([^()\s]*\)[^()\s]*)*)`,
    String.raw`^ {0,3}\[[^\]\n]+\]:[ \t]*(?<named><[^>\n]*>|[^\s<]+)`,
    String.raw`(?<![\w./-])(?<path>customers/[\w-]+(?:/[^\s()[\]{}<>"'\`|,;#:]+)?)`,
  ].join('|'),
  'gmd',
)

/** A text whose wikilinks, relative Markdown links and written-out paths lead to where things went; code blocks stay as they are. */
export function relinkText(ways: Ways, file: Namer, text: string): string {
  const blocks = [...text.matchAll(code)].map(spanOf)
  const quoted = inlineCode(text)
  let made = ''
  let done = 0
  for (const match of text.matchAll(links)) {
    const group = Object.entries(match.groups!).find(([, found]) => found !== undefined)
    if (!group) continue
    const [kind, written] = group
    const [from, to] = match.indices!.groups![kind]!
    const inCode = blocks.some(holds(from)) || (kind !== 'path' && quoted.some(holds(from)))
    const now =
      inCode || from < done ? undefined : kind === 'wiki' ? wikilink(ways, file, written) : address(ways, file, written, kind)
    if (now === undefined) continue
    made += text.slice(done, from) + now
    done = to
  }
  return made + text.slice(done)
}

/** What stands between two equal runs of backticks on one line. */
function inlineCode(text: string): [number, number][] {
  const spans: [number, number][] = []
  let open: { at: number; length: number } | undefined
  for (const { index, 0: run } of text.matchAll(/`+|\n/g)) {
    if (run === '\n') open = undefined
    else if (!open) open = { at: index, length: run.length }
    else if (open.length === run.length) {
      spans.push([open.at, index + run.length])
      open = undefined
    }
  }
  return spans
}

const spanOf = ({ index, 0: { length } }: RegExpExecArray): [number, number] => [index, index + length]
const holds =
  (at: number) =>
  ([from, to]: [number, number]) =>
    from <= at && at < to

function wikilink(ways: Ways, file: Namer, written: string): string | undefined {
  const name = written.trim()
  const now = renameLink(ways, file, name)
  return now && written.replace(name, () => now)
}

function address(ways: Ways, file: Namer, written: string, kind: string): string | undefined {
  if (kind === 'path') return wholePath(ways, written)
  const inBrackets = written.startsWith('<')
  const [, target = '', rest = ''] = /^([^#?]*)(.*)$/s.exec(inBrackets ? written.slice(1, -1) : written)!
  if (target === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return undefined
  const plain = decode(target)
  const old = linkTarget(file.was, plain)
  if (old === undefined) return undefined
  const slash = /\/$/.exec(plain)?.[0] ?? ''
  const went = ways.get(old)
  const root = went === undefined && plain.startsWith('customers/') ? wholePath(ways, plain) : undefined
  const now = root ?? renewed(file, old, went, plain)
  if (now === undefined || now === plain) return undefined
  const said = (now.endsWith('/') ? now : now + slash) + rest
  return inBrackets ? `<${said}>` : target === plain ? said : encodeURI(now) + slash + rest
}

/** A link from where the file will stand; one that is right already stays as it was written. */
function renewed({ was, is, has }: Namer, old: string, went: string | undefined, written: string): string | undefined {
  const there = went ?? old
  if (written.startsWith('/')) return went && `/${went}`
  if (went === undefined && (was === is || !has?.(old))) return undefined
  return linkTarget(is, written) === there ? undefined : linkBetween(is, there)
}

/** A path that is written out, perhaps with the full stop of its sentence. */
function wholePath(ways: Ways, written: string): string | undefined {
  const bare = written.replace(/[./]+$/, '')
  const now = ways.get(bare)
  return now === undefined || now === bare ? undefined : now + written.slice(bare.length)
}

function decode(target: string): string {
  try {
    return decodeURI(target)
  } catch {
    return target
  }
}

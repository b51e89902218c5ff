import { isDeepStrictEqual } from 'node:util'
import type { KindName } from '../../records/kinds.ts'
import { schemaOf } from '../../records/schema/schema-of.ts'
import { type FrontMatter, placeOf, readFrontMatter } from '../../records/text/front-matter.ts'
import { renderText } from '../../records/text/render-value.ts'
import { foldWord } from './fold.ts'
import type { MendKnown } from './known.ts'
import { type Change, type Fix, withChanges } from './mend.ts'

/** A front matter that cannot be read, where one small change makes it readable and nothing else can have been meant. */
export function mendFrontMatter(kind: KindName, sheet: FrontMatter, known: MendKnown): Fix[] {
  const isYaml = /\.ya?ml$/i.test(sheet.path)
  const keys = new Set(Object.keys(schemaOf(kind, known.team).shape))
  if (!isYaml && sheet.from === sheet.to) return mendFence(sheet, keys)
  return [...mendTabs(sheet), ...mendLines(sheet, keys)].slice(0, 1)
}

const keyLine = /^([\p{L}_][\p{L}\p{N}_.-]*):(?:[ \t]|$)/u
const belongs = (line: string, keys: ReadonlySet<string>) =>
  keyLine.test(line) || /^(?:[ \t]+\S|- |#)/.test(line) || isKnown(/^(\p{L}[^:]{0,40}):[ \t]/u.exec(line)?.[1], keys)
const isKnown = (words: string | undefined, keys: ReadonlySet<string>) =>
  words !== undefined && [...keys].some((key) => foldWord(key) === foldWord(words))
/** What typing programs and hasty fingers make of `---`. */
const likeFence = /^(?:-{2}|-{4,}|[—–―]-?|—{2,3}|\.\.\.)[ \t]*$/

/** The line that opens or closes the front matter is missing or is not quite `---`; the keys above it or below say where it belongs. */
function mendFence({ path, text }: FrontMatter, keys: ReadonlySet<string>): Fix[] {
  const bom = text.startsWith('\uFEFF') ? 1 : 0
  const lines = linesOf(text.slice(bom)).map((line) => ({ ...line, from: line.from + bom, to: line.to + bom }))
  const [first] = lines
  if (!first) return []
  const isOpen = first.words.trimEnd() === '---'
  if (!isOpen && !likeFence.test(first.words) && !keys.has(keyLine.exec(first.words)?.[1] ?? '')) return []
  const begin = isOpen || likeFence.test(first.words) ? 1 : 0
  const stop = lines.findIndex(({ words }, n) => n >= begin && !belongs(words, keys))
  const end = stop < 0 ? lines.length : stop
  const block = lines.slice(begin, end)
  if (!block.some(({ words }) => keys.has(keyLine.exec(words)?.[1] ?? '')) || !keyLine.test(block[0]?.words ?? '')) return []
  const last = lines[end]
  const next = lines.slice(end).find(({ words }) => words.trim() !== '')
  const isClosed = last?.words.trimEnd() === '---'
  if (!isClosed && next && next !== last && keyLine.test(next.words)) return []
  if (!isClosed && last && last.words.trim() !== '' && !likeFence.test(last.words)) return []
  if (begin === 0 && !isClosed) return []
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n'
  const changes: Change[] = []
  if (begin === 0) changes.push({ from: bom, to: bom, put: `---${eol}` })
  else if (!isOpen) changes.push({ from: first.from, to: first.to, put: '---' })
  if (!isClosed) changes.push(closing(text, last, eol))
  const closed = readFrontMatter(path, withChanges(text, changes))
  if (isOpen && isBroken(closed)) changes.push(...mendLines(closed, keys).flatMap((fix) => fix.changes))
  const after = readFrontMatter(path, withChanges(text, changes))
  const names = Object.keys(after.data)
  const known = names.filter((name) => isKnown(name, keys)).length
  if (isBroken(after) || after.from === after.to || known * 2 < names.length) return []
  return [
    {
      code: 'front-matter-open',
      said: isClosed ? 'the front matter begins with ---' : 'the front matter ends with ---',
      changes,
    },
  ]
}

const isBroken = ({ problems }: FrontMatter) => problems.some(({ severity }) => severity === 'error')

type Line = { words: string; from: number; to: number }

function closing(text: string, last: Line | undefined, eol: string): Change {
  if (!last) return { from: text.length, to: text.length, put: text.endsWith('\n') ? `---${eol}` : `${eol}---${eol}` }
  if (last.words.trim() !== '') return { from: last.from, to: last.to, put: '---' }
  return { from: last.from, to: last.from, put: `---${eol}` }
}

/** Tabs before a key. They count as spaces only where it does not matter as how many. */
function mendTabs(sheet: FrontMatter): Fix[] {
  const yaml = sheet.text.slice(sheet.from, sheet.to)
  const indents = [...yaml.matchAll(/^ *\t[ \t]*(?=\S)/gm)]
  if (indents.length === 0) return []
  const ways = [2, 4, 8].map((width) =>
    indents.map(({ 0: space, index }) => ({
      from: sheet.from + index,
      to: sheet.from + index + space.length,
      put: space.replaceAll('\t', ' '.repeat(width)),
    })),
  )
  const [first, ...others] = ways.map((changes) => readFrontMatter(sheet.path, withChanges(sheet.text, changes)))
  if (isBroken(first!) || !others.every(({ data }) => isDeepStrictEqual(data, first!.data))) return []
  return [{ code: 'yaml', said: `${indents.length === 1 ? 'a tab' : 'tabs'} before a key → spaces`, changes: ways[0]! }]
}

/** Lines whose value needs quotes, or whose colon needs a space. They are mended together, for none can be read before all can. */
function mendLines(sheet: FrontMatter, keys: ReadonlySet<string>): Fix[] {
  const lines = linesOf(sheet.text.slice(sheet.from, sheet.to))
  const wrong = new Set(sheet.document.errors.slice(0, 50).map(({ pos }) => placeOf(sheet.text, sheet.from + pos[0]).line))
  const first = placeOf(sheet.text, sheet.from).line
  const wanted = new Map<string, string>()
  const changes = lines.flatMap((line, n): Change[] => {
    if (![...wrong].some((at) => at === first + n || at === first + n + 1)) return []
    const found = quoted(line.words, lines[n + 1]?.words ?? '') ?? spaced(line.words, keys)
    if (!found) return []
    if (found.value !== undefined) wanted.set(found.key, found.value)
    return [{ from: sheet.from + line.from + found.at, to: sheet.from + line.to, put: found.put }]
  })
  if (changes.length === 0) return []
  const after = readFrontMatter(sheet.path, withChanges(sheet.text, changes))
  if (isBroken(after)) return []
  const isSame = [...wanted].every(([key, value]) => holds(after.data, key, value))
  const said =
    changes.length === 1
      ? 'a value that cannot stand without quotes'
      : `${changes.length} values that cannot stand without quotes`
  return isSame && !hasStrayValue(sheet, changes) ? [{ code: 'yaml', said, changes }] : []
}

/** Without the mended lines the rest must read as it does with them: nothing of it may have become part of a value, or the other way round. */
function hasStrayValue(sheet: FrontMatter, changes: readonly Change[]): boolean {
  const lineOf = ({ from, to }: Change) => {
    const start = sheet.text.lastIndexOf('\n', from - 1) + 1
    return { from: start, to: to + (sheet.text.slice(to).startsWith('\r\n') ? 2 : 1), put: '' }
  }
  const without = readFrontMatter(sheet.path, withChanges(sheet.text, changes.map(lineOf)))
  const withThem = readFrontMatter(sheet.path, withChanges(sheet.text, changes))
  if (isBroken(without)) return true
  const isTop = changes.every(({ from }) => sheet.text[sheet.text.lastIndexOf('\n', from - 1) + 1]!.trim() !== '')
  return isTop && !Object.entries(without.data).every(([key, value]) => isDeepStrictEqual(withThem.data[key], value))
}

const holds = (data: unknown, key: string, value: string): boolean =>
  typeof data === 'object' &&
  data !== null &&
  Object.entries(data).some(([name, item]) => (name === key && item === value) || holds(item, key, value))

type Found = { key: string; at: number; put: string; value?: string }

/** The value of one line in quotes, where it holds what no bare value may: `: `, or a sign at its beginning. */
function quoted(line: string, next: string): Found | undefined {
  const [, head = '', key = '', rest = ''] = /^([ ]*(?:- )?([\p{L}_][\p{L}\p{N}_.-]*):[ \t]+)(.*)$/u.exec(line) ?? []
  const value = rest.trimEnd()
  const needs = /: |:$|^[@`%*&!|>\]}]|^\[[^\]]*\]\s*\S|^\{[^}]*\}\s*\S/.test(value)
  if (!needs || / #/.test(value) || /^["']/.test(value) || /^[|>][-+\d]*$/.test(value)) return undefined
  if (readFrontMatter('one-line.yaml', `${line.replace(/^ *(?:- )?/, '')}\n`).document.errors.length === 0) return undefined
  const indent = /^ */.exec(line)![0].length
  if (next.trim() !== '' && /^ */.exec(next)![0].length > indent + (line.trimStart().startsWith('- ') ? 2 : 0)) return undefined
  const bare = /^[“„«](.*)[”“»]$/u.exec(value)?.[1] ?? value
  return { key, at: head.length, put: renderText(bare, { quote: 'double' }), value: bare }
}

/** A known key whose colon is not followed by a space; addresses are no keys. */
function spaced(line: string, keys: ReadonlySet<string>): Found | undefined {
  const [, key = '', value = ''] = /^([a-z_]+):([^\s/:].*)$/.exec(line) ?? []
  return keys.has(key) ? { key, at: 0, put: `${key}: ${value}` } : undefined
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let from = 0; from < text.length; ) {
    const at = text.indexOf('\n', from)
    const end = at < 0 ? text.length : at
    const to = text[end - 1] === '\r' && end > from ? end - 1 : end
    lines.push({ words: text.slice(from, to), from, to })
    from = end + 1
  }
  return lines
}

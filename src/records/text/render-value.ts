/** How a value is to be written: on one line, between brackets, in the quotes its author used, without any ambition to please. */
export type Style = { inFlow?: boolean; quote?: 'single' | 'double'; strict?: boolean }

/** Turns a value into what a file can hold (dates become text, `undefined` members go), so that it can be compared with what is read. */
export function plainValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map((item: unknown) => plainValue(item ?? null))
  if (typeof value !== 'object')
    throw new Error(`A value of type ${typeof value}, such as NaN or a function, cannot be written to a file.`)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, plainValue(member)]),
  )
}

/** Writes a value on one line. Lists and maps come between brackets. */
export function renderInline(value: unknown, style: Style = {}): string {
  const inside: Style = { inFlow: true, strict: style.strict ?? false }
  if (typeof value === 'string') return renderText(value, style)
  if (Array.isArray(value)) return `[${value.map((item) => renderInline(item, inside)).join(', ')}]`
  if (!isMapping(value)) return String(value)
  return `{${Object.entries(value)
    .map(([key, member]) => `${renderText(key, inside)}: ${renderInline(member, inside)}`)
    .join(', ')}}`
}

/** Writes a list or a map as lines, each indented; scalars inside stand on their own line. */
export function renderLines(value: object, indent: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => {
      if (!isFilled(item)) return hang(`${indent}-`, item, indent)
      const [first, ...rest] = renderLines(item, `${indent}  `)
      return [`${indent}- ${first!.slice(indent.length + 2)}`, ...rest]
    })
  return Object.entries(value).flatMap(([key, member]) => renderEntry(key, member, indent))
}

/** Writes a new entry of a block map: short lists of scalars between brackets, longer things as lines below the key. */
export function renderEntry(key: string, value: unknown, indent: string, strict = false): string[] {
  const name = `${indent}${renderText(key, { strict })}:`
  if (strict || !isFilled(value) || isShortList(value)) return hang(name, value, indent, strict)
  return [name, ...renderLines(value, `${indent}  `)]
}

function hang(before: string, value: unknown, indent: string, strict = false): string[] {
  const literal = typeof value === 'string' && !strict && renderLiteral(value, `${indent}  `)
  return literal ? [`${before} ${literal.header}`, ...literal.lines] : [`${before} ${renderInline(value, { strict })}`]
}

/** A text of several lines as a literal block, or undefined where a literal could not hold it. */
export function renderLiteral(text: string, indent: string): { header: string; lines: string[] } | undefined {
  const body = text.replace(/\n+$/, '')
  if (!text.includes('\n') || body === '' || needsEscapes(body.replaceAll('\n', '')) || /^[ \t]+$/m.test(body)) return undefined
  const chomp = text === body ? '-' : text === `${body}\n` ? '' : '+'
  const guide = /^\n*[ \t]/.test(body) ? '2' : ''
  const lines = [
    ...body.split('\n'),
    ...'\n'
      .repeat(Math.max(0, text.length - body.length - 1))
      .split('\n')
      .slice(1),
  ]
  return { header: `|${guide}${chomp}`, lines: lines.map((line) => (line === '' ? '' : indent + line)) }
}

/** Writes a text so that it is read back as this very text, plain where plain is safe. */
export function renderText(text: string, { inFlow = false, quote, strict = false }: Style = {}): string {
  if (strict || quote === 'double' || needsEscapes(text)) return inDoubleQuotes(text)
  if (quote === 'single') return `'${text.replaceAll("'", "''")}'`
  return isPlain(text, inFlow) ? text : inDoubleQuotes(text)
}

/** Whether a value is a list or a map with something in it, which lines could show. */
export const isFilled = (value: unknown): value is object => isMapping(value) && Object.keys(value).length > 0

/** Whether a list is short enough to stand on the line of its key. */
export const isShortList = (value: unknown) =>
  Array.isArray(value) && value.every((item) => !isMapping(item) && !/\n/.test(String(item))) && renderInline(value).length <= 90

const isMapping = (value: unknown): value is object => typeof value === 'object' && value !== null

const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u
const needsEscapes = (text: string) => unprintable.test(text)

const inDoubleQuotes = (text: string) =>
  JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Older readers of YAML take these words for yes and no. */
const yesOrNo = /^(?:y|n|yes|no|on|off)$/i

/** What YAML's core schema reads as nothing, a truth value or a number (YAML 1.2.2, 10.3.2). */
const notText =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/

function isPlain(text: string, inFlow: boolean): boolean {
  if (text === '' || text.trim() !== text || /^[-?:,[\]{}#&*!|>'"%@`]|^\.\.\.|: | #|:$/.test(text)) return false
  if (inFlow && /[,[\]{}]/.test(text)) return false
  return !yesOrNo.test(text) && !notText.test(text)
}

import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'

const encodings = [
  'UTF-8',
  'UTF-8 with a byte-order mark',
  'UTF-16LE',
  'UTF-16BE',
  'UTF-16LE without a mark',
  'UTF-16BE without a mark',
  'Latin-1',
  'Windows-1252',
] as const
type Encoding = (typeof encodings)[number]

const lineEnds = { LF: ['\n'], CRLF: ['\r\n'], CR: ['\r'], mixed: ['\n', '\r\n', '\r'] }

const words = [
  'Acme',
  'x',
  '0',
  '=SUM(A1)',
  '12.50',
  '1,5',
  'a;b',
  'c|d',
  'e\tf',
  'sep=;',
  "O'Neil",
  '""',
  '5" pipe',
  'two\nlines',
  'two\r\nlines',
  'a\rb',
  ' led',
  'trailed ',
  '',
  '{"k": [1, "v"]}',
]
const western = ['café', 'Zoë', 'Größe', 'ñandú', 'ÿ']
const euro = ['€ 5', '“quoted”', 'naïve – dash', 'Žižek']
const wide = ['日本語', '顧客管理', '😀', 'Ελλάδα', '한국어', 'זה']

const lettersOf = (encoding: Encoding) => {
  if (encoding === 'Latin-1') return [...words, ...western]
  if (encoding === 'Windows-1252') return [...words, ...western, ...euro]
  return [...words, ...western, ...euro, ...wide]
}

const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Text as bytes; what the encoding has no letter for is a fault of the generator. */
function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'UTF-8':
      return Buffer.from(text)
    case 'UTF-8 with a byte-order mark':
      return Buffer.from(`\uFEFF${text}`)
    case 'UTF-16LE':
      return Buffer.from(`\uFEFF${text}`, 'utf16le')
    case 'UTF-16BE':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
    case 'UTF-16LE without a mark':
      return Buffer.from(text, 'utf16le')
    case 'UTF-16BE without a mark':
      return Buffer.from(text, 'utf16le').swap16()
    default:
      return Buffer.from(
        Array.from(text, (letter) => {
          const at = windows.indexOf(letter)
          return at < 0 ? letter.codePointAt(0)! : at + 0x80
        }),
      )
  }
}

export type Written = {
  bytes: Buffer
  headings: string[]
  rows: string[][]
  lines: number[]
  separator: string
  ends: string
  encoding: Encoding
  features: string[]
}

/** A CSV file somebody may have written, with the rows it holds and the lines they begin at. */
export const anyCsv: fc.Arbitrary<Written> = fc
  .record({
    encoding: fc.constantFrom(...encodings),
    separator: fc.constantFrom(',', ';', '\t', '|'),
    ends: fc.constantFrom('LF', 'CRLF', 'CR', 'mixed' as keyof typeof lineEnds),
    quoting: fc.constantFrom('all', 'needed', 'some'),
    final: fc.boolean(),
    width: fc.integer({ min: 1, max: 6 }),
  })
  .chain((style) => {
    const cell = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...lettersOf(style.encoding)) },
      { weight: 1, arbitrary: fc.string({ maxLength: 8 }).filter((text) => !/[\0\uFEFF]/.test(text)) },
    )
    const row = fc.array(cell, { minLength: style.width, maxLength: style.width })
    return fc
      .record({
        style: fc.constant(style),
        rows: fc.array(row, { maxLength: 12 }),
        blankLines: fc.array(fc.nat({ max: 12 }), { maxLength: 2 }),
        dice: fc.infiniteStream(fc.nat({ max: 5 })),
      })
      .map(write)
  })
  .filter(({ bytes, encoding }) =>
    encoding !== 'Latin-1' && encoding !== 'Windows-1252' ? true : !isUtf8(bytes) || bytes.every((byte) => byte < 128),
  )

type Drawn = {
  style: { encoding: Encoding; separator: string; ends: string; quoting: string; final: boolean; width: number }
  rows: string[][]
  blankLines: number[]
  dice: Iterable<number>
}

function write({ style, rows: drawn, blankLines, dice }: Drawn): Written {
  const rolls = dice[Symbol.iterator]()
  const roll = () => (rolls.next() as { value: number }).value
  const { separator, width } = style
  const headings = Array.from({ length: width }, (_, at) => `Heading ${at + 1}`)
  const rows = drawn.filter((row) => row.some((cell) => cell.trim() !== ''))
  const features = new Set<string>([
    style.encoding,
    style.ends,
    `separator ${separator}`,
    `quotes ${style.quoting}`,
    style.final ? 'final newline' : 'no final newline',
    width === 1 ? 'one column' : 'several columns',
  ])
  const quote = (cell: string, at: number) => {
    // One column says nothing about the separator, so that any would break an unquoted cell.
    const must =
      /["\r\n]/.test(cell) ||
      cell.includes(separator) ||
      (width === 1 && /[,;\t|]/.test(cell)) ||
      (at === 0 && /^sep=/i.test(cell))
    if (must && cell.includes(separator)) features.add('separator in a cell')
    if (/[\r\n]/.test(cell)) features.add('newline in a cell')
    if (cell.includes('"')) features.add('quote in a cell')
    if (cell !== cell.trim()) features.add('blanks at an end')
    if (/\p{Script=Han}|\p{Script=Hangul}/u.test(cell)) features.add('CJK')
    if (/\p{Emoji_Presentation}/u.test(cell)) features.add('emoji')
    return must || style.quoting === 'all' || (style.quoting === 'some' && roll() < 2) ? `"${cell.replaceAll('"', '""')}"` : cell
  }
  let text = ''
  let line = 1
  const put = (row: string) => {
    const choices = lineEnds[style.ends as keyof typeof lineEnds]
    const end = choices[roll() % choices.length]!
    text += row + end
    line += row.match(/\r\n|\r|\n/g)?.length ?? 0
    line += 1
    return end
  }
  let last = put(headings.map(quote).join(separator))
  const lines: number[] = []
  for (const [at, row] of rows.entries()) {
    // Between a lone CR and an LF a blank line would vanish.
    if (blankLines.includes(at) && style.ends !== 'mixed') {
      features.add('blank line')
      last = put('')
    }
    lines.push(line)
    last = put(row.map(quote).join(separator))
  }
  if (!style.final) text = text.slice(0, -last.length)
  return {
    bytes: encode(text, style.encoding),
    headings,
    rows,
    lines,
    separator,
    ends: style.ends,
    encoding: style.encoding,
    features: [...features],
  }
}

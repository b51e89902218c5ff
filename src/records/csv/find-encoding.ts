export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The encoding a byte-order mark or the places of the NUL bytes show; undefined when they show none. */
export function findEncoding(head: Uint8Array): { encoding: Encoding; mark: number } | undefined {
  const mark = byteOrderMark(head)
  if (mark) return mark
  if (!head.includes(0)) return undefined
  const encoding = wideEncoding(head)
  return encoding && { encoding, mark: 0 }
}

const byteOrderMark = ([first, second, third]: Uint8Array) => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', mark: 3 } as const
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', mark: 2 } as const
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', mark: 2 } as const
  return undefined
}

// UTF-16 without a mark: half of each ASCII letter is NUL, no letter is wholly NUL, and most are not two ASCII bytes.
const wideEncoding = (head: Uint8Array): Encoding | undefined => {
  let little = 0
  let big = 0
  let narrow = 0
  for (let at = 0; at + 1 < head.length; at += 2) {
    const [first, second] = [head[at]!, head[at + 1]!]
    if (first === 0 && second === 0) return undefined
    if (second === 0) little += weigh(first)
    if (first === 0) big += weigh(second)
    if (isAscii(first) && isAscii(second)) narrow += 1
  }
  if (little === big || narrow * 4 > head.length) return undefined
  const encoding = little > big ? 'utf-16le' : 'utf-16be'
  const even = head.subarray(0, head.length - (head.length % 2))
  const text = new TextDecoder(encoding).decode(even)
  // A letter may be cut in two at the end of what was looked at.
  return text.slice(0, -1).includes('�') ? undefined : encoding
}

// Read with the bytes swapped, a line end or a comma is no letter anybody writes; other ASCII may be a common Chinese one.
const weigh = (byte: number) => (byte === 10 || byte === 13 || byte === 44 ? 100 : Number(isAscii(byte)))

const isAscii = (byte: number) => (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13

/** The encoding in the words of programs that export: `UTF-8 with a byte-order mark`. */
export function sayEncoding(encoding: Encoding, mark: number): string {
  if (encoding === 'utf-8') return mark > 0 ? 'UTF-8 with a byte-order mark' : 'UTF-8'
  return { 'utf-16le': 'UTF-16LE', 'utf-16be': 'UTF-16BE', 'windows-1252': 'Windows-1252' }[encoding]
}

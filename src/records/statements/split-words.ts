/** The words of a sentence in small letters; `named` are the places of those with a capital that begin no sentence. */
export type Words = { plain: string[]; named: number[] }

/** What a sign is within a word: 0 ends it, 1 is a letter or digit, 2 joins two of them, 3 a capital. */
const kinds = new Uint8Array(0x250)
for (let code = 0; code < kinds.length; code++) {
  const sign = String.fromCharCode(code)
  if (/\p{Lu}/u.test(sign)) kinds[code] = 3
  else if (/[\p{L}\p{N}\p{M}€$£¥%]/u.test(sign)) kinds[code] = 1
  else if ("'’.,:/-".includes(sign)) kinds[code] = 2
}

const far = /[\p{L}\p{N}\p{M}€]/u
const capital = /\p{Lu}/u
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u

const kindOf = (code: number): number => {
  if (code < 0x250) return kinds[code]!
  if (code === 0x2019) return 2
  const sign = String.fromCharCode(code)
  return code >= 0xd800 && code < 0xe000 ? 1 : capital.test(sign) ? 3 : far.test(sign) ? 1 : 0
}

/** The words of a sentence with their signs of money and per cent; of scripts without spaces, two letters at a time. */
export function splitWords(text: string): Words {
  const words: Words = { plain: [], named: [] }
  const small = text.toLowerCase().replaceAll('’', "'")
  const isEven = small.length === text.length
  for (let at = 0; at < text.length; ) {
    const first = kindOf(text.charCodeAt(at))
    if (first === 0 || first === 2) {
      at++
      continue
    }
    const from = at++
    for (; at < text.length; at++) {
      const kind = kindOf(text.charCodeAt(at))
      if (kind === 0 || (kind === 2 && (kindOf(text.charCodeAt(at + 1)) & 1) === 0)) break
    }
    take(words, isEven ? small.slice(from, at) : text.slice(from, at).toLowerCase(), first === 3)
  }
  return words
}

function take({ plain, named }: Words, word: string, isNamed: boolean): void {
  if (word.charCodeAt(0) >= 0x0e00 && word.length > 1 && unspaced.test(word)) {
    for (let at = 0; at + 1 < word.length; at++) plain.push(word.slice(at, at + 2))
    return
  }
  if (isNamed && plain.length > 0 && word.length > 1) named.push(plain.length)
  plain.push(word)
}

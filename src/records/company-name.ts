const wordsOf = (line: string) => line.split(' ')

/** Legal forms as they end a name, in small letters, without dots and spaces. */
const forms = new Set(
  [
    'inc incorporated corp corporation co company cos companies llc llp lllp lp pllc plc pbc ltd ltda limited cic',
    'gmbh mbh ggmbh ag se kg kgaa ohg gbr ug haftungsbeschrankt',
    'sa sas sasu sarl eurl snc sca scs srl srls spa sapa sl slu sau cie compagnie sprl bvba scrl eireli',
    'bv nv vof ab as asa ans oy oyj aps hf ehf',
    'pty pte pvt privateltd privatelimited kk gk yk kabushikikaisha bhd sdn tbk',
    'sro spzoo spolkazoo doo dd dooel ood eood kft zrt nyrt oao ooo zao pao ao jsc ojsc cjsc pjsc ооо оао зао пао ао',
    'sadecv sapidecv sderldecv sderl fze fzco fzllc wll dmcc',
    '株 주 有 合',
  ].flatMap(wordsOf),
)

/** Forms that count only with their letters apart, because they are words: `e.V.`, but not `EV`. */
const spelt = new Set(wordsOf('ev eg ek is ad bt pc'))

/** Forms that stand before a name as often as after it. */
const before = new Set(wordsOf('the pt ooo oao zao pao ао ооо оао зао пао 株 주 有 合'))

/** Forms written together with the name, on either side of it. */
const attached =
  /^(?:株式会社|有限会社|合同会社|주식회사)|(?:株式会社|有限会社|合同会社|주식회사|股份有限公司|有限责任公司|有限責任公司|有限公司)$/gu

const joins = new Set(wordsOf('and und et y og och'))

/** Letters that do not come apart into a plain one and an accent. */
const plain: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h' }

/**
 * What two spellings of one company's name have in common: letter case, accents, punctuation, spaces, a leading "the" and
 * legal forms are left out, `&` is `and`. For matching only, never shown; empty only for an empty name.
 */
export function companyKey(name: string): string {
  const words = foldLetters(name)
    .replace(/['’‘`´]/gu, '')
    .replace(/(?<=\S)\+/gu, ' plus ')
    .replace(/[&＆+]/gu, ' and ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map((word) => word.replace(attached, '') || word)
    .filter(Boolean)
  return joinWords(dropForms(words)) || name.trim().toLowerCase()
}

const foldLetters = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßøæœłđðþıħ]/gu, (letter) => plain[letter]!)

/** One word always stays. */
function dropForms(words: readonly string[]): string[] {
  let rest = [...words]
  while (rest.length > 1 && before.has(rest[0]!)) rest = rest.slice(1)
  for (let n = formAtEnd(rest); n > 0; n = formAtEnd(rest)) {
    rest = rest.slice(0, -n)
    while (rest.length > 1 && joins.has(rest.at(-1)!)) rest = rest.slice(0, -1)
  }
  return rest
}

/** How many words at the end are one legal form, written out in letters or not: `S. de R.L. de C.V.` are seven. */
function formAtEnd(words: readonly string[]): number {
  for (let n = Math.min(7, words.length - 1); n > 1; n--) {
    const last = words.slice(-n)
    const word = last.join('')
    const isTail = words.at(-n - 1)!.length > 1 && (n === 2 || last.every(({ length }) => length <= 2))
    if (isTail && (forms.has(word) || spelt.has(word))) return n
  }
  return words.length > 1 && forms.has(words.at(-1)!) ? 1 : 0
}

/** Spaces go, but never between digits: "24 7" is not "247". */
const joinWords = (words: readonly string[]) => words.join(' ').replace(/(?<!\p{N}) | (?!\p{N})/gu, '')

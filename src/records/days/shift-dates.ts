import { anyMonth, likelyMonth, longMonth, monthOf, nameMonth, plainMonth } from './month-names.ts'
import {
  type Groups,
  monthAfter,
  quarterOf,
  type Said,
  type Shift,
  shiftDotted,
  shiftIso,
  shiftJapanese,
  shiftMonth,
  shiftOrdinal,
  shiftSpan,
  shiftWeek,
  yearAfter,
  yearsIn,
} from './shift-forms.ts'

type Rule = { words: string; put: (said: Said) => string | undefined }

const year = '(?<year>20[0-9]{2})'
const start = String.raw`(?<![\p{L}\p{N}_@/.:#$€£¥+-])`
const end = String.raw`(?![\p{L}\p{N}_@/-]|[.,:]\p{N})`
const after = String.raw`(?![\p{L}\p{N}_@]|-\p{Ll})`
/** Words after which even a doubtful name is a month. */
const within =
  '[Ii]n|[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Ff]rom|[Oo]f|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]his|[Ll]ast|[Nn]ext|[Ff]or|[Tt]he|[Oo]ur|[Yy]our|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Ii]m|[Bb]is|[Ss]eit|[Aa]b|en|fin|début'
const ordinal = '(?:st|nd|rd|th)'
const date = '(?<day>[0-3]?[0-9])'
const stop = '(?<dot>\\.?)'
const others = String.raw`(?:(?<first>[0-3]?[0-9])(?<firstEnd>${ordinal}|\.)?(?<mid>\s?(?:-|–|/|to|and|or|bis|und|oder|et|au|y)\s?))?`

/** The forms in which files are named; in texts they are the names of those files, too. */
const names: Rule[] = [
  {
    words: String.raw`(?<![0-9])(?<iso>[12][0-9]{3}-[01][0-9]-[0-3][0-9])(?:(?<t>[T ])(?<clock>[0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?)(?<offset>[+-][0-2][0-9]:?[0-5][0-9])?)?(?![0-9])`,
    put: shiftIso,
  },
  {
    words: String.raw`(?<![\p{L}\p{N}])(?<year>20[0-9]{2})(?<gap>-?)Q(?<quarter>[1-4])(?![\p{L}\p{N}])`,
    put: ({ groups, shift }) => quarterOf(groups, shift, (inYear, quarter) => `${inYear}${groups['gap']}Q${quarter}`),
  },
  {
    words: String.raw`${start}(?<year>20[0-9]{2})-(?<month>0[1-9]|1[0-2])(?![\p{L}\p{N}_-])|(?<=/)(?<year>20[0-9]{2})-(?<month>0[1-9]|1[0-2])(?=[/.])`,
    put: ({ groups, shift }) => {
      const then = monthAfter(Number(groups['year']), Number(groups['month']) - 1, shift)
      return `${then.year}-${String(then.month + 1).padStart(2, '0')}`
    },
  },
]

/** In the order in which they are tried at each place of a text; what is found first is passed by the others. */
const rules: Rule[] = [
  // What looks like a date and is none: addresses, identities, numbers of telephones.
  {
    words: String.raw`(?:https?://|www\.)[^\s)>\]"']+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+`,
    put: () => undefined,
  },
  { words: String.raw`(?<![\p{L}\p{N}])\+[0-9][0-9 ()./-]{6,}[0-9]`, put: () => undefined },
  { words: String.raw`(?<=^\s*source:\s*["']?)(?!customers/)[^\s"'/]*:[^\s"']+`, put: () => undefined },
  ...names,
  {
    words: `${start}Q(?<quarter>[1-4])(?<gap>[ /-])${year}${end}`,
    put: ({ groups, shift }) => quarterOf(groups, shift, (inYear, quarter) => `Q${quarter}${groups['gap']}${inYear}`),
  },
  {
    words: `${start}${others}${date}(?<end>${ordinal}|\\.)?(?<of> (?:of |de )?)(?<month>${anyMonth})${stop}(?:(?<comma>,? )${year})?${end}`,
    put: (said) => shiftSpan(said, (day, name) => `${day}${said.groups['of']}${name}`),
  },
  {
    words: `${start}(?<month>${anyMonth})${stop} ${others}${date}(?<end>${ordinal})?(?:(?<comma>, ?| )${year})?${end}`,
    put: (said) => shiftSpan(said, (day, name) => `${name} ${day}`, true),
  },
  {
    words: String.raw`${start}(?<day>[0-3]?[0-9])\.(?<space> ?)(?<number>[01]?[0-9])(?<close>\.)(?<year>20[0-9]{2})(?!\p{N})`,
    put: shiftDotted,
  },
  {
    words: String.raw`(?<=(?:\b(?:am|bis|zum|vom|ab|seit|den|der|dem|und)|(?:Mo|Di|Mi|Do|Fr|Sa|So|tag|woch)[.,]*) )(?<day>[0-3]?[0-9])\.(?<space> ?)(?<number>[01]?[0-9])(?<close>\.?)(?![\p{L}\p{N}])`,
    put: shiftDotted,
  },
  {
    words: '(?:(?<year>20[0-9]{2})年)?(?<number>1[0-2]|[1-9])月(?:(?<day>[0-3]?[0-9])日)?',
    put: shiftJapanese,
  },
  { words: '(?<year>20[0-9]{2})(?=年)', put: ({ groups, shift }) => `${yearAfter(groups, shift)}` },
  {
    words: `${start}(?<month>${anyMonth})${stop}(?<gap>,? )${year}${end}`,
    put: ({ groups, shift, around }) => {
      const then = monthAfter(Number(groups['year']), monthOf(groups['month']!), shift)
      return `${nameMonth(then.month, groups['month']!, around)}${groups['dot']}${groups['gap']}${then.year}`
    },
  },
  { words: `${start}(?<month>${plainMonth})${after}`, put: shiftMonth },
  { words: String.raw`${start}(?<month>${likelyMonth})${after}(?! \p{Lu})`, put: shiftMonth },
  {
    words: String.raw`(?<=\b(?:${within}) |\b(?:${anyMonth})\.? ?(?:to|and|or|bis|und|et|y|–|-|/) ?)(?<month>${longMonth})${after}(?! \p{Lu})`,
    put: shiftMonth,
  },
  {
    words: String.raw`(?<=\b(?:(?:[Mm]id|[Ee]arly|[Ll]ate)[ -]|(?:[Ee]nd of|Anfang|Mitte|Ende) ))(?<month>${anyMonth})${after}`,
    put: shiftMonth,
  },
  {
    words: String.raw`(?=[Qq][1-4])(?<![\p{L}\p{N}_-])(?<!^[\s>*-]*)(?<letter>[Qq])(?<quarter>[1-4])(?![\p{L}\p{N}_]|-[\p{Ll}\p{N}])`,
    put: ({ groups, shift }) => quarterOf(groups, shift, (_, quarter) => `${groups['letter']}${quarter}`),
  },
  {
    words: String.raw`(?<word>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)(?=[ -]quarter\b(?! of an?\b))|(?<word>erste|zweite|dritte|vierte)(?=[nsrm]? Quartal)|(?<quarter>[1-4])(?=\. Quartal|四半期)`,
    put: shiftOrdinal,
  },
  {
    words: String.raw`(?<=\b(?:KW|CW|calendar week) ?)(?<week>[0-5]?[0-9])(?!\p{N})|(?<=\b(?:[Ii]n|[Oo]f|[Bb]y|[Ff]rom|[Uu]ntil|[Ss]ince) week )(?<week>[1-5][0-9])(?!\p{N}| of\b)`,
    put: shiftWeek,
  },
  {
    words: String.raw`${start}(?<year>20[23][0-9])(?<gap>[/–])(?<short>[0-9]{2})(?:(?<=[/–]20)(?<rest>[0-9]{2}))?${end}`,
    put: ({ groups, shift }) => {
      const [from, long] = [yearAfter(groups, shift), groups['rest'] !== undefined]
      const to = Number(long ? `20${groups['rest']}` : `20${groups['short']}`) + yearsIn(shift)
      return `${from}${groups['gap']}${long ? to : String(to).slice(2)}`
    },
  },
  {
    words: String.raw`(?:${start}(?<!(?:[A-Z]{3}|[$€£¥]) )|(?<=\bFY ?))(?<year>20(?:2[0-9]|3[0-5]))(?![\p{L}\p{N}_@/$€£%円-]|[.,]\p{N}|:\S| ?(?:[A-Z]{3}\b|[€%]|dollars?|euros?|Euro|yen|pounds|francs))`,
    put: ({ groups, shift }) => `${yearAfter(groups, shift)}`,
  },
]

type Compiled = { rules: readonly Rule[]; pattern: RegExp }

const compile = (some: readonly Rule[]): Compiled => ({
  rules: some,
  pattern: new RegExp(some.map(({ words }, n) => `(?:${words})(?<rule${n}>)`).join('|'), 'gmu'),
})

const [inText, inName] = [compile(rules), compile(names)]

/** A value of YAML that is a number and nothing else: an amount, a count, somebody's identity. */
const bare = /(?=20[23][0-9])(?<=^[^\n]*[:,[-][ ]*["']?)[0-9]{4}(?=["']?[ ]*(?:[,}\]]|$))/gmu

/** Moves every date that a text names, in the form in which it is named; all else stays byte for byte. */
export function shiftDates(text: string, shift: Shift): string {
  const amounts = new Set(shift.yaml ? [...text.matchAll(bare)].map(({ index }) => index) : [])
  return move(text, shift, inText, amounts)
}

/** Moves the dates in the path of a file (`2026-11-02-…`, `2026-Q4`, `2026-11/`), just as texts that name the file are moved. */
export const shiftPath = (path: string, shift: Shift): string => move(path, shift, inName, new Set())

function move(text: string, shift: Shift, { rules: some, pattern }: Compiled, amounts: ReadonlySet<number>): string {
  if (shift.days === 0) return text
  return text.replace(pattern, (...found) => {
    const [match, offset, groups] = [found[0], found.at(-3) as number, found.at(-1) as Groups]
    if (amounts.has(offset)) return match
    const rule = some.find((_, n) => groups[`rule${n}`] !== undefined)!
    return rule.put({ groups, shift, around: text.slice(Math.max(0, offset - 100), offset + 100) }) ?? match
  })
}

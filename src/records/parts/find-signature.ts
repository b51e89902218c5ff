/** Words by which people take leave. */
const leave =
  '(?:(?:with\\s+)?(?:best|kind|warm|warmest|kindest)?\\s*(?:regards|wishes)|best|cheers|thanks|many thanks|thank you|thanks (?:again|a lot|in advance|so much)|sincerely|yours(?: sincerely| truly)?|talk soon|all the best|mit (?:freundlichen|besten|herzlichen) grü(?:ß|ss)en|(?:viele|beste|liebe|freundliche|herzliche|schöne) grü(?:ß|ss)e|grü(?:ß|ss)e|gru(?:ß|ss)|vielen dank|danke|(?:bien )?cordialement|bien à (?:vous|toi)|salutations(?: distinguées)?|(?:meilleures|sincères) salutations|merci|saludos(?: cordiales)?|cordiali saluti|met vriendelijke groet(?:en)?|vg|mfg|lg|br|kr)'
const closing = new RegExp(`^${leave}[,.!]?$`, 'iu')
const name = "\\p{Lu}[\\p{L}.'’-]*(?:[ ](?:(?:van|von|de|der|den|la|le|di|da|bin|al|zu)[ ])*\\p{Lu}[\\p{L}.'’-]*)"
const signedAtOnce = new RegExp(`^(?i:${leave})(?:[,!.]|[ ]+[-–—])?[ ]+${name}{0,3}$`, 'u')
const named = new RegExp(
  `^(?:[-–—~*_]\\s*)?(?:(?:dr|prof|dipl|mr|mrs|ms|herr|frau)\\.?[ -]\\S*[ ]?)*${name}{1,3}(?:[*_]{1,2})?(?:[, ]+(?:phd|mba|ma|md|msc|bsc))?$`,
  'u',
)

/** The line a program adds below what was written on a small device. */
const device =
  /^(?:sent (?:from|via|with|using) (?:my )?(?:(?:iphone|ipad|ipod|android|mobile|phone|samsung|galaxy|pixel|blackberry|huawei|xiaomi|windows|outlook|yahoo|gmail|proton|superhuman|spark|mail|handheld|smartphone)\b.{0,60}|my \S+)|sent from my .{1,40}|get outlook for .{1,40}|von meinem .{1,30} gesendet|gesendet (?:von|mit|über) .{1,60}|envoyé (?:de(?:puis)?|à partir de) (?:mon|ma|outlook|yahoo|l['’]).{1,50}|enviado (?:desde|do) (?:mi|meu) .{1,40}|inviato da(?:l mio)? .{1,40}|verzonden (?:vanaf|met|van) .{1,40})$/iu
/** How lines of programs begin. */
const begins = /^(?:sent|get|von|gesendet|envoy|enviad|inviato|verzonden)/i
const delimiter = /^(?:--|—|–)\s?$/
const postscript = /^p\.?\s?s\.?\s?[:.]?\s+\S/iu

/** Whether a line begins what is said after the signature. */
export const isPostscript = (line: string) => postscript.test(line)

const contact =
  /(?:\+|\b00?|\()\d[\d\s()./-]{5,}\d|\b(?:tel|phone|mobile?|mob|cell|fax|fon|telefon|mobil|handy|tél|téléphone|portable|direct|office)\b\.?\s*[:.]?\s*[+(]?\d|\S@\S+\.\p{L}{2}|\bhttps?:\/\/|\bwww\.|\bvia mobile\b|^(?:linkedin|twitter|xing|skype)\b/iu
const title =
  /\b(?:c[eftoimrps]o|vp|svp|evp|head of|director|vice president|president|manager|founder|partner|engineer|consultant|executive|analyst|architect|specialist|officer|counsel|assistant|geschäftsführer(?:in)?|leiter(?:in)?|leitung|vorstand|prokurist(?:in)?|vertrieb|einkauf|directeur|directrice|responsable|chef de|gérant|ingénieur|président)\b/iu
const listed = /^(?:[-*+•]\s|\d{1,3}[.)]\s|#|\||>|\[)/

/** No line of a signature is longer, and no signature has more lines. */
const [longest, most] = [120, 14]

/** What the end of a text is: how its author takes leave, and who they say they are. */
export type End = 'closing' | 'signature'

/**
 * Finds leave-taking and signatures in the lines a person wrote; lines that are no longer theirs are undefined. Answers with
 * what a line is, and from which line on everything is of a program (below "Sent from my phone" stands at most an older mail).
 */
export function findSignature(lines: readonly (string | undefined)[]): { ends: Map<number, End>; over: number } {
  const ends = new Map<number, End>()
  const said = lines.map((line) => (line === undefined || line.length > 400 ? line : line.trim()))
  for (let n = 0; n < said.length; n++) {
    const line = said[n]
    if (!line || line.length > longest) continue
    if (begins.test(line) && device.test(line)) {
      ends.set(n, 'signature')
      const later = said.findIndex((one, at) => at > n && one !== undefined && postscript.test(one))
      if (later < 0) return { ends, over: n + 1 }
      n = later
    } else {
      if (!mayEnd(line)) continue
      const tail = readTail(said, n)
      if (!endsHere(line, tail)) continue
      const isLong = tail.rest.length > 0
      ends.set(n, delimiter.test(line) ? 'signature' : 'closing')
      for (const at of tail.all) ends.set(at, isLong || delimiter.test(line) ? 'signature' : 'closing')
      n = Math.max(n, ...tail.all)
    }
  }
  if (ends.size === 0) for (const at of unannounced(said)) ends.set(at, 'signature')
  return { ends, over: lines.length }
}

type Tail = { all: number[]; rest: number[]; isSigned: boolean; isLast: boolean }

/** The lines below one that may be who it is from: `rest` are those below the name. */
function readTail(said: readonly (string | undefined)[], from: number): Tail {
  const all: number[] = []
  let isLast = true
  for (let n = from + 1; n < said.length && said[n] !== undefined; n++) {
    const line = said[n]!
    if (line === '') continue
    if (postscript.test(line) || device.test(line)) break
    if (all.length >= most || !isLike(line)) {
      isLast = false
      break
    }
    all.push(n)
  }
  const first = all[0] === undefined ? undefined : said[all[0]]
  return { all, rest: all.slice(1), isSigned: isSigned(first), isLast }
}

/** A cheap look at a line that may take leave. */
const mayEnd = (line: string) => delimiter.test(line) || (line.length <= 80 && (closing.test(line) || signedAtOnce.test(line)))

function endsHere(line: string, { all, isSigned: signed, isLast }: Tail): boolean {
  if (delimiter.test(line)) return isLast && all.length > 0
  if (signedAtOnce.test(line)) return isLast
  return closing.test(line) && signed && (isLast || all.length > 0)
}

/** Whether what follows a greeting is a name, or nothing: "Thanks!" also begins mails. */
function isSigned(next: string | undefined): boolean {
  if (!next) return true
  const words = next.split(/[\s,]+/).filter(Boolean)
  return words.length <= 5 && !/[.!?]$/.test(next) && (words.length === 1 || words.every((word) => /^[^\p{Ll}]/u.test(word)))
}

/** Whether a line may stand in a signature: short, no item of a list, no sentence unless it says where to reach somebody. */
function isLike(line: string): boolean {
  if (line.length > longest || listed.test(line)) return false
  const words = line.split(/\s+/).length
  return contact.test(line) || (words <= 14 && !(words >= 5 && /[.!?…:]["”’)]*$/u.test(line)))
}

/** The last paragraph, where it is a name with a title or an address below it and something else stands before it. */
function unannounced(said: readonly (string | undefined)[]): number[] {
  const last = said.findLastIndex((line) => line !== undefined && line !== '')
  let from = last
  while (from > 0 && said[from - 1]) from--
  const block = Array.from({ length: last - from + 1 }, (_, n) => from + n)
  const [first, ...rest] = block.map((n) => said[n]!)
  if (first === undefined || rest.length === 0 || block.length > 8 || !said.slice(0, from).some(Boolean)) return []
  const isFrom = rest.some((line) => contact.test(line) || (title.test(line) && line.split(/\s+/).length <= 7))
  return named.test(first) && isFrom && rest.every(isLike) ? block : []
}

/** Words that end in a full stop and end no sentence. */
const shortened =
  /(?:^|[\s("'„“])(?:\p{L}|mr|mrs|ms|dr|prof|st|jr|sr|vs|etc|inc|ltd|co|corp|no|nos|approx|ca|incl|bzw|usw|vgl|inkl|exkl|ggf|nr|str|tel|abs|zzgl|evtl|mio|mrd|env|mme|sra|sres|p\.ej|p\.ex|pág|tzn|np|ul|e\.g|i\.e|z\.b|d\.h|u\.a|a\.m|p\.m)\.$/iu

/** A run of signs is looked at once, from its beginning. */
const ends = /(?<![.!?…])[.!?…]+["'”’»)\]]*(?=\s|$)|[。！？｡]+[」』）]*|[؟۔।॥]+/g

/**
 * Sentences of one paragraph, each with its offset. Chinese and Japanese need no space after the full stop. A dot before a small
 * letter ends none, unless they are `hasty`: words of people who write all in small letters.
 */
export function splitSentences(text: string, { hasty = false } = {}): { text: string; at: number }[] {
  const found: { text: string; at: number }[] = []
  let from = 0
  const take = (to: number) => {
    const raw = text.slice(from, to)
    const bare = raw.trim()
    if (bare) found.push({ text: bare, at: from + raw.length - raw.trimStart().length })
    from = to
  }
  for (const { 0: mark, index } of text.matchAll(ends)) {
    const to = index + mark.length
    if (mark === '.' && !endsSentence(text, from, to, hasty)) continue
    take(to)
  }
  take(text.length)
  return found
}

function endsSentence(text: string, from: number, to: number, hasty: boolean): boolean {
  if (shortened.test(text.slice(Math.max(from, to - 12), to))) return false
  if (/^\s*\d{1,3}\.$/.test(text.slice(from, to))) return false
  const next = /\S/.exec(text.slice(to, to + 4))?.[0] ?? ''
  return hasty || !/\p{Ll}/u.test(next)
}

/** Words that end in a full stop and end no sentence. */
const shortened =
  /(?:^|[\s("'„“])(?:[A-Za-zÀ-ɏ]|mr|mrs|ms|dr|prof|st|jr|sr|vs|etc|inc|ltd|co|corp|no|nos|approx|ca|bzw|usw|vgl|inkl|exkl|ggf|nr|str|tel|abs|zzgl|evtl|mio|mrd|m|mme|sra|sres|p\.ej|pág|tzn|np|ul|e\.g|i\.e|z\.b|d\.h|u\.a|a\.m|p\.m)\.$/i

const ends = /[.!?…]+["'”’»)\]]*(?=\s|$)|[。！？｡]+[」』）]*|[؟۔।॥]+/g

/** Sentences of one paragraph, each with its offset. Chinese and Japanese need no space after the full stop; a number's dot is no end. */
export function splitSentences(text: string): { text: string; at: number }[] {
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
    if (mark === '.' && !endsSentence(text, from, to)) continue
    take(to)
  }
  take(text.length)
  return found
}

function endsSentence(text: string, from: number, to: number): boolean {
  if (shortened.test(text.slice(Math.max(from, to - 12), to))) return false
  const next = /\S/.exec(text.slice(to, to + 4))?.[0] ?? ''
  if (/\d/.test(text[to - 2] ?? '') && /\p{Ll}/u.test(next)) return false
  return !/\p{Ll}/u.test(next)
}

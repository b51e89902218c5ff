import { lineCost, textCost } from '../../../formulas/estimate-tokens.ts'
import type { Step } from '../../../formulas/fit-to-budget.ts'
import type { Item, Line, Sentence, Source } from '../item.ts'

/** No step is dearer, its citations, their sources and the heading included; an excerpt is shorter. In milli-tokens. */
const [dearest, excerpt] = [120_000, 80_000]

/** What each further step of an item is worth of it. */
const worthOf = (at: number) => (at === 0 ? 1 : at === 1 ? 0.8 : 0.5 * 0.92 ** (at - 2))

/** A step with the lines it adds. */
export type TextStep = Step & { lines: Line[] }

type Cut = { lines: Line[]; cost: number; once: { key: string; cost: number }[] }

/** A citation's number; one of four digits is dearer, which shows when the text is measured. */
const number = '999'

/** Measures and cuts the items of one context. */
export function openCutter() {
  const frames = new Map<string, number>()
  const frameCost = (mark: string, cited: number) => {
    const key = `${mark}${cited}`
    if (!frames.has(key)) frames.set(key, lineCost(`${mark} ${`[${number}]`.repeat(cited)}`))
    return frames.get(key)!
  }
  const paths = new Map<string, number>()
  const sourceCost = ({ path, line }: Source) => {
    if (line > 999) return lineCost(`${number} ${path}:${line}`)
    if (!paths.has(path)) paths.set(path, lineCost(`${number} ${path}:999`))
    return paths.get(path)!
  }
  const overhead = (mark: string, sources: readonly Source[]) =>
    frameCost(mark, sources.length) + sources.reduce((sum, source) => sum + sourceCost(source), 0)

  /** An item in steps, each no dearer than `dearest` with the heading of its section; none when not even its first line can be cited. */
  return (item: Item, head: number): Cut[] => {
    const most = dearest - head
    const { sources } = item.first
    const kept = sources.slice(
      0,
      Math.max(1, sources.findLastIndex((_, n) => overhead('-', sources.slice(0, n + 1)) <= most * 0.65) + 1),
    )
    const room = most - overhead('-', kept)
    if (room < 15_000) return []
    const [first = '', ...rest] = cutText(item.first.text, room)
    const cuts = [withSources({ lines: [{ text: first, sources: kept }], cost: overhead('-', kept) + textCost(` ${first}`) })]
    const more = [...rest.map((text): Sentence => ({ text, sources: kept, paragraph: -1_000_000 })), ...item.more]
    return [...cuts, ...group(more, most).map(withSources)]
  }

  function withSources(cut: Omit<Cut, 'once'>): Cut {
    const sources = cut.lines.flatMap((line) => line.sources)
    return { ...cut, once: sources.map((source) => ({ key: `${source.path}:${source.line}`, cost: sourceCost(source) })) }
  }

  function group(sentences: readonly Sentence[], most: number): Omit<Cut, 'once'>[] {
    const cuts: Omit<Cut, 'once'>[] = []
    let paragraph: number | undefined
    for (const sentence of sentences) {
      const { sources } = sentence
      const frame = overhead('  >', sources)
      if (most - frame < 15_000) continue
      for (const text of cutText(sentence.text, most - frame)) {
        const cost = textCost(` ${text}`)
        const current = cuts.at(-1)
        const joins = current !== undefined && sentence.paragraph === paragraph
        const added = joins ? cost : cost + frame
        const limit = cuts.length === 1 ? Math.min(excerpt, most) : most
        if (current && current.cost + added <= limit) {
          const line = current.lines.at(-1)!
          if (joins) line.text += ` ${text}`
          else current.lines.push({ text, sources })
          current.cost += added
        } else cuts.push({ lines: [{ text, sources }], cost: cost + frame })
        paragraph = sentence.paragraph
      }
    }
    return cuts
  }
}

/** The steps of an item, with what they are worth. */
export const stepsOf = (cuts: readonly Cut[], { section, item, value }: Pick<Step, 'section' | 'item' | 'value'>): TextStep[] =>
  cuts.map(({ lines, cost, once }, at) => ({ section, item, at, cost, once, value: value * worthOf(at), lines }))

/** A text without what would begin a heading, a fence or a quote where it is told: sections are made by the template alone. */
const withoutMarks = (text: string) =>
  text.replace(/^(\d{1,9}[.)]\s+)?(?:>\s*|[-+*]\s+|#{1,6}(?:\s+|$)|`{3,}\s*|~{3,}\s*)+/, '$1')

/** More letters than any step has. */
const reach = 1_500

/** A text in pieces of at most `room` milli-tokens, cut between words where there are any, never within a character. */
function cutText(whole: string, room: number): string[] {
  const text = withoutMarks(whole)
  if (text.length < reach && textCost(` ${text}`) <= room) return [text]
  const pieces: string[] = []
  for (let from = 0; from < text.length; ) {
    let end = Math.min(text.length, from + reach)
    let cost = textCost(` ${text.slice(from, end)}`)
    while (cost > room && end - from > 1) {
      end = from + Math.max(1, Math.min(end - from - 1, Math.floor(((end - from) * room * 0.98) / cost)))
      cost = textCost(` ${text.slice(from, end)}`)
    }
    const space = end < text.length && text[end] !== ' ' ? text.lastIndexOf(' ', end) : end
    if (space > from + (end - from) / 2) end = space
    if (isHalf(text, end)) end = end - 1 > from ? end - 1 : end + 1
    const piece = withoutMarks(text.slice(from, end).trim())
    if (piece) pieces.push(piece)
    from = end
  }
  return pieces
}

const isHalf = (text: string, at: number) =>
  at < text.length && /[\uDC00-\uDFFF]/.test(text[at]!) && /[\uD800-\uDBFF]/.test(text[at - 1]!)

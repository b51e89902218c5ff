import type { Step } from '../../../formulas/tokens/fit-to-budget.ts'
import type { Item, Line, Sentence } from '../item.ts'
import { cutText } from './cut-text.ts'
import type { Measured } from './measure-form.ts'

/** No step is dearer, its citations, their sources and the heading included; an excerpt is shorter. In milli-tokens. */
const [dearest, excerpt] = [120_000, 80_000]

/** What each further step of an item is worth of it. */
const worthOf = (at: number) => (at === 0 ? 1 : at === 1 ? 0.8 : 0.5 * 0.92 ** (at - 2))

/** A line of a step, and its place among the lines of its item. */
type Placed = Line & { order: number }

/** A step with the lines it adds. */
export type TextStep = Step & { lines: Placed[] }

/** A piece of an item before it has a place in the order: `value` when it counts by itself. */
export type Cut = { lines: Placed[]; cost: number; once: { key: string; cost: number }[]; value?: number }

type Part = {
  lines: Placed[]
  cost: number
  paragraph?: number /** The place of what was said last in it. */
  until?: number
  value?: number
}

/** Measures and cuts the items of one context, as they will stand in its form. What a line is marked with is listed by the line it needs. */
export function openCutter({ frame, text: costOf, source, mark }: Measured) {
  const overhead = (which: 'first' | 'more', { sources, marks = [], needs }: Pick<Line, 'sources' | 'marks' | 'needs'>) =>
    frame(which, sources.length) +
    sources.reduce((sum, one) => sum + source(one), 0) +
    marks.reduce((sum, one) => sum + mark(one) + (needs ? 0 : one.sources.reduce((all, from) => all + source(from), 0)), 0)

  /** An item in steps, each no dearer than `dearest` with the heading of its section; none when not even its first line can be cited. */
  return (item: Item, head: number): Cut[] => {
    const most = dearest - head
    const { sources, ...first } = item.first
    const within = sources.findLastIndex(
      (_, n) => overhead('first', { ...first, sources: sources.slice(0, n + 1) }) <= most * 0.65,
    )
    const kept = sources.slice(0, Math.max(1, within + 1))
    const frameCost = overhead('first', { ...first, sources: kept })
    if (most - frameCost < 15_000) return []
    const [begun = '', ...rest] = cutText(first.text, most - frameCost)
    const opening: Part = {
      lines: [{ ...first, text: begun, sources: kept, order: -1 }],
      cost: frameCost + costOf(begun, 'first'),
      ...(first.value !== undefined && { value: first.value }),
    }
    const more = [...rest.map((text): Sentence => ({ text, sources: kept, paragraph: -1_000_000 })), ...item.more]
    const placed = more.map((sentence, order) => ({ ...sentence, order }))
    const telling = placed.filter(({ value }) => value !== undefined).sort((a, b) => b.value! - a.value!)
    const plain = placed.filter(({ value }) => value === undefined)
    return [opening, ...telling.flatMap((one) => group([one], most, false)), ...group(plain, most, true)].map(withOnce)
  }

  function withOnce({ lines, cost, value }: Part): Cut {
    const sources = lines.flatMap((line) => [
      ...line.sources,
      ...(line.needs ? [] : (line.marks ?? []).flatMap((one) => one.sources)),
    ])
    const once = sources.map((one) => ({ key: `${one.path}:${one.line}`, cost: source(one) }))
    return value === undefined ? { lines, cost, once } : { lines, cost, once, value }
  }

  function group(sentences: readonly (Sentence & { order: number })[], most: number, begins: boolean): Part[] {
    const parts: Part[] = []
    for (const { paragraph, ...sentence } of sentences) {
      const frameCost = overhead('more', sentence)
      if (most - frameCost < 15_000) continue
      for (const text of cutText(sentence.text, most - frameCost)) {
        const cost = costOf(text, 'more')
        const last = parts.at(-1)
        const line = last?.lines.at(-1)
        const isNext = last?.until !== undefined && sentence.order - last.until <= 1
        const joins = isNext && last.paragraph === paragraph && !sentence.marks && !line?.marks
        const added = joins ? cost : cost + frameCost
        const limit = begins && parts.length === 1 ? Math.min(excerpt, most) : most
        if (last && line && last.cost + added <= limit) {
          if (joins) line.text += ` ${text}`
          else last.lines.push({ ...sentence, text })
          last.cost += added
          last.paragraph = paragraph
          last.until = sentence.order
        } else
          parts.push({
            lines: [{ ...sentence, text }],
            cost: cost + frameCost,
            paragraph,
            until: sentence.order,
            ...(sentence.value !== undefined && { value: sentence.value }),
          })
      }
    }
    return parts
  }
}

/** The steps of an item, with what they are worth. */
export function stepsOf(
  cuts: readonly Cut[],
  { section, item, value, weight }: Pick<Step, 'section' | 'item' | 'value'> & { weight: number },
): TextStep[] {
  let plain = 0
  return cuts.map(({ lines, cost, once, value: own }, at) => ({
    section,
    item,
    at,
    cost,
    once,
    value: weight * (own ?? value * worthOf(at === 0 ? 0 : ++plain)),
    lines,
  }))
}

import type { Step } from '../../../formulas/tokens/fit-to-budget.ts'
import type { Item, Line, Mark, Sentence, Source } from '../item.ts'
import { cutText } from './cut-text.ts'
import type { Measured } from './measure-form.ts'

/** No step is dearer, its citations, their sources and the heading included, unless marks leave no room for words; an excerpt is shorter. In milli-tokens. */
const [dearest, excerpt] = [120_000, 80_000]

/** A citation that leaves no room for so much is too long; with marks, or below a heading, words still have so much. */
const [least, words] = [15_000, 30_000]

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
  const markCost = ({ needs }: Pick<Line, 'needs'>, one: Mark) =>
    mark(one) + (needs ? 0 : one.sources.reduce((all, from) => all + source(from), 0))
  const overhead = (which: 'first' | 'more', line: Pick<Line, 'sources' | 'marks' | 'needs'>) =>
    frame(which, line.sources.length) +
    line.sources.reduce((sum, one) => sum + source(one), 0) +
    (line.marks ?? []).reduce((sum, one) => sum + markCost(line, one), 0)

  /** Whether a line with this citation leaves room for words. */
  const canCite = (which: 'first' | 'more', sources: readonly Source[]) =>
    overhead(which, { sources: sources.slice(0, 1) }) + least <= dearest

  /** A line with as many of its marks as there is room for, at least one that cites. */
  const withMarks = <L extends Line>(which: 'first' | 'more', line: L): L => {
    if (!line.marks) return line
    let spent = overhead(which, { sources: line.sources.slice(0, 1) })
    let cites = false
    const marks = line.marks.filter((one) => {
      const cost = markCost(line, one)
      const isKept = one.sources.length === 0 || !cites || spent + cost + least <= dearest
      if (isKept) spent += cost
      cites ||= isKept && one.sources.length > 0
      return isKept
    })
    return { ...line, marks }
  }

  /** An item in steps; with the heading of its section none is much dearer than `dearest`. None when its file cannot be cited. */
  return (item: Item, head: number): Cut[] => {
    if (!canCite('first', item.first.sources) || !canCite('more', item.first.sources)) return []
    const most = dearest - head
    const { sources, ...first } = withMarks('first', item.first)
    const within = sources.findLastIndex(
      (_, n) => overhead('first', { ...first, sources: sources.slice(0, n + 1) }) <= most * 0.65,
    )
    const kept = sources.slice(0, Math.max(1, within + 1))
    const frameCost = overhead('first', { ...first, sources: kept })
    const [begun = '', ...rest] = cutText(first.text, Math.max(words, most - frameCost))
    const opening: Part = {
      lines: [{ ...first, text: begun, sources: kept, order: -1 }],
      cost: frameCost + costOf(begun, 'first'),
      ...(first.value !== undefined && { value: first.value }),
    }
    const more = [...rest.map((text): Sentence => ({ text, sources: kept, paragraph: -1_000_000 })), ...item.more]
    const placed = more.map((sentence, order) => ({ ...withMarks('more', sentence), order }))
    const telling = placed.filter(({ value }) => value !== undefined).sort((a, b) => b.value! - a.value!)
    const plain = placed.filter(({ value }) => value === undefined)
    return [opening, ...telling.flatMap((one) => group([one], false)), ...group(plain, true)].map(withOnce)
  }

  function withOnce({ lines, cost, value }: Part): Cut {
    const sources = lines.flatMap((line) => [
      ...line.sources,
      ...(line.needs ? [] : (line.marks ?? []).flatMap((one) => one.sources)),
    ])
    const once = sources.map((one) => ({ key: `${one.path}:${one.line}`, cost: source(one) }))
    return value === undefined ? { lines, cost, once } : { lines, cost, once, value }
  }

  /** Sentences in steps: the heading of the section is paid by the step before. */
  function group(sentences: readonly (Sentence & { order: number })[], begins: boolean): Part[] {
    const parts: Part[] = []
    for (const { paragraph, ...sentence } of sentences) {
      const frameCost = overhead('more', sentence)
      if (!canCite('more', sentence.sources)) continue
      for (const text of cutText(sentence.text, Math.max(words, dearest - frameCost))) {
        const cost = costOf(text, 'more')
        const last = parts.at(-1)
        const line = last?.lines.at(-1)
        const isNext = last?.until !== undefined && sentence.order - last.until <= 1
        const joins = isNext && last.paragraph === paragraph && !sentence.marks && !line?.marks
        const added = joins ? cost : cost + frameCost
        const limit = begins && parts.length === 1 ? excerpt : dearest
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

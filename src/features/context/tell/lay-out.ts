import type { SectionName } from '../../../records/kinds/tier.ts'
import { tameText } from '../../../records/text/tame-text.ts'
import type { TextStep } from '../fit/cut-steps.ts'
import type { Item, Line, Mark, Source } from '../item.ts'

/** A line that is told: `cite` as a template prints it, citations and marks; `numbers` and `mark` are the same apart. */
export type Said = { text: string; cite: string; numbers: number[]; mark?: string }

/** What a form tells, besides customer, day and tier. */
export type Page = {
  sections: { name: string; title: string; shown: number; total: number; items: (Said & { more: Said[] })[] }[]
  /** Of which sections how many items have no line, those of which nothing is told included. */
  notTold: { title: string; left: number; total: number }[]
  sources: ({ n: number } & Source)[]
}

type Section = { name: SectionName; title?: string | undefined; items: readonly Item[] }

/** A page of headings alone, by which they are measured. */
export const pageWith = (sections: readonly (Section & { shown: number })[]): Page => ({
  sections: sections.map(({ name, title = name, shown, items }) => ({
    name,
    title,
    shown,
    total: items.length,
    items: [],
  })),
  notTold: [],
  sources: [],
})

/** The chosen steps in the order of their sections and items, whatever the order they were chosen in; sources are numbered as they come. */
export function layOut(sections: readonly Section[], chosen: readonly TextStep[]): Page {
  const { say, sources } = openSources()
  const bySection = Map.groupBy(chosen, ({ section }) => section)
  const pages = sections.flatMap(({ name, title = name, items }, n) => {
    const byItem = Map.groupBy(bySection.get(n) ?? [], ({ item }) => item)
    const shown = [...byItem]
      .sort(([a], [b]) => a - b)
      .map(([, steps]) => {
        const [first, ...more] = steps.flatMap(({ lines }) => lines).sort((a, b) => a.order - b.order)
        return { ...say(first!), more: more.map(say) }
      })
    return shown.length > 0 ? [{ name, title, shown: shown.length, total: items.length, items: shown }] : []
  })
  const notTold = sections.flatMap(({ name, title = name, items }, n) => {
    const left = items.length - new Set(bySection.get(n)?.map(({ item }) => item)).size
    return left > 0 ? [{ title, left, total: items.length }] : []
  })
  return { sections: pages, notTold, sources }
}

/** Opens the source list of one page: says lines, and numbers what they and their marks rest on as it comes. */
function openSources() {
  const sources: Page['sources'] = []
  const known = new Map<string, number>()
  const numberOf = ({ path, line }: Source) => {
    const key = `${path}:${line}`
    const n = known.get(key) ?? sources.push({ n: sources.length + 1, path: tameText(path).replaceAll('\n', ' '), line })
    known.set(key, n)
    return n
  }
  const cite = (numbers: readonly number[]) => numbers.map((n) => `[${n}]`).join('')
  const sayMark = ({ text, sources: from }: Mark) => [text, cite(from.map(numberOf))].filter(Boolean).join(' ')
  const say = ({ text, sources: from, marks = [] }: Line): Said => {
    const numbers = from.map(numberOf)
    const mark = marks.map(sayMark).join('; ')
    return mark ? { text, cite: `${cite(numbers)} (${mark})`, numbers, mark } : { text, cite: cite(numbers), numbers }
  }
  return { say, sources }
}

import type { SectionName } from '../../../records/kinds/tier.ts'
import { tameText } from '../../../records/text/tame-text.ts'
import type { TextStep } from '../fit/cut-steps.ts'
import type { Item, Line, Source } from '../item.ts'

type Said = { text: string; cite: string }

/** What a tier's template is given, besides customer, asOf and tier. */
export type Page = {
  sections: { name: string; title: string; shown: number; total: number; items: (Said & { more: Said[] })[] }[]
  sources: ({ n: number } & Source)[]
}

type Section = { name: SectionName; title?: string | undefined; items: readonly Item[] }

/** A page of headings alone, by which they are measured. */
export const pageWith = (sections: readonly (Section & { shown: number })[]): Page => ({
  sections: sections.map(({ name, title = name, shown, items }) => ({ name, title, shown, total: items.length, items: [] })),
  sources: [],
})

/** The chosen steps in the order of their sections and items, whatever the order they were chosen in; sources are numbered as they come. */
export function layOut(sections: readonly Section[], chosen: readonly TextStep[]): Page {
  const { cite, sources } = openSources()
  const say = ({ text, sources: from }: Line): Said => ({ text, cite: from.map(cite).join('') })
  const pages = sections.flatMap(({ name, title = name, items }, n) => {
    const byItem = Map.groupBy(
      chosen.filter(({ section }) => section === n),
      ({ item }) => item,
    )
    const shown = [...byItem]
      .sort(([a], [b]) => a - b)
      .map(([, steps]) => {
        const [first, ...more] = steps.sort((a, b) => a.at - b.at).flatMap(({ lines }) => lines)
        return { ...say(first!), more: more.map(say) }
      })
    return shown.length > 0 ? [{ name, title, shown: shown.length, total: items.length, items: shown }] : []
  })
  return { sections: pages, sources }
}

function openSources() {
  const sources: Page['sources'] = []
  const known = new Map<string, number>()
  const cite = ({ path, line }: Source) => {
    const key = `${path}:${line}`
    const n = known.get(key) ?? sources.push({ n: sources.length + 1, path: tameText(path).replaceAll('\n', ' '), line })
    known.set(key, n)
    return `[${n}]`
  }
  return { cite, sources }
}

import { costOf, textCost } from '../../../formulas/tokens/estimate-tokens.ts'
import type { SectionName } from '../../../records/kinds/tier.ts'
import type { Item, Mark, Source } from '../item.ts'
import type { Form } from '../tell/form.ts'
import { type Page, pageWith } from '../tell/lay-out.ts'

/** What each part of a page costs in a form, in milli-tokens; a page that tells nothing costs `bare`. */
export type Measured = {
  bare: number
  head: (section: { name: SectionName; title?: string | undefined; items: readonly Item[]; shown: number }) => number
  /** The frame of an item's first line, or of one below it, with so many citations. */
  frame: (which: 'first' | 'more', cited: number) => number
  text: (text: string, which: 'first' | 'more') => number
  source: (source: Source) => number
  mark: (mark: Mark) => number
}

/** A number of a citation; one of four digits is dearer, which shows when the page is measured. */
const number = 999
const [short, long] = ['x', 'x and then a few more words that stand for a longer text']

/** Measures a form by rendering pages of one word: a team's template may frame, repeat or leave out whatever it likes. */
export function measureForm({ render, escape }: Form): Measured {
  const page = (items: Page['sections'][number]['items'], sources: Page['sources'] = []) =>
    costOf(render({ sections: [{ name: 'probe', title: 'Probe', shown: 2, total: 2, items }], notTold: [], sources }))
  const said = (text: string, cited: number) => {
    const numbers = Array.from({ length: cited }, () => number)
    return { text, cite: numbers.map((n) => `[${n}]`).join(''), numbers }
  }
  const lines = {
    first: (text: string, cited: number) =>
      page([
        { ...said(short, 1), more: [] },
        { ...said(text, cited), more: [] },
      ]) - page([{ ...said(short, 1), more: [] }]),
    more: (text: string, cited: number) =>
      page([{ ...said(short, 1), more: [said(short, 1), said(text, cited)] }]) -
      page([{ ...said(short, 1), more: [said(short, 1)] }]),
  }
  const measure = (line: (text: string, cited: number) => number) => {
    const [none, one, two] = [line(short, 0), line(short, 1), line(short, 2)]
    const times = Math.max(0, Math.round((line(long, 1) - one) / (textCost(` ${long}`) - textCost(` ${short}`))))
    const bare = times * textCost(` ${short}`)
    return { times, frame: (cited: number) => Math.max(0, (cited === 0 ? none : one + (cited - 1) * (two - one)) - bare) }
  }
  const measured = { first: measure(lines.first), more: measure(lines.more) }
  const source = { n: number, path: short, line: 1 }
  const listed = page([], [source, source]) - page([], [source])
  const sourceFrame = Math.max(0, listed - textCost(` ${short}:1`))
  const bare = costOf(render({ sections: [], notTold: [], sources: [] }))
  const paths = new Map<string, number>()
  return {
    bare,
    head: (section) => costOf(render(pageWith([section]))) - bare,
    frame: (which, cited) => measured[which].frame(cited),
    text: (text, which) => measured[which].times * textCost(` ${escape(text)}`),
    source({ path, line }) {
      if (listed <= 0) return 0
      const key = line > 999 ? `${path}:${line}` : path
      const known = paths.get(key)
      if (known !== undefined) return known
      const cost = sourceFrame + textCost(` ${escape(path)}:${Math.max(line, 999)}`)
      paths.set(key, cost)
      return cost
    },
    mark: ({ text, sources }) => textCost(` (${escape(text)} ${`[${number}]`.repeat(sources.length)})`) + 1000,
  }
}

import { expect, test } from 'vitest'
import type { Reckoned } from '../../../../src/features/context/fit/reckon-items.ts'
import type { Item } from '../../../../src/features/context/item.ts'
import { chooseItems } from '../../../../src/features/context/saved/choose-items.ts'

const call = 'customers/acme/activities/2026-11-17-call.md'
const items: Item[] = [
  { section: 'facts', path: 'customers/acme/customer.md', text: 'owner: Ada', line: 3, more: [] },
  { section: 'activities', path: call, text: 'call: Price', line: 9, more: ['They want it in March.'] },
  { section: 'activities', path: `${call}.old.md`, text: 'call: Weather', line: 9, more: [] },
].map(({ section, path, text, line, more }): Item => {
  const said = (words: string) => ({ text: words, sources: [{ path, line }] })
  return {
    section: section as Item['section'],
    path,
    first: said(text),
    more: more.map((words) => ({ ...said(words), paragraph: 0 })),
    value: 1,
  }
})
const reckoned = items.map(({ section, path, first }, n): Reckoned => {
  const { line } = first.sources[0]!
  return { section, path, line, text: first.text, detail: 'none', tokens: 0, left: 9, worth: n, why: '' }
})
const chosen = (about?: string) => chooseItems(reckoned, items, about).map(({ text }) => text)

test.each<[what: string, about: string | undefined, texts: string[]]>([
  ['nothing asked: all, what is worth most first', undefined, ['call: Weather', 'call: Price', 'owner: Ada']],
  ['a file, and none whose name only begins so', call, ['call: Price']],
  ['a file and a line', `${call}:9`, ['call: Price']],
  ['another line of it', `${call}:10`, []],
  ['a folder', 'customers/acme/activities/', ['call: Weather', 'call: Price']],
  ['words, in what stands below the first line too', ' IN march ', ['call: Price']],
  ['words that nothing says', 'helicopter', []],
])('%s', (_, about, texts) => expect(chosen(about)).toEqual(texts))

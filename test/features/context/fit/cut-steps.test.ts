import { expect, test } from 'vitest'
import { openCutter } from '../../../../src/features/context/fit/cut-steps.ts'
import { measureForm } from '../../../../src/features/context/fit/measure-form.ts'
import type { Item, Line } from '../../../../src/features/context/item.ts'
import { openJson } from '../../../../src/features/context/tell/form-json.ts'

const measured = measureForm(openJson({ customer: 'Acme', asOf: '2026-11-20', tier: 'compact' }))
const head = 35_000
const path = 'customers/northwind-logistics/activities/2026-10-29-1030-email-the-numbers-you-asked-for-b3na.md'
const line = (text: string, more: Partial<Line> = {}): Line => ({ text, sources: [{ path, line: 9 }], ...more })
const later = { text: 'superseded 2026-11-02 by', sources: [{ path: path.replace('b3na', 'x7qq'), line: 12 }] }
const item = (first: Line, more: Line[] = []): Item => ({
  section: 'activities',
  path,
  first,
  more: more.map((one, paragraph) => ({ ...one, paragraph })),
  value: 1,
})
const cut = (one: Item) => openCutter(measured)(one, head)
const textOf = (one: Item) =>
  cut(one)
    .flatMap(({ lines }) => lines)
    .sort((a, b) => a.order - b.order)
    .map(({ text }) => text)
    .join(' ')

const said = 'The price of the licence is 84,000 dollars a year, and it is to be paid in two parts.'

test.each<[what: string, item: Item]>([
  ['a long path', item(line(said), [line(said)])],
  ['a mark on what is told first', item(line(said, { marks: [later], needs: ['x'] }), [line(said)])],
  ['marks on what follows', item(line(said), [line(said, { marks: [later], needs: ['x'], value: 2 }), line(said)])],
  [
    'marks that cite by themselves',
    item(line(said, { marks: [later, { text: 'stale', sources: [] }] }), [line(said, { marks: [later] })]),
  ],
  [
    'more places than there is room for',
    item(line(said, { sources: Array.from({ length: 9 }, (_, n) => ({ path, line: n + 1 })) })),
  ],
])('nothing is lost for %s', (_, one) => {
  expect(textOf(one)).toBe([one.first, ...one.more].map(({ text }) => text).join(' '))
  for (const { lines } of cut(one)) for (const { text } of lines) expect(text).not.toBe('')
})

test('no step is dearer than 120 tokens with the heading where there is room', () => {
  const short = { sources: [{ path: 'customers/acme/deals/watch.md', line: 5 }] }
  const long = 'A sentence of some length stands here. '.repeat(60)
  const steps = cut(item(line(long, short), [line(long, short), line(said, { ...short, value: 3 })]))
  expect(Math.max(...steps.map(({ cost }, n) => cost + (n === 0 ? head : 0)))).toBeLessThanOrEqual(120_000)
})

test('of many marks that cite, as many as there is room for, and one at least', () => {
  const stale = { text: 'stale', sources: [] }
  const marks = [stale, ...Array.from({ length: 20 }, (_, n) => ({ text: 'contradicts', sources: [{ path, line: n + 20 }] }))]
  const [first] = cut(item(line(said, { marks })))
  const kept = first!.lines[0]!.marks!
  expect(kept.slice(0, 2)).toEqual(marks.slice(0, 2))
  expect(first!.cost).toBeLessThan(200_000)
})

test('a path that leaves no room for words is not cited', () => {
  expect(cut(item({ text: said, sources: [{ path: `${'folder-of-files/'.repeat(40)}a.md`, line: 1 }] }))).toEqual([])
})

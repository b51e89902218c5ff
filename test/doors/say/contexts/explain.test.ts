import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayExplained, sheetOfItems } from '../../../../src/doors/say/contexts/explain.ts'
import { sayAs } from '../../../../src/doors/say/lists/formats.ts'

type Explained = Parameters<typeof sayExplained>[0]
const items: Explained['items'] = [
  {
    section: 'deals',
    path: 'd.md',
    line: 2,
    text: 'Pilot: open',
    detail: 'excerpt',
    tokens: 1200,
    left: 30,
    worth: 8.1,
    why: 'the next part needs 30 tokens',
  },
  {
    section: 'notes',
    path: 'c.md',
    line: 9,
    text: 'They, "our" friends',
    detail: 'none',
    tokens: 0,
    left: 40,
    worth: 2,
    why: 'needs 40 tokens',
  },
]
const answer: Explained = {
  customer: 'acme',
  tier: 'compact',
  budget: 5000,
  tokens: 4990,
  tokenizer: 'class-scan',
  items,
  total: 2,
  all: 12,
  problems: [],
}

test('what became of each item, for people and for programs', () => {
  expect(stripVTControlCharacters(sayAs('table', sheetOfItems(items)))).toBe(
    [
      'told     section  what                 tokens  left out  why                            where',
      'excerpt  deals    Pilot: open           1,200        30  the next part needs 30 tokens  d.md:2',
      'none     notes    They, "our" friends                40  needs 40 tokens                c.md:9',
    ].join('\n'),
  )
  expect(sayAs('csv', sheetOfItems(items)).split('\n')[2]).toBe(
    'notes,none,0,40,2,needs 40 tokens,"They, ""our"" friends",c.md,9',
  )
})

test.each<[Partial<Explained>, string | undefined]>([
  [{}, undefined],
  [{ total: 1200 }, '1,198 more, worth less; --limit 1200 shows all.'],
  [{ items: [], total: 0 }, 'Nothing in it fits --item.'],
  [{ items: [], total: 0, all: 0 }, 'There is nothing to tell.'],
])('how full it is, and what is not shown: %j', (more, said) => {
  const [full, rest] = sayExplained({ ...answer, ...more })
  expect(full).toMatch(/^compact: 4,990 of 5,000 tokens \(class-scan\), \d+ items\.$/)
  expect(rest).toBe(said)
})

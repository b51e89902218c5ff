import { expect, test } from 'vitest'
import { judgeTalks } from '../../../../src/features/context/judge/judge-talks.ts'
import { shelfLife } from '../../../../src/features/context/judge/shelf-life.ts'

const [a, b] = ['The price of the licence is 84,000 dollars a year.', 'They raised the price of the licence to 91,000 after all.']

/** One talk a day, each with these sentences from line 5 on. */
const talks = (folder: string, ...days: (readonly string[])[]) =>
  days.map((texts, n) => ({
    day: `2026-02-0${n + 1}T10:00`,
    said: texts.map((text, m) => {
      const sources = [{ path: `${folder}/${n + 1}.md`, line: 5 + m }]
      return { text, sources, paragraph: m, own: !text.startsWith('(') }
    }),
  }))

test('what is replaced is marked with the day and place of what replaces it, and needs it', () => {
  const [[old], [, current]] = judgeTalks(talks('acme', [a], ['Hello there.', b])) as [[never], [never, never]]
  expect(old).toMatchObject({
    marks: [
      {
        text: expect.stringMatching(/^(?:superseded 2026-02-02 by|later on this, 2026-02-02:)$/),
        sources: [{ path: 'acme/2.md', line: 6 }],
      },
    ],
    needs: [expect.any(String)],
  })
  expect(current).toMatchObject({ id: (old as { needs: string[] }).needs[0] })
  expect(current).not.toHaveProperty('marks')
})

test('two accounts in one context do not wait for each other', () => {
  const ids = ['acme', 'group'].flatMap((folder) =>
    judgeTalks(talks(folder, [a], [b])).flatMap((said) => said.flatMap(({ id }) => id ?? [])),
  )
  expect(new Set(ids).size).toBe(2)
})

test('a repeated sentence is left off, and those around it are not told as if one followed the other', () => {
  const kept = judgeTalks(
    talks('acme', ['The first thing is short.'], ['One here.', 'The first thing is short.', 'Two here.']),
  )[1]!
  expect(kept.map(({ text }) => text)).toEqual(['One here.', 'Two here.'])
  expect(Number.isInteger(kept[1]!.paragraph)).toBe(false)
})

test('what is not of the occasion is not judged', () => {
  const [[old]] = judgeTalks(talks('acme', [a], [`(quoted mail) ${b}`])) as [[object]]
  expect(old).not.toHaveProperty('marks')
  expect(judgeTalks(talks('acme', ['(quoted mail) 84,000 dollars.']))[0]![0]).not.toHaveProperty('judged')
})

test('prices and promises age before roles and decisions', () => {
  const { promise, amount, date, objection, decision, role } = shelfLife
  expect([promise, amount, date, objection, decision, role].every((days, n, all) => n === 0 || days >= all[n - 1]!)).toBe(true)
})

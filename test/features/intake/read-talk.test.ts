import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { dayNamed } from '../../../src/features/intake/find-date.ts'
import { readJsonTalk, readTalk } from '../../../src/features/intake/read-talk.ts'

describe('who speaks', () => {
  test.each([
    ['Ada: Hi\nJo Park: Hello\nAda: Bye', ['Ada', 'Jo Park']],
    ['[00:12] Ada: Hi\n[00:14] Jo Park: Hello\n[01:02:03] Ada: Bye', ['Ada', 'Jo Park']],
    ['**Ada (Ours):** Hi\n\n**Jo Park:** Hello\n\n**Ada (Ours):** Bye', ['Ada', 'Jo Park']],
    [
      'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Jo Park>Hi\n\n00:00:03.000 --> 00:00:04.000\n<v Ada>Hello\n\n00:00:05.000 --> 00:00:06.000\n<v Jo Park>Bye',
      ['Jo Park', 'Ada'],
    ],
    [
      '1\n00:00:01,000 --> 00:00:02,000\nJo: Hi\n\n2\n00:00:03,000 --> 00:00:04,000\nAda: Hello\n\n3\n00:00:05,000 --> 00:00:06,000\nJo: Bye',
      ['Jo', 'Ada'],
    ],
    ['Date: 2026-11-02\nStatus: fine\nNext steps: none\nDate: x', []],
    ['Jo said: all fine.\nNothing else.', []],
  ])('in %j', (text, speakers) => {
    expect(readTalk(text, 'a.txt').speakers).toEqual(speakers)
  })
})

test('what a note says of itself', () => {
  const text =
    '---\ndate: 2026-11-02 14:00\ncompany: Acme GmbH\n---\n# Kick-off\nAttendees: Jo Park (CFO), Ada and Kim Lee\n\nMail jo@acme.com and JO@acme.com.'
  expect(readTalk(text, 'x.md')).toMatchObject({
    title: 'Kick-off',
    date: '2026-11-02T14:00',
    company: 'Acme GmbH',
    people: ['Jo Park', 'Ada', 'Kim Lee'],
    addresses: ['jo@acme.com'],
    isCall: false,
  })
})

test.each([
  ['2026-11-02', '2026-11-02'],
  ['call-20261102-1430.txt', '2026-11-02T14:30'],
  ['GMT20261102-090000_Recording', '2026-11-02T09:00Z'],
  ['2026-11-02 9:00', '2026-11-02'],
  ['2.11.2026', '2026-11-02'],
  ['Meeting of 2nd November 2026', '2026-11-02'],
  ['November 2, 2026', '2026-11-02'],
  ['2. November 2026', '2026-11-02'],
  ['2026-02-30', undefined],
  ['Friday', undefined],
  ['2 November', undefined],
  ['11/02/2026', undefined],
  ['4520261102999', undefined],
])('%s is %s', (text, day) => {
  expect(dayNamed([text])).toBe(day)
})

test('words of a transcript make no difference by their line ends', () => {
  expect(readTalk('A: x\r\nB: y\r\n', 'a').id).toBe(readTalk('A: x\nB: y', 'b').id)
  expect(readTalk('A: x', 'a').id).not.toBe(readTalk('A: z', 'a').id)
})

const samples = fileURLToPath(new URL('../../../../shared/samples/meetings', import.meta.url))

test.skipIf(!existsSync(samples))('the samples have the speakers they are said to have (skipped where they are not)', () => {
  const { per_file: expected } = JSON.parse(readFileSync(`${samples}/expected.json`, 'utf8')) as {
    per_file: Record<string, { turns: number; turns_by_speaker: Record<string, number> }>
  }
  for (const name of readdirSync(`${samples}/transcripts`)) {
    const text = readJsonTalk(readFileSync(`${samples}/transcripts/${name}`, 'utf8'))!
    const { turns, turns_by_speaker: by } = expected[`transcripts/${name}`]!
    expect(text.split('\n')).toHaveLength(turns)
    const { speakers } = readTalk(text, name)
    const told = Object.keys(by).filter((who) => /^\p{L}[\p{L}.'’ -]*$/u.test(who) && who.split(' ').length <= 4)
    expect(speakers).toEqual(expect.arrayContaining(told.slice(0, 50)))
  }
})

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readRecord } from '../../src/records/schema/read-record.ts'
import { judgeReading, judgeSetting } from './judge.ts'
import { mutate, sampleRecords } from './mutate.ts'

/** `node bench/fuzz.ts` reads 100,000 and says how long the worst took; here are some of them, and what that found. */
const texts = 2_000
const seeds = sampleRecords(join(import.meta.dirname, '../..'))

test('mutated front matters: no crash, no hang, always a line; a field that is set is all that changes', {
  timeout: 600_000,
}, () => {
  expect(seeds.length).toBeGreaterThan(100)
  const wrong: string[] = []
  let usable = 0
  for (let number = 0; number < texts; number++) {
    const mutated = mutate(seeds, number)
    const begun = performance.now()
    if (readRecord(mutated.kind, mutated.path, mutated.text).value) usable++
    if (performance.now() - begun > 10_000) wrong.push(`${number}: hangs`)
    const found = [...judgeReading(mutated), ...(number % 5 === 0 ? judgeSetting(mutated) : [])]
    wrong.push(...found.map((one) => `${number}: ${mutated.path}: ${one}`))
  }
  expect(wrong).toEqual([])
  expect(usable / texts).toBeGreaterThan(0.2)
})

const read = (yaml: string) => readRecord('customer', 'customers/acme/customer.md', `---\nname: Acme\n${yaml}\n---\n`)
const indented = Array.from({ length: 800 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n')

describe('what once crashed or hung says what is wrong, and where', { timeout: 120_000 }, () => {
  test.for([
    ['brackets', `own: ${'['.repeat(5_000)}${']'.repeat(5_000)}`, 3, /nested more than a hundred deep/],
    ['braces', `own: ${'{a: '.repeat(5_000)}`, 3, /nested more than a hundred deep/],
    ['brackets a quote hides', `own: ["a\n# b", ${'['.repeat(5_000)}`, 3, /missing here|nested/],
    ['dashes', `own:\n  ${'- '.repeat(5_000)}x`, 4, /nested more than a hundred deep/],
    ['dashes behind a key', `own: ${'- '.repeat(5_000)}x`, 3, /nested more than a hundred deep/],
    ['colons', `${': '.repeat(5_000)}x`, 3, /nested more than a hundred deep/],
    ['anchors between dashes', `own:\n  ${'- &a '.repeat(5_000)}x`, 4, /nested more than a hundred deep/],
    ['indentation', indented, 103, /nested more than a hundred deep/],
    ['keys that are keys', `${'? '.repeat(60)}x`, 3, /A key is made of keys or lists/],
    ['a key that repeats a list', 'l: &l [a]\n*l : x', 4, /A key is made of keys or lists/],
    ['a key of 1,025 letters', `${'k'.repeat(1_025)}: x`, 3, /longer than 1,024 letters/],
  ] as const)('%s', ([, yaml, line, says]) => {
    const { value, problems } = read(yaml)
    expect(value).toBeUndefined()
    expect(problems[0]).toMatchObject({ line, severity: 'error', message: expect.stringMatching(says) as string })
  })

  test('thousands of quotes in a row are told of at their place, unread', () => {
    const text = `---\nname: Acme\nnote: ${'"'.repeat(500_000)}\n---\n`
    const { value, problems } = readRecord('customer', 'customers/acme/customer.md', text)
    expect(value).toBeUndefined()
    expect(problems).toMatchObject([{ line: 3, column: 7, severity: 'error' }])
  })

  test('a hundred deep is not too deep', () => {
    expect(read(`zz: ${'['.repeat(99)}${']'.repeat(99)}`).problems).toEqual([])
    expect(read(`# ${'['.repeat(500)}`).problems).toEqual([])
    expect(read('zz: |\n  - - - a\n     b [ c\n').problems).toEqual([])
  })

  test('a hundred complaints of one file are enough', () => {
    expect(read(']\n'.repeat(30_000)).problems.length).toBeLessThanOrEqual(101)
  })

  test('many keys take no longer than their number', () => {
    const many = Array.from({ length: 5_000 }, (_, key) => `k${key}: ${key}`).join('\n')
    expect(Object.keys(read(many).value ?? {})).toHaveLength(5_001)
    expect(read(`${many}\nk7: again`).problems).toMatchObject([{ line: 5_003, message: 'This key stands here twice.' }])
  })
})

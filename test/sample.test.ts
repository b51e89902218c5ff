import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base'
import { describe, expect, test } from 'vitest'
import { placeAt } from '../src/workspace/place.ts'
import { listRecords } from '../src/workspace/records.ts'
import { gitEnv } from './helpers/workspace.ts'

const root = join(import.meta.dirname, '..')
const place = placeAt(root, gitEnv)
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')
const [customers, contacts, deals, activities, people] = [
  listRecords(place, 'customer').records,
  listRecords(place, 'contact').records,
  listRecords(place, 'deal').records,
  listRecords(place, 'activity').records,
  listRecords(place, 'person').records,
]
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}'’-]+/gu) ?? []

test('every path that docs/sample.md names is there', () => {
  const paths = [
    ...textOf('docs/sample.md').matchAll(/`((?:customers|personal|reporting|sales-toolkit|workspace-setup)\/[^`]+)`/g),
  ]
  expect(paths.length).toBeGreaterThan(30)
  expect(paths.map(([, path]) => path!).filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('twelve customers and a partner, each with 3 to 40 activities, and one with more than two tiers hold', () => {
  expect(customers.filter(({ value }) => value.type !== 'partner')).toHaveLength(12)
  const counts = Object.entries(Object.groupBy(activities, ({ customer }) => customer!)).map(
    ([slug, all]) => [slug, all!.length] as const,
  )
  expect(counts).toHaveLength(customers.length)
  const large = counts.filter(([, count]) => count > 40)
  expect(large).toHaveLength(1)
  expect(large[0]![1]).toBeGreaterThanOrEqual(400)
  expect(counts.filter(([, count]) => count < 3)).toEqual([])
  const folder = `customers/${large[0]![0]}`
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
  expect(files.reduce((sum, path) => sum + countTokens(textOf(`${folder}/${path}`)), 0)).toBeGreaterThan(60_000)
})

test('no run of twelve words stands in two activities', () => {
  const seen = new Map<string, string>()
  const twice: string[] = []
  for (const { path, body } of activities) {
    const words = wordsOf(body.toLowerCase())
    for (let at = 0; at + 12 <= words.length; at++) {
      const run = words.slice(at, at + 12).join(' ')
      const other = seen.get(run)
      if (other && other !== path) twice.push(`${other} and ${path}: ${run}`)
      seen.set(run, path)
    }
  }
  expect(twice).toEqual([])
})

describe('whom and what records name exists as a record', () => {
  const battlecards = readdirSync(join(root, 'sales-toolkit/battlecards')).map((name) => name.replace(/\.md$/, ''))
  const products = [...textOf('sales-toolkit/products.yaml').matchAll(/^\s*-?\s*\{? ?name: ([^,}\n]+)/gm)].map(([, name]) =>
    name!.trim(),
  )

  test('products and competitors', () => {
    expect(deals.flatMap(({ value }) => value.competitors ?? []).filter((name) => !battlecards.includes(name))).toEqual([])
    const sold = deals.flatMap(({ value }) => (value.lines ?? []).map(({ product }) => product))
    expect(sold.filter((name) => !products.includes(name))).toEqual([])
    const named = activities.flatMap(({ body }) => body.match(/\bOrbit (?!Analytics\b)\p{Lu}\p{L}+/gu) ?? [])
    expect([...new Set(named)].filter((name) => !products.includes(name))).toEqual([])
  })

  test('participants', () => {
    const known = new Set([
      ...people.map(({ slug }) => slug),
      ...people.flatMap(({ value }) => value.emails ?? []),
      ...contacts.flatMap(({ value }) => value.email ?? []),
    ])
    const strangers = activities.flatMap(({ path, customer, value }) =>
      (value.participants ?? [])
        .filter((one) => !known.has(one) && !contacts.some((contact) => contact.slug === one && contact.customer === customer))
        .map((one) => `${path}: ${one}`),
    )
    expect(strangers).toEqual([])
  })

  test('people, by their full names in notes', () => {
    const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    const firsts = new Map([...contacts, ...people].map(({ value }) => [plain(value.name).split(' ')[0]!, plain(value.name)]))
    const full = activities.flatMap(({ path, body }) =>
      [...body.matchAll(/(?<=[\p{Ll},;:] )(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+)\b/gu)].map(([, first, last]) => ({
        path,
        first: plain(first!),
        last: plain(last!),
      })),
    )
    // A first name of ours or theirs, followed by a family name that is not theirs, is somebody without a record.
    const strangers = full.filter(({ first, last }) => {
      const name = firsts.get(first)
      return (
        name !== undefined &&
        ![...contacts, ...people].some(({ value }) => plain(value.name).includes(`${first} `) && plain(value.name).includes(last))
      )
    })
    expect(strangers).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { accountLines, dealLines, writeLines } from '../../bench/generate-csv.ts'
import { folder } from '../helpers/workspace.ts'

type Read = Record<string, string>[]
const read = (text: string) => parse(text, { columns: true }) as Read
const distinct = (rows: Read, column: string) => new Set(rows.map((row) => row[column]))

test('the export has so many deals, each with its own id, of 300 customers, 12 owners and 6 stages', () => {
  const accounts = read([...accountLines()].join(''))
  const deals = read([...dealLines(8_800)].join(''))
  expect([accounts.length, deals.length]).toEqual([300, 8_800])
  expect([distinct(accounts, 'Account Name').size, distinct(accounts, 'Website').size]).toEqual([300, 300])
  const sizes = ['Opportunity ID', 'Stage', 'Opportunity Owner'].map((column) => distinct(deals, column).size)
  expect(sizes).toEqual([8_800, 6, 12])
  const names = distinct(accounts, 'Account Name')
  expect(deals.every((deal) => names.has(deal['Account Name']))).toBe(true)
  expect(deals.every((deal) => deal['Created Date']! <= deal['Close Date']!)).toBe(true)
  expect(deals.filter((deal) => deal['Amount'] === '').length).toBeGreaterThan(100)
})

test('the same export comes every time, and a longer one begins with it', () => {
  const file = join(folder(), 'deals.csv')
  const some = [...dealLines(5_000)].join('')
  writeLines(file, dealLines(5_000))
  expect(readFileSync(file, 'utf8')).toBe(some)
  expect([...dealLines(6_000)].join('').startsWith(some)).toBe(true)
})

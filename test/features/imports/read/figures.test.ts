import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readColumn, readRows } from './read-rows.ts'

const amounts = (cells: string[], given = {}) => readColumn('Amount', cells, given).values('amount')

test.each([
  ['1054', 1054],
  ['0', 0],
  ['-500', -500],
  ['500-', -500],
  ['(500)', -500],
  ['($1,500.50)', -1500.5],
  ['−12.5', -12.5],
  ['$22,700.00', 22700],
  ['1.234,56 €', 1234.56],
  ['1 234,56', 1234.56],
  ['1\u202f234,56', 1234.56],
  ['1’234.50', 1234.5],
  ["CHF 1'234.50", 1234.5],
  ['3.00E+07', 30000000],
  ['3e7', 30000000],
  ['1,234', 1234],
  ['1,234,567', 1234567],
  ['1.234.567', 1234567],
  ['12,34,567', 1234567],
  ['1234.567', 1234.567],
  ['0.123', 0.123],
  ['0,5', 0.5],
  ['.5', 0.5],
  ['12,5', 12.5],
  ['USD 1,200', 1200],
  ['1200 EUR', 1200],
  ['1.2M', 1200000],
  ['10k', 10000],
  ['$1.1m', 1100000],
  ['2.5B', 2500000000],
  ['104.10000000000001', 104.10000000000001],
])('%s is the number %d', (cell, value) => {
  expect(amounts([cell])).toEqual([value])
})

test.each([
  'n/a',
  '12 apples and 3',
  '1.2.3',
  '1,23,4',
  '--5',
  '1-2',
  'EUR',
  '=A1*2',
  '5 EUR 6',
  '$5 USD',
  '12 34',
  '1 000 00',
  '12345678901234567890',
  '0x10',
  'Infinity',
  '12%',
])('%s is no amount: kept as it was written, with a note', (cell) => {
  const { drafts, notes } = readColumn('Amount', [cell])
  expect(drafts[0]!.fields).not.toHaveProperty('amount')
  expect(drafts[0]!.imported).toEqual({ Amount: cell })
  expect(notes).toEqual([expect.objectContaining({ line: 2, column: 'Amount' })])
})

describe('1.234', () => {
  test('alone is asked about', () => {
    const { questions, drafts } = readColumn('Amount', ['1.234', '500'])
    expect(questions).toMatchObject([{ line: 2, column: 'Amount', message: '"1.234" could be 1.234 or 1234' }])
    expect(drafts[0]!.imported).toEqual({ Amount: '1.234' })
    expect(drafts[1]!.fields).toMatchObject({ amount: 500 })
  })

  test.each([
    [['1.234', '1.234,50'], 1234],
    [['1.234', '12.50'], 1.234],
    [['1,234', '12,50'], 1.234],
    [['1,234', '12.50'], 1234],
  ])('is settled by the column: %j', (cells, first) => {
    expect(amounts(cells)[0]).toBe(first)
  })

  test('is settled by the map, or by another column', () => {
    expect(amounts(['1.234'], { map: { decimal: ',' } })).toEqual([1234])
    expect(amounts(['1.234'], { map: { decimal: '.' } })).toEqual([1.234])
    const { drafts } = readRows(['Deal Name', 'Amount', 'Probability'], [['A', '1.234', '12,5']])
    expect(drafts[0]!.fields).toMatchObject({ amount: 1234, probability: 0.125 })
  })

  test('of people is a thousand of them', () => {
    expect(readRows(['Company', 'Employees'], [['Acme', '1.234']]).drafts[0]!.fields).toMatchObject({ employees: 1234 })
  })
})

test('both styles in one column are each read by their last sign, with a note', () => {
  const { values, notes, questions } = readColumn('Amount', ['1,234.50', '1.234,50'])
  expect(values('amount')).toEqual([1234.5, 1234.5])
  expect(questions).toEqual([])
  expect(notes).toMatchObject([{ line: 2, message: expect.stringContaining('line 3') as string }])
})

test('amounts as English and German exports write them read back', () => {
  const cents = fc.integer({ min: -99_999_999_99, max: 99_999_999_99 })
  fc.assert(
    fc.property(
      fc.array(cents, { minLength: 1, maxLength: 20 }),
      fc.constantFrom(['.', ','], [',', '.'], [',', ' '], ['.', '’']),
      (all, [decimal, thousands]) => {
        const write = (value: number) => {
          const [whole, part] = (Math.abs(value) / 100).toFixed(2).split('.')
          return `${value < 0 ? '-' : ''}${whole!.replace(/\B(?=(?:\d{3})+$)/g, thousands)}${decimal}${part}`
        }
        expect(amounts(all.map(write))).toEqual(all.map((value) => (value === 0 ? 0 : value / 100)))
      },
    ),
  )
})

describe('probabilities', () => {
  const of = (cells: string[], given = {}) => readColumn('Probability', cells, given).values('probability')
  test.each([
    [
      ['20', '100', '0'],
      [0.2, 1, 0],
    ],
    [
      ['0.2', '1', '0'],
      [0.2, 1, 0],
    ],
    [
      ['20%', '55 %', '33.3%'],
      [0.2, 0.55, 0.333],
    ],
    [
      ['33.3', '7'],
      [0.333, 0.07],
    ],
    [
      ['12,5', '50'],
      [0.125, 0.5],
    ],
  ])('%j', (cells, values) => {
    expect(of(cells)).toEqual(values)
  })

  test('of Salesforce count to 100 even where none is over 1', () => {
    expect(of(['1', '0'], { map: { system: 'salesforce' } })).toEqual([0.01, 0])
  })

  test('outside the range are kept as written', () => {
    const { drafts, notes } = readColumn('Probability', ['120', '50'])
    expect(drafts[0]!.imported).toEqual({ Probability: '120' })
    expect(notes).toMatchObject([{ message: expect.stringContaining('from 0 to 1') as string }])
  })
})

describe('currencies', () => {
  const read = (headings: string[], cells: string[], given = {}) => readRows(['Deal Name', ...headings], [['A', ...cells]], given)
  const money = (headings: string[], cells: string[], given = {}) => {
    const { amount, currency } = read(headings, cells, given).drafts[0]!.fields
    return [amount, currency]
  }

  test.each([
    ['$5', {}, [5, 'USD']],
    ['$5', { settings: { currency: 'CAD' } }, [5, 'CAD']],
    ['C$5', {}, [5, 'CAD']],
    ['5 €', {}, [5, 'EUR']],
    ['£5', {}, [5, 'GBP']],
    ['¥5', {}, [5, 'JPY']],
    ['₹5', {}, [5, 'INR']],
    ['R$ 5', {}, [5, 'BRL']],
    ['CHF 5', {}, [5, 'CHF']],
    ['5 kr', { settings: { currency: 'SEK' } }, [5, 'SEK']],
    ['5', {}, [5, undefined]],
    ['5', { map: { currency: 'GBP' } }, [5, 'GBP']],
  ])('%s', (cell, given, expected) => {
    expect(money(['Amount'], [cell], given)).toEqual(expected)
  })

  test('stand in a column or a heading of their own', () => {
    expect(money(['Amount', 'Currency'], ['5', 'usd'])).toEqual([5, 'USD'])
    expect(money(['Amount', 'CurrencyIsoCode'], ['$5', 'CAD'])).toEqual([5, 'CAD'])
    expect(money(['Amount (GBP)'], ['5'])).toEqual([5, 'GBP'])
    expect(money(['Currency', 'Amount'], ['€', '5'])).toEqual([5, 'EUR'])
  })

  test.each(['Galleons', 'XQQ'])('nobody knows (%s) never become a figure', (code) => {
    const { drafts, notes } = read(['Amount', 'Currency'], ['5', code])
    expect(drafts[0]!.fields).toEqual({ name: 'A' })
    expect(drafts[0]!.imported).toEqual({ Amount: '5', Currency: code })
    expect(notes).toEqual([expect.objectContaining({ line: 2, column: 'Currency' })])
    const beside = read(['Amount'], [`5 ${code}`])
    expect(beside.drafts[0]!.fields).toEqual({ name: 'A' })
    expect(beside.drafts[0]!.imported).toEqual({ Amount: `5 ${code}` })
  })

  const column = (cells: string[], given = {}) => {
    const { drafts, notes } = readRows(
      ['Deal Name', 'Amount'],
      cells.map((cell, n) => [`Deal ${n}`, cell]),
      given,
    )
    return { codes: drafts.map(({ fields }) => fields['currency']), notes }
  }

  test('of a column whose signs are all alike are those of the amounts without one, and that is told', () => {
    const { codes, notes } = column(['$5', '7', '$1,200.50', '1,000'])
    expect(codes).toEqual(['USD', 'USD', 'USD', 'USD'])
    expect(notes).toMatchObject([
      { line: 3, column: 'Amount', message: '"7" has no sign; it is read in USD, as the others of its column' },
    ])
  })

  test.each([
    ['of a column with two signs', ['$5', '€6', '7'], {}, ['USD', 'EUR', undefined]],
    ['of a column without any', ['5', '7'], {}, [undefined, undefined]],
    ['of a column that the map speaks of', ['$5', '7'], { map: { currency: 'GBP' } }, ['USD', 'GBP']],
  ])('%s stay the workspace’s, or the map’s', (_, cells, given, codes) => {
    expect(column(cells, given).codes).toEqual(codes)
  })

  test('that contradict each other never become a figure', () => {
    const { drafts, notes } = read(['Amount', 'Currency'], ['5 €', 'USD'])
    expect(drafts[0]!.fields).not.toHaveProperty('amount')
    expect(notes).toMatchObject([{ line: 2, column: 'Amount' }])
  })

  test('other than the workspace’s are no revenue in it', () => {
    const { drafts } = readRows(
      ['Company', 'Annual Revenue'],
      [
        ['Acme', '$5'],
        ['Globex', '5 €'],
      ],
    )
    expect(drafts.map(({ fields }) => fields['revenue'])).toEqual([undefined, 5])
    expect(drafts[0]!.imported).toEqual({ 'Annual Revenue': '$5' })
  })
})

test('a range of employees is kept as it was written', () => {
  const { drafts, notes } = readRows(
    ['Company', 'Employees'],
    [
      ['Acme', '1,001-5,000'],
      ['Globex', '12'],
    ],
  )
  expect(drafts.map(({ fields }) => fields['employees'])).toEqual([undefined, 12])
  expect(drafts[0]!.imported).toEqual({ Employees: '1,001-5,000' })
  expect(notes).toMatchObject([{ line: 2, column: 'Employees' }])
})

test('a heading may say millions', () => {
  expect(readRows(['Company', 'Revenue (in millions)'], [['Acme', '497.11']]).drafts[0]!.fields).toMatchObject({
    revenue: 497110000,
  })
})

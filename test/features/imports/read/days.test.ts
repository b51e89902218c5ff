import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readColumn, readRows } from './read-rows.ts'

const days = (cells: string[], given = {}) => readColumn('Close Date', cells, given).values('close_date')

test.each([
  ['2021-04-15', '2021-04-15'],
  ['2021-4-5', '2021-04-05'],
  ['2021/04/15', '2021-04-15'],
  ['2021-04-15 00:03:00', '2021-04-15'],
  ['2021-04-15T23:30:00', '2021-04-15'],
  ['2021-04-15T23:30:00Z', '2021-04-16'],
  ['2021-04-15T23:30:00.000+0000', '2021-04-16'],
  ['2021-04-15T23:30:00-05:00', '2021-04-16'],
  ['2021-04-15T00:30:00+05:30', '2021-04-14'],
  ['15 Apr, 2021 00:03:00', '2021-04-15'],
  ['Apr 15, 2021', '2021-04-15'],
  ['April 15th, 2021 3:04 PM', '2021-04-15'],
  ['Thu, 15 Apr 2021', '2021-04-15'],
  ['15-Apr-21', '2021-04-15'],
  ['15. März 2021', '2021-03-15'],
  ['15 août 2021', '2021-08-15'],
  ['3 de mayo de 2021', '2021-05-03'],
  ['15.04.2021', '2021-04-15'],
  ['03.04.2021', '2021-04-03'],
  ['04/15/2021', '2021-04-15'],
  ['4/15/2021 3:04 PM', '2021-04-15'],
  ['15/04/21', '2021-04-15'],
  ['15/04/98', '1998-04-15'],
  ['05/05/2021', '2021-05-05'],
  ['20210415', '2021-04-15'],
  ['1618524000000', '2021-04-16'],
  ['44301', '2021-04-15'],
])('%s is the day %s in Berlin', (cell, day) => {
  expect(days([cell])).toEqual([day])
})

test.each([
  '32.13.2021',
  'n/a',
  '2021-02-30',
  '2021-04',
  'soon',
  '29 Feb 2021',
  '15/15/2021',
  '12:00',
  '123',
  '2021-04-15T25:00:00Z',
])('%s is no day: kept as it was written, with a note', (cell) => {
  const { drafts, notes } = readColumn('Close Date', [cell, '2021-01-02', cell])
  expect(drafts[0]!.fields).not.toHaveProperty('close_date')
  expect(drafts[0]!.imported).toEqual({ 'Close Date': cell })
  expect(notes).toEqual([
    {
      file: 'data.csv',
      line: 2,
      column: 'Close Date',
      message: expect.stringContaining(`"${cell}" is no day`) as string,
      count: 1,
    },
  ])
})

test('midnights UTC alone are plain days, whatever the zone', () => {
  expect(days(['2021-04-15T00:00:00Z', '2021-04-16T00:00:00.000Z'], { zone: 'America/New_York' })).toEqual([
    '2021-04-15',
    '2021-04-16',
  ])
  expect(days(['2021-04-15T00:00:00Z', '2021-04-16T00:00:01Z'], { zone: 'America/New_York' })).toEqual([
    '2021-04-14',
    '2021-04-15',
  ])
})

describe('days that could be two', () => {
  test('are asked about', () => {
    const { questions, drafts } = readColumn('close_date', ['03/04/2021', '05/06/2021'])
    expect(questions).toEqual([
      {
        file: 'data.csv',
        line: 2,
        column: 'close_date',
        message: '"03/04/2021" could be 3 April or 4 March',
        hint: '`dates: dmy` or `dates: mdy` in a --map file, or --dates dmy',
      },
    ])
    expect(drafts[0]).toMatchObject({ imported: { close_date: '03/04/2021' } })
    expect(drafts[0]!.fields).not.toHaveProperty('close_date')
  })

  test.each([
    [['03/04/2021', '15/04/2021'], '2021-04-03'],
    [['03/04/2021', '04/15/2021'], '2021-03-04'],
    [['03/04/21', '04/15/21'], '2021-03-04'],
  ])('are settled by another cell of the column: %j', (cells, first) => {
    const read = readColumn('Close Date', cells)
    expect(read.questions).toEqual([])
    expect(read.values('close_date')[0]).toBe(first)
  })

  test('are settled by another column of days', () => {
    const { drafts, questions } = readRows(['Deal Name', 'Close Date', 'Created Date'], [['A', '03/04/2021', '25/12/2020']])
    expect(questions).toEqual([])
    expect(drafts[0]!.fields).toMatchObject({ close_date: '2021-04-03', opened: '2020-12-25' })
  })

  test('are settled by the map', () => {
    expect(days(['03/04/2021'], { map: { dates: 'dmy' } })).toEqual(['2021-04-03'])
    expect(days(['03/04/2021'], { map: { dates: 'mdy' } })).toEqual(['2021-03-04'])
    expect(days(['21/04/03'], { map: { dates: 'ymd' } })).toEqual(['2021-04-03'])
  })

  test('in a column that contradicts itself, what is certain is read and the rest is asked', () => {
    const { values, questions } = readColumn('Close Date', ['15/04/2021', '04/16/2021', '03/04/2021'])
    expect(values('close_date')).toEqual(['2021-04-15', '2021-04-16', undefined])
    expect(questions).toMatchObject([{ line: 4 }])
  })
})

test('with one day over 12, every day reads back as it was', () => {
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const write = (one: string, order: 'dmy' | 'mdy', sign: string, padded: boolean) => {
    const [year, month, date] = one.split('-').map((part, index) => (padded || index === 0 ? part : `${Number(part)}`))
    return (order === 'dmy' ? [date, month, year] : [month, date, year]).join(sign)
  }
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1, maxLength: 30 }),
      fc.nat(29),
      fc.constantFrom('dmy', 'mdy'),
      fc.constantFrom('/', '-'),
      fc.boolean(),
      (some, at, order, sign, padded) => {
        const all = some.toSpliced(at % some.length, 0, '2021-04-15')
        expect(days(all.map((one) => write(one, order, sign, padded)))).toEqual(all)
      },
    ),
  )
})

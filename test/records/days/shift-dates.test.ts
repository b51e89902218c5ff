import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shiftDates, shiftPath } from '../../../src/records/days/shift-dates.ts'
import { Temporal } from '../../../src/records/days/temporal.ts'

/** Eight weeks on, over the turn of a year. */
const shift = { days: 56, near: '2026-11-10', today: '2026-11-20', zones: ['America/New_York', 'Asia/Tokyo'] }

const moved: [text: string, then: string][] = [
  // ISO days and instants
  ['- [ ] Send it @ada due:2026-11-25 !high', '- [ ] Send it @ada due:2027-01-20 !high'],
  ['evidence: activities/2026-10-29-1030-email-numbers-r4wd.md', 'evidence: activities/2026-12-24-1030-email-numbers-r4wd.md'],
  ['absent: [{ from: 2026-12-21, to: 2027-01-01 }]', 'absent: [{ from: 2027-02-15, to: 2027-02-26 }]'],
  ['2026-09-15T11:00-04:00', '2026-11-10T11:00-05:00'],
  ['2026-11-12T07:30+09:00', '2027-01-07T07:30+09:00'],
  ['2026-11-12T07:30Z', '2027-01-07T07:30Z'],
  ['2026-09-15T11:00+05:30', '2026-11-10T11:00+05:30'],
  ['2026-13-45 is no day', '2026-13-45 is no day'],
  // periods
  ['quotas/2026-Q4.yaml, Q4 2026, in Q4', 'quotas/2027-Q1.yaml, Q1 2027, in Q1'],
  ['Q1: Which addresses?\n- Q2. Which ports?', 'Q1: Which addresses?\n- Q2. Which ports?'],
  ['31 loads in the third quarter', '31 loads in the fourth quarter'],
  ['a third quarter of an hour', 'a third quarter of an hour'],
  ['im vierten Quartal, 3. Quartal', 'im ersten Quartal, 4. Quartal'],
  ['reporting/ledger/2026-11/20.ada.ndjson and 2026-11', 'reporting/ledger/2027-01/20.ada.ndjson and 2027-01'],
  ['in KW 48', 'in KW 3'],
  // English
  ['shutdown on 21 December is', 'shutdown on 15 February is'],
  ['21 December 2026', '15 February 2027'],
  ['December 21', 'February 15'],
  ['December 21st, 2026.', 'February 15th, 2027.'],
  ['the 21st of December', 'the 15th of February'],
  ['Tue 3 Nov, 9:30', 'Tue 29 Dec, 9:30'],
  ['Dec 21', 'Feb 15'],
  ['9 to 11 December', '3 to 5 February'],
  ['30 November to 2 December', '25 January to 27 January'],
  ['from 5 to 30 October.', 'from 30 November to 25 December.'],
  ['4-5 November', '30-31 December'],
  ['5–7 November', '31 December–2 January'],
  ['Contract ends on 31 January 2027.', 'Contract ends on 28 March 2027.'],
  ['until the end of November', 'until the end of January'],
  ['since October; apologised', 'since December; apologised'],
  ['mid-December, early May', 'mid-February, early July'],
  ['July to September, the December image', 'September to November, the February image'],
  ['in May we', 'in July we'],
  ['May I ask? They may march on.', 'May I ask? They may march on.'],
  ['April Chen and Jan met June', 'April Chen and Jan met June'],
  ['April image verified, the June test, for March', 'June image verified, the August test, for May'],
  ['the third-quarter close, voor q1', 'the fourth-quarter close, voor q2'],
  ['a festival in week 29, in week 12 of the trial', 'a festival in week 37, in week 12 of the trial'],
  ['Januari staat, het', 'Maart staat, het'],
  // other languages
  ['am 21. Dezember 2026', 'am 15. Februar 2027'],
  ['bis Ende Oktober und im August', 'bis Ende Dezember und im Oktober'],
  ['am 21.12. oder bis 4.12.2026', 'am 15.02. oder bis 29.01.2027'],
  ['Python 3.12. runs', 'Python 3.12. runs'],
  ['12月21日、2026年12月21日、12月、2026年', '2月15日、2027年2月15日、2月、2026年'],
  ['op 4 december is het', 'op 29 januari is het'],
  ['entro fine novembre', 'entro fine gennaio'],
  ['3 de diciembre', '28 de enero'],
  // years
  ['Renewal 2027, FY2026, 2026/27', 'Renewal 2027, FY2026, 2026/27'],
  // what is no date
  ['deal: renewal-2027-12, slug december-rollout, mid-sized', 'deal: renewal-2027-12, slug december-rollout, mid-sized'],
  [
    'https://x.example/2026-11-20/q4 or a.2026-11-20@mail.example',
    'https://x.example/2026-11-20/q4 or a.2026-11-20@mail.example',
  ],
  ['source: gmail:2026-11-20-abc', 'source: gmail:2026-11-20-abc'],
  ['+49 40 2026 1234, v2026.1, 10.12.1', '+49 40 2026 1234, v2026.1, 10.12.1'],
]

describe('shiftDates', () => {
  test.for(moved)('%s', ([text, then]) => {
    expect(shiftDates(text, shift)).toBe(then)
  })

  const years: [text: string, then: string][] = [
    ['In 2026, before 2027. 2024: sixty.', 'In 2027, before 2028. 2025: sixty.'],
    ['FY2026, 2026/27, 2026年', 'FY2027, 2027/28, 2027年'],
    [
      '€2026, 2026 EUR, EUR 2026, 12.2026, 2,026, #2026, 2026 dollars',
      '€2026, 2026 EUR, EUR 2026, 12.2026, 2,026, #2026, 2026 dollars',
    ],
    ['renewal-2027, acme/2026-notes, x2026', 'renewal-2027, acme/2026-notes, x2026'],
  ]
  test.for(years)('a year on: %s', ([text, then]) => {
    expect(shiftDates(text, { ...shift, days: 364 })).toBe(then)
  })

  test('numbers that are whole values of YAML are no years, years in its texts are', () => {
    const yaml = 'quantity: 2026\nlines: [{ unit_price: 2030, months: 12 }]\nhubspot: "2027"\nname: Renewal 2027\n- 2026\n'
    expect(shiftDates(yaml, { ...shift, days: 364, yaml: true })).toBe(yaml.replace('Renewal 2027', 'Renewal 2028'))
  })

  test('a date without a year is the one nearest to where the text was written', () => {
    expect(shiftDates('29 February', { ...shift, near: '2028-03-01' })).toBe('25 April')
    expect(shiftDates('28 February', { ...shift, near: '2027-03-01', days: 7 })).toBe('7 March')
    expect(shiftDates('28 February', { ...shift, near: '2028-03-01', days: 7 })).toBe('6 March')
  })

  test('the quarter of today stays the quarter of today, whatever the day', () => {
    for (let days = -700; days <= 700; days += 7) {
      const then = Temporal.PlainDate.from(shift.today).add({ days })
      expect(shiftPath('2026-Q4', { ...shift, days })).toBe(`${then.year}-Q${Math.ceil(then.month / 3)}`)
    }
  })

  test('a path moves as texts that name it do', () => {
    const paths = [
      'quotas/2026-Q4.yaml',
      'a/2026-11-02-1000-call-x-k3f9.md',
      'ledger/2026-11/20.x',
      'deals/renewal-2027.md',
      'x/2026-11.yaml',
      'a/in-may-2026.md',
    ]
    for (const path of paths) expect(shiftDates(`see ${path} there`, shift)).toBe(`see ${shiftPath(path, shift)} there`)
    expect(shiftPath('notes/21 December 2026.md', shift)).toBe('notes/21 December 2026.md')
  })

  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2034-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString())
  const form = fc.tuple(day, fc.constantFrom('day', 'minute', 'path', 'Z', 'Q')).map(([at, kind]) => {
    const [on, clock] = [at.slice(0, 10), at.slice(11, 16)]
    if (kind === 'path') return `activities/${on}-${clock.replace(':', '')}-call-x-k3f9.md`
    if (kind === 'Q') return `quotas/${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}.yaml`
    return { day: on, minute: `${on}T${clock}+01:00`, Z: `${on}T${clock}:07Z` }[kind]
  })
  const words = fc.constantFrom('due:', ' met ', 'from: ', '\n- ', ' (', ') ', ', ')

  test('there and back again: ISO forms are as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, form), { maxLength: 8 }), fc.integer({ min: -600, max: 600 }), (parts, weeks) => {
        const text = parts.flat().join('')
        const days = weeks * 7
        const there = { days, near: shift.near, today: shift.today }
        const today = Temporal.PlainDate.from(shift.today).add({ days }).toString()
        expect(shiftDates(shiftDates(text, there), { days: -days, near: today, today })).toBe(text)
      }),
    )
  })

  test('moved by nothing, any text is what it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => shiftDates(text, { ...shift, days: 0 }) === text))
  })

  test('whole weeks keep every weekday', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (at, weeks) => {
        const then = shiftDates(at.slice(0, 10), { ...shift, days: weeks * 7 })
        expect(Temporal.PlainDate.from(then).dayOfWeek).toBe(Temporal.PlainDate.from(at.slice(0, 10)).dayOfWeek)
      }),
    )
  })
})

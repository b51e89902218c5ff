import { array, assert, constantFrom, integer, option, property, record, tuple } from 'fast-check'
import ical from 'ical.js'
import { describe, expect, test } from 'vitest'
import { expandRule } from '../../../src/records/calendar/expand-rule.ts'
import { readRule } from '../../../src/records/calendar/read-rule.ts'

const span = { from: '2026-08-23', to: '2027-01-20' }

function days(text: string, start: string, within = span): string[] {
  const rule = readRule(ical.parse.property(`RRULE:${text}`)[3])
  if ('refused' in rule) throw new Error(rule.refused)
  return expandRule(rule, start, within)
}

describe('the days of a series', () => {
  test.each([
    ['FREQ=DAILY;COUNT=3', '2026-11-02', ['2026-11-02', '2026-11-03', '2026-11-04']],
    ['FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4', '2026-11-02', ['2026-11-02', '2026-11-04', '2026-11-09', '2026-11-11']],
    ['FREQ=WEEKLY;INTERVAL=2;UNTIL=20261201T000000Z', '2026-11-02', ['2026-11-02', '2026-11-16', '2026-11-30']],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-08-28', ['2026-08-28', '2026-09-25', '2026-10-30', '2026-11-27', '2026-12-25']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-08-31', ['2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31']],
    ['FREQ=MONTHLY', '2026-08-31', ['2026-08-31', '2026-10-31', '2026-12-31']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3', '2026-08-31', ['2026-08-31', '2026-09-30', '2026-10-30']],
    ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', '2020-11-26', ['2026-11-26']],
    ['FREQ=YEARLY;BYWEEKNO=46;BYDAY=MO', '2020-11-09', ['2026-11-09']],
    ['FREQ=YEARLY', '1990-12-24', ['2026-12-24']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-11-02', ['2026-11-02']],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2026-11-02', ['2026-11-02']],
    ['FREQ=WEEKLY;INTERVAL=999999999', '2026-11-02', ['2026-11-02']],
    ['FREQ=DAILY;COUNT=10', '2020-01-01', []],
  ])('%s from %s', (rule, start, expected) => {
    expect(days(rule, start)).toEqual(expected)
  })

  test.each([
    ['FREQ=SECONDLY', 'every second'],
    ['FREQ=MINUTELY;INTERVAL=5', 'every minute'],
    ['FREQ=HOURLY', 'every hour'],
    ['FREQ=DAILY;BYHOUR=9,15', 'several times a day'],
  ])('%s is refused', (rule, why) => {
    expect(readRule(ical.parse.property(`RRULE:${rule}`)[3])).toEqual({ refused: expect.stringContaining(why) })
  })
})

/** What ical.js makes of a rule that is sure to come true; rules that never do would keep it for ever. */
function byLibrary(text: string, start: string): string[] {
  const found: string[] = []
  const steps = ical.Recur.fromString(text).iterator(ical.Time.fromDateString(start))
  for (let n = 0; n < 5_000; n++) {
    const day = steps.next()?.toString().slice(0, 10)
    if (day === undefined || day > span.to) break
    if (day >= span.from) found.push(day)
  }
  return found
}

const weekday = constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
const rule = record({
  freq: constantFrom('DAILY', 'WEEKLY', 'MONTHLY'),
  interval: integer({ min: 1, max: 4 }),
  count: option(integer({ min: 1, max: 60 }), { nil: undefined }),
  byDay: array(weekday, { maxLength: 3 }),
  start: tuple(integer({ min: 2024, max: 2026 }), integer({ min: 1, max: 12 }), integer({ min: 1, max: 28 })),
})

test('they are those of ical.js', () => {
  assert(
    property(rule, ({ freq, interval, count, byDay, start: [year, month, day] }) => {
      const on = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      const own = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(`${on}T00:00:00Z`).getUTCDay()]!
      // The first day belongs to the series by the standard; ical.js counts it only where the rule fits it.
      const some = byDay.length > 0 ? `;BYDAY=${[...new Set([own, ...byDay])].join(',')}` : ''
      const text = `FREQ=${freq};INTERVAL=${interval}${count ? `;COUNT=${count}` : ''}${some}`
      expect(days(text, on), `${text} from ${on}`).toEqual(byLibrary(text, on))
    }),
    { numRuns: 300 },
  )
})

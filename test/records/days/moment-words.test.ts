import { expect, test } from 'vitest'
import { needDay, needMoment, readMoment } from '../../../src/records/days/moment-words.ts'

/** Saturday, 11:00 in Berlin. */
const here = { now: new Date('2026-11-21T10:00:00Z'), zone: 'Europe/Berlin' }

test.each([
  ['yesterday 15:00', '2026-11-20T15:00+01:00'],
  ['yesterday at 9:05', '2026-11-20T09:05+01:00'],
  ['fri 9:30', '2026-11-20T09:30+01:00'],
  ['15:00', '2026-11-21T15:00+01:00'],
  ['3pm', '2026-11-21T15:00+01:00'],
  ['12am', '2026-11-21T00:00+01:00'],
  ['12 pm', '2026-11-21T12:00+01:00'],
  ['noon', '2026-11-21T12:00+01:00'],
  ['now', '2026-11-21T11:00+01:00'],
  ['2 hours ago', '2026-11-21T09:00+01:00'],
  ['20 minutes ago', '2026-11-21T10:40+01:00'],
  ['2026-07-01 15:00', '2026-07-01T15:00+02:00'],
  ['1 July 2026 15:00', '2026-07-01T15:00+02:00'],
  ['2026-11-20T14:30+02:00', '2026-11-20T13:30+01:00'],
  ['2026-11-20T14:30Z', '2026-11-20T15:30+01:00'],
  ['yesterday', '2026-11-20'],
  ['20 Nov', '2026-11-20'],
  ['next tuesday 10:00', '2026-11-24T10:00+01:00'],
])('%s', async (words, date) => {
  expect(await readMoment(words, here)).toBe(date)
})

test.each([
  '',
  'banana',
  'yesterday 25:00',
  '13pm',
  '12/1',
  '12/1 15:00',
  'Dec',
  'mid june',
  'next quarter',
  '30 Feb',
  'fri or mon',
  'monday to friday',
  'in Q3',
])('unreadable: "%s"', async (words) => {
  expect(await readMoment(words, here)).toBeUndefined()
})

test('the clock is that of the person, not of UTC', async () => {
  const late = { now: new Date('2026-11-21T23:30:00Z'), zone: 'Asia/Tokyo' }
  expect(await readMoment('yesterday', late)).toBe('2026-11-21')
  expect(await readMoment('8:00', late)).toBe('2026-11-22T08:00+09:00')
})

test('what cannot be read is refused with examples', async () => {
  await expect(needMoment('whenever', here)).rejects.toMatchObject({
    exitCode: 2,
    suggestions: [expect.stringContaining('yesterday 15:00')],
  })
  await expect(needDay('whenever', here)).rejects.toMatchObject({
    exitCode: 2,
    suggestions: [expect.stringContaining('in 2 weeks')],
  })
  expect(await needDay('fri 15:00', here)).toBe('2026-11-27')
})

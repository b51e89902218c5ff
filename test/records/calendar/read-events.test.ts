import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { array, assert, asyncProperty, constantFrom } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEvents } from '../../../src/records/calendar/read-events.ts'

const now = new Date('2026-11-21T10:00:00Z')
const read = (text: string, zone = 'Europe/Berlin') => readEvents(text, { now, zone })
const event = (lines: string) => `BEGIN:VEVENT\r\nUID:u@x\r\n${lines.replaceAll('\n', '\r\n')}\r\nEND:VEVENT\r\n`
const calendar = (...parts: string[]) => `BEGIN:VCALENDAR\r\n${parts.join('')}END:VCALENDAR\r\n`
const times = async (lines: string, zone?: string) =>
  (await read(calendar(event(lines)), zone)).events.map(({ start, ends }) => [start, ends])

describe('the times of an event', () => {
  test.each([
    ['DTSTART:20261102T090000Z\nDTEND:20261102T100000Z', '2026-11-02T10:00+01:00', '2026-11-02T11:00+01:00'],
    ['DTSTART:20261102T090000\nDURATION:PT1H30M', '2026-11-02T09:00+01:00', '2026-11-02T10:30+01:00'],
    ['DTSTART;TZID=America/New_York:20261102T090000', '2026-11-02T09:00-05:00', undefined],
    ['DTSTART;TZID="W. Europe Standard Time":20260702T090000', '2026-07-02T09:00+02:00', undefined],
    ['DTSTART;TZID=/mozilla.org/20050126_1/Asia/Tokyo:20261102T090000', '2026-11-02T09:00+09:00', undefined],
    ['DTSTART;VALUE=DATE:20261102', '2026-11-02', undefined],
    ['DTSTART;VALUE=DATE:20261102\nDTEND;VALUE=DATE:20261103', '2026-11-02', undefined],
    ['DTSTART;VALUE=DATE:20261102\nDTEND;VALUE=DATE:20261105', '2026-11-02', '2026-11-04'],
    ['DTSTART:20261102T090000Z\nDTEND:20261101T090000Z', '2026-11-02T10:00+01:00', undefined],
    ['DTSTART;TZID=Europe/Berlin:20261025T013000\nDURATION:PT2H', '2026-10-25T01:30+02:00', '2026-10-25T03:30+02:00'],
  ])('%j', async (lines, start, ends) => {
    expect(await times(lines)).toEqual([[start, ends]])
  })

  test('a zone that only the calendar knows is what it says', async () => {
    const half = (name: string, start: string, month: number, to: string) =>
      `BEGIN:${name}\nDTSTART:${start}\nRRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU\nTZOFFSETFROM:+0000\nTZOFFSETTO:${to}\nEND:${name}\n`
    const zone = `BEGIN:VTIMEZONE\nTZID:Ours\n${half('STANDARD', '19701025T030000', 10, '+0130')}${half('DAYLIGHT', '19700329T020000', 3, '+0230')}END:VTIMEZONE\n`
    const { events } = await read(
      calendar(zone, event('DTSTART;TZID=Ours:20260702T090000'), event('DTSTART;TZID=Ours:20261102T090000')),
    )
    expect(events.map(({ start }) => start)).toEqual(['2026-07-02T09:00+02:30', '2026-11-02T09:00+01:30'])
  })

  test('a zone nobody knows is told, and read on our clock', async () => {
    const { events, troubles } = await read(calendar(event('DTSTART;TZID=Nowhere:20261102T090000')))
    expect(events[0]!.start).toBe('2026-11-02T09:00+01:00')
    expect(troubles).toEqual([expect.stringContaining('"Nowhere" is not known')])
  })

  test.each(['DTSTART:garbage', 'DTSTART:20261302T090000Z', 'SUMMARY:x', 'DTSTART;VALUE=DATE:20260230'])(
    '%j is none',
    async (lines) => {
      const { events, troubles } = await read(calendar(event(lines)))
      expect(events).toEqual([])
      expect(troubles).toEqual([expect.stringContaining('does not say when it begins')])
    },
  )
})

test('who and what', async () => {
  const lines = [
    'DTSTART:20261102T090000Z',
    'SUMMARY:Kick-off\\, one\u001B[2J',
    'DESCRIPTION:a\\nb\\; c',
    'LOCATION:Room 5',
    'ORGANIZER;CN="Byron, Ada":MAILTO:Ada@ours.com',
    'ATTENDEE;CN=Jo Park;PARTSTAT=ACCEPTED:mailto:JO@acme.com',
    'ATTENDEE:invalid',
    'BEGIN:VALARM',
    'DESCRIPTION:no',
    'END:VALARM',
  ].join('\n')
  const { events } = await read(calendar('METHOD:CANCEL\r\n', event(lines)))
  expect(events).toEqual([
    {
      uid: 'u@x',
      start: '2026-11-02T10:00+01:00',
      subject: 'Kick-off, one[2J',
      text: 'a\nb; c',
      location: 'Room 5',
      isCancelled: true,
      organizer: { address: 'ada@ours.com', name: 'Byron, Ada' },
      guests: [{ address: 'jo@acme.com', name: 'Jo Park' }],
    },
  ])
})

describe('a series', () => {
  const weekly = 'DTSTART;TZID=Europe/Berlin:20261006T100000\nDTEND;TZID=Europe/Berlin:20261006T110000\nRRULE:FREQ=WEEKLY'

  test('is its instances around now, with what is excepted, changed and added', async () => {
    const more = 'EXDATE;TZID=Europe/Berlin:20261013T100000,20261020T100000\nRDATE:20261028T090000Z'
    const changed = event('RECURRENCE-ID;TZID=Europe/Berlin:20261103T100000\nDTSTART;TZID=Europe/Berlin:20261104T150000')
    const { events } = await read(calendar(event(`${weekly};COUNT=6\n${more}`), changed))
    expect(events.map(({ instance, start }) => [instance, start])).toEqual([
      ['20261006T080000Z', '2026-10-06T10:00+02:00'],
      ['20261027T090000Z', '2026-10-27T10:00+01:00'],
      ['20261028T090000Z', '2026-10-28T10:00+01:00'],
      ['20261110T090000Z', '2026-11-10T10:00+01:00'],
      ['20261103T090000Z', '2026-11-04T15:00+01:00'],
    ])
  })

  test('is 90 days back and 60 ahead, and 50 meetings at most', async () => {
    const { events } = await read(calendar(event(weekly.replace('20261006', '20200107').replace('20261006', '20200107'))))
    expect([events.at(0)!.start, events.at(-1)!.start]).toEqual(['2026-08-25T10:00+02:00', '2027-01-19T10:00+01:00'])
    const daily = await read(calendar(event('DTSTART:20200101T100000Z\nRRULE:FREQ=DAILY')))
    expect(daily.events).toHaveLength(50)
    expect(daily.troubles).toEqual([expect.stringContaining('only 50 of 151 instances')])
  })

  test.each([
    ['UNTIL=20261020T080000Z', 3],
    ['UNTIL=20261020T075959Z', 2],
    ['UNTIL=20261020', 3],
  ])('ends with %s', async (until, count) => {
    expect((await read(calendar(event(`${weekly};${until}`)))).events).toHaveLength(count)
  })

  test('of whole days excepts days', async () => {
    const { events } = await read(
      calendar(event('DTSTART;VALUE=DATE:20261120\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261121')),
    )
    expect(events.map(({ instance, start }) => [instance, start])).toEqual([
      ['20261120', '2026-11-20'],
      ['20261122', '2026-11-22'],
    ])
  })

  test('that is over, or comes every second, says so', async () => {
    const { events, troubles } = await read(
      calendar(
        event('DTSTART:20200101T100000Z\nRRULE:FREQ=SECONDLY'),
        event('DTSTART:20200101T100000Z\nRRULE:FREQ=DAILY;COUNT=2'),
      ),
    )
    expect(events).toEqual([])
    expect(troubles).toEqual([
      expect.stringContaining('it repeats every second'),
      expect.stringContaining('takes place on no day from 2026-08-23 to 2027-01-20'),
    ])
  })
})

test('whatever it is given, it answers, and within bounds', async () => {
  const lines = constantFrom(
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'DTSTART:20261102T090000Z',
    'DTSTART;TZID=:x',
    'RRULE:FREQ=DAILY;UNTIL=x',
    'RRULE:FREQ=YEARLY;BYDAY=99MO',
    'RDATE:x',
    'EXDATE;VALUE=PERIOD:1/2',
    'DURATION:P9999999999D',
    'UID:',
    'BEGIN:VTIMEZONE',
    'TZID:x',
    'BEGIN:STANDARD',
    'TZOFFSETTO:+9999',
    'DTEND:20261102T090000Z',
    'RECURRENCE-ID:20261102',
    ':',
  )
  await assert(
    asyncProperty(array(lines, { maxLength: 25 }), async (all) => {
      expect(await read(all.join('\n'))).toHaveProperty('events')
    }),
    { numRuns: 500 },
  )
  const many = await read(calendar(event('DTSTART:20261102T090000Z').repeat(30_000)))
  expect(many.events).toHaveLength(5_000)
  expect(many.troubles.length).toBeGreaterThan(0)
  const series = await read(calendar(event('DTSTART:20000101T090000Z\nRRULE:FREQ=DAILY;COUNT=90000').repeat(300)))
  expect(series.events.length).toBeLessThanOrEqual(5_000)
  expect(series.troubles).toContainEqual(expect.stringContaining('more series than are read at once'))
})

const samples = fileURLToPath(new URL('../../../../shared/samples/calendar_contacts', import.meta.url))

describe.skipIf(!existsSync(samples))('the samples (skipped where they are not)', () => {
  type Expected = { samples: Record<string, { event_count: number; events: { UID?: string[]; RRULE?: string[] }[] }> }
  const { samples: expected } = JSON.parse(
    existsSync(samples) ? readFileSync(`${samples}/expected.json`, 'utf8') : '{"samples":{}}',
  ) as Expected
  test.each(Object.entries(expected))('%s', async (file, { events }) => {
    const { events: found, troubles } = await read(readFileSync(`${samples}/${file}`, 'utf8'))
    const once = events.filter(({ RRULE }) => !RRULE)
    expect(found.map(({ uid }) => uid)).toEqual(once.map(({ UID }) => UID![0]))
    expect(troubles.filter((one) => !one.includes('takes place on no day'))).toEqual([])
  })
})

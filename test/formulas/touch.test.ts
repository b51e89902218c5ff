import { describe, expect, test } from 'vitest'
import { findTouches } from '../../src/formulas/touch.ts'
import type { Activity } from '../../src/records/kinds/activity.ts'

const now = new Date('2026-11-20T12:00:00Z')
const asked = { isOurs: (one: string) => one === 'ada' || one.endsWith('@us.example'), now, zone: 'Europe/Berlin' }
const activity = (over: Partial<Activity>) => ({
  path: `customers/a/activities/${over.date ?? ''}.md`,
  value: { type: 'call', date: '2026-11-10T10:00+01:00', subject: 'x', participants: ['jo'], ...over } as Activity,
})
const days = (...all: Partial<Activity>[]) => findTouches(all.map(activity), asked).map(({ day }) => day)

describe('what counts as a touch', () => {
  test.each<[string, Partial<Activity>, number]>([
    ['a call', {}, 1],
    ['a note is none', { type: 'note' }, 0],
    ['a planned one is none', { status: 'planned' }, 0],
    ['a cancelled one is none', { status: 'cancelled' }, 0],
    ['one that lies ahead is none', { date: '2026-11-20T13:30+01:00' }, 0],
    ['one of this very minute is', { date: '2026-11-20T13:00+01:00' }, 1],
    ['among ourselves is none', { participants: ['ada', 'ben@us.example'] }, 0],
    ['with an outsider among us', { participants: ['ada', 'x@them.example'] }, 1],
    ['with nobody named is none', { participants: [] }, 0],
    ['campaign mail is none', { type: 'email', source: 'campaign:autumn:jo' }, 0],
    ['nor by its tag', { type: 'email', tags: ['campaign'] }, 0],
  ])('%s', (_, over, count) => expect(days(over)).toHaveLength(count))
})

test('campaign mail counts once the same person answered', () => {
  const mail = { type: 'email', source: 'campaign:autumn', date: '2026-11-01T09:00+01:00' } as const
  const answer = { type: 'email', direction: 'inbound', date: '2026-11-03T09:00+01:00' } as const
  expect(days(mail, answer)).toEqual(['2026-11-01', '2026-11-03'])
  expect(days(mail, { ...answer, participants: ['eve'] })).toEqual(['2026-11-03'])
  expect(days({ ...mail, date: '2026-11-05T09:00+01:00' }, answer)).toEqual(['2026-11-03'])
})

test('they come oldest first, by the day of the zone, and say who answered', () => {
  const touches = findTouches(
    [
      activity({ date: '2026-11-09T23:30Z', direction: 'inbound', type: 'email', deal: 'd' }),
      activity({ date: '2026-11-01', type: 'meeting', participants: ['jo', 'ada'] }),
      activity({ date: '2026-11-05T08:00+01:00' }),
    ],
    asked,
  )
  expect(touches).toMatchObject([
    { day: '2026-11-01', answered: true, with: ['jo'] },
    { day: '2026-11-05', answered: false },
    { day: '2026-11-10', answered: true, deal: 'd' },
  ])
})

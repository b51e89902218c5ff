import { expect, test } from 'vitest'
import { mailDate } from '../../../src/records/mail/mail-date.ts'

test.each([
  ['Thu, 19 Nov 2026 10:12:00 -0500', '2026-11-19T10:12-05:00'],
  ['19 Nov 2026 10:12 +0000 (UTC)', '2026-11-19T10:12+00:00'],
  ['Thu, 19 Nov 26 10:12:00 GMT', '2026-11-19T10:12+00:00'],
  ['Thu, 1 Jan 98 01:02:03 EST', '1998-01-01T01:02-05:00'],
  ['Thu,  9 Nov 2026  9:12:00 -0000', '2026-11-09T09:12+00:00'],
  ['Thu, 19-Nov-2026 10:12:00 +0530', '2026-11-19T10:12+05:30'],
  ['19 November 2026 10:12:00 +9999', '2026-11-19T10:12+00:00'],
  ['Thu, 31 Feb 2026 10:12:00 +0000', undefined],
  ['Thu, 19 Foo 2026 10:12:00 +0000', undefined],
  ['Thu, 19 Nov 2026 25:12:00 +0000', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('%s is %s', (written, date) => {
  expect(mailDate(written)).toBe(date)
})

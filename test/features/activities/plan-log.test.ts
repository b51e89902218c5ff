import { expect, test } from 'vitest'
import { directionOf, planLog, subjectOf } from '../../../src/features/activities/plan-log.ts'

test.each([
  ['Budget ok, legal next. Send MSA Fri', 'Budget ok, legal next'],
  ['\n# Kick-off\n\nMore', 'Kick-off'],
  ['- [ ] Send it', 'Send it'],
  ['Subject: Re: pricing\n\nHi', 'Re: pricing'],
  ['Met Dr. Who today. Fine', 'Met Dr. Who today'],
  ['Version 1.5 is out', 'Version 1.5 is out'],
  ['---', ''],
  ['word '.repeat(30), `${'word '.repeat(11).trim()}…`],
])('the subject of %j', (text, subject) => {
  expect(subjectOf(text)).toBe(subject)
})

test.each([
  ['note', 'Anything', 'internal'],
  ['meeting', 'They called me', undefined],
  ['call', 'Jo called me about pricing', 'inbound'],
  ['call', 'Left a voicemail', 'outbound'],
  ['call', 'I called Jo', 'outbound'],
  ['call', 'Budget ok', undefined],
])('the direction of a %s: %s', (type, text, direction) => {
  expect(directionOf(type, text)).toBe(direction)
})

const logged = {
  type: 'call',
  date: '2026-11-21T11:05+01:00',
  text: 'Hi',
  planned: false,
  customer: 'acme',
  by: 'ada',
  participants: [],
}

test('a taken name gives way to another ending', () => {
  const endings = ['aaaa', 'aaaa', 'bbbb']
  const taken = 'customers/acme/activities/2026-11-21-1105-call-hi-aaaa.md'
  const { path } = planLog(logged, { ending: () => endings.shift()!, isTaken: (one) => one === taken })
  expect(path).toBe('customers/acme/activities/2026-11-21-1105-call-hi-bbbb.md')
})

test('what is not known is not written', () => {
  const { edit } = planLog(logged, { ending: () => 'aaaa', isTaken: () => false })
  expect(edit).toMatchObject({
    do: 'create',
    text: '---\ntype: call\ndate: 2026-11-21T11:05+01:00\nstatus: done\nsubject: Hi\nby: ada\n---\n\nHi\n',
  })
})

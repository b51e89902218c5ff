import { expect, test } from 'vitest'
import { activityFileName, readActivityName } from '../../src/records/file-name.ts'
import { freeSlug, isSlug, lettersOf, slugify, slugOf } from '../../src/records/slug.ts'

test.each([
  ['Acme', 'acme'],
  ['Acme, Inc.', 'acme-inc'],
  ['Müller & Söhne', 'mueller-soehne'],
  ['Mu\u0308ller', 'mueller'],
  ['Straße', 'strasse'],
  ['Øresund Ærø', 'oeresund-aeroe'],
  ['Łódź', 'lodz'],
  ['Đorđe', 'dorde'],
  ['Þór', 'thor'],
  ['Işık', 'isik'],
  ['İstanbul', 'istanbul'],
  ['Œuvre', 'oeuvre'],
  ['Škoda Auto a.s.', 'skoda-auto-a-s'],
  ['Crédit Agricole', 'credit-agricole'],
  ["L'Oréal", 'loreal'],
  ['O’Reilly', 'oreilly'],
  ['AT&T', 'at-t'],
  ['Яндекс', 'yandeks'],
  ['Όμιλος', 'omilos'],
  ['株式会社ABC', 'abc'],
  ['ﬁne Ⅳ', 'fine-iv'],
  ['株式会社', ''],
  ['!!!', ''],
])('%s becomes %s', (name, slug) => {
  expect(slugify(name)).toBe(slug)
})

test.each([
  ['a'.repeat(80), 'a'.repeat(60)],
  [`${'word '.repeat(11)}wordly`, `${'word-'.repeat(10)}word`],
  [`${'a'.repeat(30)} ${'b'.repeat(29)} c`, `${'a'.repeat(30)}-${'b'.repeat(29)}`],
  [`${'a'.repeat(30)} ${'b'.repeat(30)} c`, 'a'.repeat(30)],
])('long names are cut at a word: %s', (name, slug) => {
  expect(slugify(name)).toBe(slug)
})

test.each([
  ['Acme', 'acme.com', 'acme'],
  ['株式会社', 'www.toyota.co.jp', 'toyota'],
  ['Templates', 'acme.com', 'acme'],
  ['con', 'com1.net', /^c-[0-9a-f]{6}$/],
  ['株式会社', undefined, /^c-[0-9a-f]{6}$/],
  ['', undefined, 'c-b8e30d'],
])('the slug of %s at %s', (name, domain, slug) => {
  expect(slugOf(name, { domain, identity: 'x@y.z' })).toEqual(typeof slug === 'string' ? slug : expect.stringMatching(slug))
})

test.each([
  ['acme', ['globex'], 'acme'],
  ['acme', ['ACME'], 'acme-corp'],
  ['acme', ['acme', 'acme-corp'], `acme-${lettersOf('id', 4)}`],
  ['acme', ['acme', 'acme-corp', `acme-${lettersOf('id', 4)}`], `acme-${lettersOf('id', 8)}`],
  ['a'.repeat(60), ['a'.repeat(60), 'acme-corp'], `${'a'.repeat(55)}-${lettersOf('id', 4)}`],
])('%s when %s are taken', (wanted, taken, slug) => {
  const isTaken = (choice: string) => taken.some((one) => one.toLowerCase() === choice)
  expect(freeSlug(wanted, isTaken, { domain: 'acme-corp.com', identity: 'id' })).toBe(slug)
  expect(isSlug(slug)).toBe(true)
})

test.each(['templates', '_unassigned', 'nul', 'LPT1', 'a--b', '-a', 'A', 'a_b', '', 'a'.repeat(61)])('%s is no slug', (slug) => {
  expect(isSlug(slug)).toBe(false)
})

const call = { type: 'call', subject: 'Pricing & terms' }

test.each([
  [{ ...call, date: '2026-11-02 10:05' }, '2026-11-02-1005-call-pricing-terms-k3f9.md'],
  [{ ...call, date: '2026-11-02T10:05:00+05:00' }, '2026-11-02-1005-call-pricing-terms-k3f9.md'],
  [{ ...call, date: '2026-11-02' }, '2026-11-02-0000-call-pricing-terms-k3f9.md'],
  [{ ...call, date: '2026-11-02', subject: '価格' }, '2026-11-02-0000-call-k3f9.md'],
  [
    { ...call, date: '2026-11-02T01:05:00+05:00', source: 'gong:123' },
    `2026-11-01-2005-call-pricing-terms-${lettersOf('gong:123', 4)}.md`,
  ],
  [
    { ...call, date: '2026-11-02 10:05', source: 'gong:123' },
    `2026-11-02-1005-call-pricing-terms-${lettersOf('gong:123', 4)}.md`,
  ],
])('an activity %o is named', (activity, name) => {
  expect(activityFileName(activity, 'k3f9')).toBe(name)
})

test('a name never exceeds sixty characters, and a source makes the ending whoever imports it', () => {
  const long = { ...call, date: '2026-11-02', subject: 'a long subject that goes on and on and never seems to end' }
  expect(activityFileName(long, 'k3f9')).toBe('2026-11-02-0000-call-a-long-subject-that-goes-on-and-on-k3f9.md')
  const sourced = { ...call, date: '2026-11-02', source: 'gmail:1' }
  expect(activityFileName(sourced, 'aaaa')).toBe(activityFileName(sourced, 'bbbb'))
  expect(activityFileName(sourced, 'aaaa')).not.toBe(activityFileName({ ...sourced, source: 'gmail:2' }, 'aaaa'))
})

test.each([
  ['2026-11-02-1005-call-pricing-terms-k3f9.md', { date: '2026-11-02 10:05', type: 'call', subject: 'pricing terms' }],
  ['customers/a/activities/2026-11-02-0000-note-x-k3f9.md', { date: '2026-11-02', type: 'note', subject: 'x' }],
  ['2026-11-02-0000-call-k3f9', { date: '2026-11-02', type: 'call', subject: 'call' }],
  ['2026-11-02-2500-call-x-k3f9', undefined],
  ['2026-11-02-1005-lunch-x-k3f9', undefined],
  ['talk', undefined],
])('%s says', (name, said) => {
  expect(readActivityName(name)).toEqual(said)
})

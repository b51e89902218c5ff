import { assert, constantFrom, dictionary, jsonValue, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import type { TeamFields } from '../../../src/records/kinds/fields.ts'
import { readRecord } from '../../../src/records/schema/read-record.ts'

const deal = (yaml: string, team?: TeamFields) =>
  readRecord('deal', 'customers/acme/deals/renewal.md', `---\n${yaml}\n---\nNotes.\n`, team)
const said = (problems: { line: number; column: number; severity: string; message: string; expected?: string }[]) =>
  problems.map((p) => `${p.line}:${p.column} ${p.severity} ${p.message}${p.expected ? ` (${p.expected})` : ''}`)

test('a sound record has a value, a body and no problems', () => {
  const { value, body, slug, problems } = deal(
    'name: Renewal\namount: 24000\nclose_date: 2026-12-31\nmeddpicc:\n  champion: jo-park',
  )
  expect(problems).toEqual([])
  expect(value).toEqual({ name: 'Renewal', amount: 24000, close_date: '2026-12-31', meddpicc: { champion: 'jo-park' } })
  expect(body).toBe('Notes.\n')
  expect(slug).toBe('renewal')
})

test('null is absent, in depth too', () => {
  const { value, problems } = deal('name: Renewal\nowner:\namount: ~\ncontract: {start: null, notice_days: 30}')
  expect(problems).toEqual([])
  expect(value).toEqual({ name: 'Renewal', contract: { notice_days: 30 } })
})

test.each([
  ['amount: lots', '3:9 error amount: "lots" is not a number. (a number such as 24000)'],
  ['amount: 24,000', '3:9 error amount: "24,000" is not a number. (24000, without quotes or separators)'],
  ['amount: "24000"', '3:9 error amount: "24000" is not a number. (24000, without quotes or separators)'],
  ['amount: [1]', '3:9 error amount: a list is not a number. (a number such as 24000)'],
  ['amount: .nan', '3:9 error amount: NaN is not a number. (a number such as 24000)'],
  ['probability: 40', '3:14 error probability: 40 is not a number from 0 to 1. (a number from 0 to 1 such as 0.4)'],
  ['currency: eur', '3:11 error currency: "eur" is not a currency code. (a currency code such as EUR)'],
  ['close_date: 2026-02-30', '3:13 error close_date: "2026-02-30" is not a day. (a day such as 2026-11-02)'],
  ['close_date: 02.11.2026', '3:13 error close_date: "02.11.2026" is not a day. (a day such as 2026-11-02)'],
  [
    'forecast_category: comit',
    '3:20 error forecast_category: "comit" is not one of the choices. (one of commit, pipeline, best-case, closed, omitted)',
  ],
  ['contract:\n  end: soon', '4:8 error contract.end: "soon" is not a day. (a day such as 2026-11-02)'],
  ['meddpicc:\n  champion: {on: gestern}', '4:18 error meddpicc.champion.on: "gestern" is not a day. (a day such as 2026-11-02)'],
  ['lines:\n  - product: a\n    quantity: x', '5:15 error lines[0].quantity: "x" is not a number. (a number such as 24000)'],
  ['lines:\n  - quantity: 3', '4:5 error lines[0].product is missing. (a line "product:" with text)'],
  ['competitors: [a, null]', '3:18 error competitors[1] is empty. (text)'],
  ['contract: 5', '3:11 error contract: 5 is not a set of keys and values. (keys and values such as start and end)'],
])('%s is refused, named and left out', (yaml, sentence) => {
  const { value, problems } = deal(`name: Renewal\n${yaml}`)
  expect(said(problems)).toEqual([sentence])
  expect(JSON.stringify(value)).not.toMatch(/lots|24,000|"24000"|comit|soon|gestern|"x"|null/)
  expect(value?.name).toBe('Renewal')
})

test('the sound part of a half-broken field stays', () => {
  const { value } = deal(
    'name: Renewal\nlines:\n  - product: a\n    quantity: x\n  - quantity: 3\n  - product: b\n    quantity: 2',
  )
  expect(value?.lines).toEqual([{ product: 'a' }, { product: 'b', quantity: 2 }])
})

test.each([
  ['stage: 12', 'stage', '12', 'stage: 12 is not text; read as "12".'],
  ['stage: 0123', 'stage', '0123', 'stage: 123 is not text; read as "0123".'],
  ['external: {hubspot: 123}', 'external', { hubspot: '123' }, 'external.hubspot: 123 is not text; read as "123".'],
  ['meddpicc: {metrics: 30}', 'meddpicc', { metrics: '30' }, 'meddpicc.metrics: 30 is not text; read as "30".'],
  ['tags: a, b', 'tags', ['a', 'b'], 'tags: "a, b" is not a list; read as [a, b].'],
])('%s is understood, with a warning', (yaml, key, value, message) => {
  const read = deal(`name: Renewal\n${yaml}`)
  expect(read.value?.[key]).toEqual(value)
  expect(read.problems).toMatchObject([{ line: 3, message, severity: 'warning' }])
})

test.each([
  ['owmer: ada', ['owmer: did you mean owner?']],
  ['Owner: ada', ['Owner: did you mean owner?']],
  ['owmer: ada\nowner: bo', []],
  ['region: emea', []],
  ['contract: {notice_day: 3}', ['contract.notice_day: did you mean notice_days?']],
  ['lines: [{product: a, quantty: 3}]', ['lines[0].quantty: did you mean quantity?']],
])('unknown keys stay: %s', (yaml, messages) => {
  const { value, problems } = deal(`name: Renewal\n${yaml}`)
  expect(problems.map((p) => p.message)).toEqual(messages)
  expect(problems.every((p) => p.severity === 'warning')).toBe(true)
  expect(JSON.stringify(value)).toContain(/(\w+): ?[^{[]*$/.exec(yaml)![1])
})

const from = (kind: Parameters<typeof readRecord>[0], path: string, text: string) => readRecord(kind, path, text).value

test('a missing required field is told, and filled from the path', () => {
  const named = 'customers/acme/activities/2026-11-02-1430-call-price-talk-k3f9.md'
  expect(from('activity', named, '---\nby: ada\n---\n')).toEqual({
    type: 'call',
    date: '2026-11-02 14:30',
    subject: 'price talk',
    by: 'ada',
  })
  expect(from('customer', 'customers/acme/customer.md', '')).toEqual({ name: 'acme' })
  expect(from('contact', 'customers/acme/contacts/jo.md', '---\nname: [Jo]\n---\n')).toEqual({ name: 'jo' })
  expect(from('prospect', 'customers/prospects/0f/acme.com.yaml', 'name: Acme\n')).toEqual({ name: 'Acme', domain: 'acme.com' })
  expect(from('activity', 'customers/acme/activities/talk.md', '---\ntype: call\n---\n')).toBeUndefined()
  expect(said(readRecord('customer', 'customers/acme/customer.md', '').problems)).toEqual([
    '1:1 error name is missing. (a line "name:" with text)',
  ])
})

test.each([
  ['2026-11-02', true],
  ['2026-11-02 10:00', true],
  ['2026-11-02T10:00', true],
  ['2026-11-02T10:00:30Z', true],
  ['2026-11-02T10:00:30.125+01:00', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-11-02 25:00', false],
  ['2026-11-02 10', false],
  ['2. November 2026', false],
])('an activity dated %s: %s', (date, sound) => {
  const { problems } = readRecord(
    'activity',
    'customers/a/activities/x.md',
    `---\ntype: call\nsubject: s\ndate: "${date}"\n---\n`,
  )
  expect(problems.length === 0).toBe(sound)
})

test.each([
  ['0.5', []],
  ['negative', []],
  ['2', ['sentiment: 2 is not a number from -1 to 1.']],
  ['great', ['sentiment: "great" is not a number from -1 to 1 or one of positive, neutral, negative.']],
])('a sentiment of %s', (sentiment, messages) => {
  const text = `---\ntype: call\nsubject: s\ndate: 2026-11-02\nsentiment: ${sentiment}\n---\n`
  expect(readRecord('activity', 'customers/a/activities/x.md', text).problems.map((p) => p.message)).toEqual(messages)
})

test('broken YAML has no value, and says where', () => {
  const { value, problems } = deal('name: "Renewal\namount: 5')
  expect(value).toBeUndefined()
  expect(problems[0]).toMatchObject({ severity: 'error', path: 'customers/acme/deals/renewal.md' })
})

test('the sides of an unfinished merge are named, in front matter and in the body', () => {
  const sides = '<<<<<<< HEAD\namount: 1\n=======\namount: 2\n>>>>>>> bo/price'
  const head = deal(`name: Renewal\n${sides}`)
  expect(head.value).toBeUndefined()
  expect(head.problems).toMatchObject([
    { line: 3, severity: 'error', message: 'Both sides of a merge stand here: "HEAD" and "bo/price".' },
  ])

  const body = readRecord('deal', 'customers/acme/deals/x.md', `---\nname: X\n---\n${sides}\n`)
  expect(body.value).toEqual({ name: 'X' })
  expect(body.problems).toMatchObject([{ line: 4, severity: 'error' }])

  expect(readRecord('deal', 'customers/acme/deals/x.md', '---\nname: X\n---\nTitle\n=======\n').problems).toEqual([])
})

test.each([
  ['contact', 'customers/acme/contacts/jo.md', '../../globex/contacts/jo.md', 'customers/globex/contacts/jo.md'],
  ['contact', 'customers/acme/contacts/jo.md', '../globex/contacts/jo.md', 'customers/globex/contacts/jo.md'],
  ['customer', 'customers/acme/customer.md', '../globex/customer.md', 'customers/globex/customer.md'],
  ['deal', 'customers/acme/deals/a.md', './b.md', 'customers/acme/deals/b.md'],
] as const)('a %s stub at %s that says %s', (kind, path, redirect, to) => {
  const read = readRecord(kind, path, `---\nredirect: ${redirect}\n---\n`)
  expect(read).toMatchObject({ redirect: to, problems: [] })
  expect(read.value).toBeUndefined()
})

test.each(['a: &a [*a]', 'a: *b', '? [x]\n: 1', '__proto__: {name: 1}', '- a', '&a', '{{{', '\0', 'name: !!binary x'])(
  'reading %j never throws',
  (yaml) => {
    expect(() => deal(yaml)).not.toThrow()
  },
)

const asDeal = (text: string) => readRecord('deal', 'customers/acme/deals/x.md', text)

test('no text makes reading throw', () => {
  assert(property(string({ unit: 'binary' }), (text) => void [asDeal(text), asDeal(`---\n${text}\n---\n`)]))
})

test('whatever stands in the fields, there is a value, and each problem has its line and a whole sentence', () => {
  const field = constantFrom('name', 'amount', 'lines', 'people', 'meddpicc', 'contract', 'tags', 'external', 'stage')
  assert(
    property(dictionary(field, jsonValue()), (data) => {
      const { value, problems } = asDeal(`---\n${JSON.stringify(data)}\n---\n`)
      expect(value?.name).toBeTypeOf('string')
      expect(problems.filter(({ line, message }) => line !== 2 || !/[.?]$/.test(message))).toEqual([])
    }),
  )
})

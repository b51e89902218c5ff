import { expect, test } from 'vitest'
import { Failure } from '../../../src/failure.ts'
import { TeamFields } from '../../../src/records/kinds/fields.ts'
import type { KindName } from '../../../src/records/kinds.ts'
import { parseFieldValues } from '../../../src/records/schema/field-values.ts'

const team = TeamFields().parse({
  deal: {
    security_review: { type: 'choice', values: ['none', 'started', 'done'] },
    seats: { type: 'number' },
    areas: { type: 'list' },
  },
  values: { lost_reason: ['price', 'no decision'] },
})
const read = (kind: KindName, ...words: string[]) => parseFieldValues(kind, words, { team, country: 'DE' })

test.each([
  ['deal', 'amount=24000', { do: 'set', field: ['amount'], value: 24000 }],
  ['deal', 'amount=24,000', { do: 'set', field: ['amount'], value: 24000 }],
  ['deal', 'amount=1 234 567.50', { do: 'set', field: ['amount'], value: 1234567.5 }],
  ['deal', "amount=24'000", { do: 'set', field: ['amount'], value: 24000 }],
  ['deal', 'amount=-500', { do: 'set', field: ['amount'], value: -500 }],
  ['deal', 'probability=0.125', { do: 'set', field: ['probability'], value: 0.125 }],
  ['deal', 'name=123', { do: 'set', field: ['name'], value: '123' }],
  ['deal', 'name=a=b', { do: 'set', field: ['name'], value: 'a=b' }],
  ['deal', 'next_step=Send it, then call', { do: 'set', field: ['next_step'], value: 'Send it, then call' }],
  ['deal', 'currency=eur', { do: 'set', field: ['currency'], value: 'EUR' }],
  ['deal', 'type=Renewal', { do: 'set', field: ['type'], value: 'renewal' }],
  ['deal', 'close_date=2026-12-31', { do: 'set', field: ['close_date'], value: '2026-12-31' }],
  ['deal', 'owner=', { do: 'remove', field: ['owner'] }],
  ['deal', 'competitors=Initech, Hooli', { do: 'set', field: ['competitors'], value: ['Initech', 'Hooli'] }],
  ['deal', 'tags+=a', { do: 'add', field: ['tags'], value: 'a' }],
  ['deal', 'tags-=b', { do: 'remove', field: ['tags'], value: 'b' }],
  ['deal', 'meddpicc.champion=jo-park', { do: 'set', field: ['meddpicc', 'champion'], value: 'jo-park' }],
  ['deal', 'meddpicc.champion.on=2026-11-02', { do: 'set', field: ['meddpicc', 'champion', 'on'], value: '2026-11-02' }],
  ['deal', 'external.hubspot=123', { do: 'set', field: ['external', 'hubspot'], value: '123' }],
  ['deal', 'contract.auto_renew=yes', { do: 'set', field: ['contract', 'auto_renew'], value: true }],
  ['deal', 'lines.0.quantity=3', { do: 'set', field: ['lines', '0', 'quantity'], value: 3 }],
  ['deal', 'security_review=started', { do: 'set', field: ['security_review'], value: 'started' }],
  ['deal', 'seats=12', { do: 'set', field: ['seats'], value: 12 }],
  ['deal', 'lost_reason=Price', { do: 'set', field: ['lost_reason'], value: 'price' }],
  ['activity', 'sentiment=0.5', { do: 'set', field: ['sentiment'], value: 0.5 }],
  ['activity', 'sentiment=negative', { do: 'set', field: ['sentiment'], value: 'negative' }],
  ['activity', 'date=2026-11-02 10:00', { do: 'set', field: ['date'], value: '2026-11-02 10:00' }],
  ['contact', 'consent=true', { do: 'set', field: ['consent'], value: true }],
  ['contact', 'consent=opt-in', { do: 'set', field: ['consent'], value: 'opt-in' }],
  ['contact', 'phone=030 901820', { do: 'set', field: ['phone'], value: '+4930901820' }],
  ['contact', 'phone=+1 (415) 555-2671 ext. 12', { do: 'set', field: ['phone'], value: '+14155552671;ext=12' }],
  ['contact', 'emails+=jo@acme.com', { do: 'add', field: ['emails'], value: 'jo@acme.com' }],
] as const)('%s %s', async (kind, word, edit) => {
  expect(await read(kind, word)).toEqual([edit])
})

test('several words, and several items of one word, keep their order', async () => {
  const edits = await read('deal', 'tags+=a, b', 'owner=ada')
  expect(edits.map((edit) => [edit.do, edit.field[0], edit.value])).toEqual([
    ['add', 'tags', 'a'],
    ['add', 'tags', 'b'],
    ['set', 'owner', 'ada'],
  ])
})

test.each([
  ['deal', 'amount=lots', 'amount: "lots" is not a number.', 'a number such as 24000'],
  ['deal', 'amount=24k', 'amount: "24k" is not a number.', 'a number such as 24000'],
  ['deal', 'amount=2,40', 'amount: "2,40" is not a number.', 'a number such as 24000'],
  ['deal', 'amount=24.000', 'amount: "24.000" can be read in two ways.', '24000, or 24 if the point is a decimal one'],
  ['deal', 'probability=40', 'probability: "40" is not a number from 0 to 1.', 'a number from 0 to 1 such as 0.4'],
  ['deal', 'close_date=tomorrow', 'close_date: "tomorrow" is not a day.', 'a day such as 2026-11-02'],
  ['deal', 'close_date=2026-02-30', 'close_date: "2026-02-30" is not a day.', 'a day such as 2026-11-02'],
  ['deal', 'forecast_category=comit', 'is not one of the choices', 'one of commit, pipeline, best-case, closed, omitted'],
  ['deal', 'lost_reason=weather', 'is not one of the choices', 'one of price, no decision'],
  ['deal', 'contract.auto_renew=maybe', 'is not true or false', 'true or false'],
  ['deal', 'meddpicc=jo', 'meddpicc holds keys and values', 'meddpicc.<key>=<value>'],
  ['deal', 'people=jo', 'people is a list of keys and values.', 'write it in the file: dossier edit'],
  ['deal', 'people+=jo', 'people is a list of keys and values.', 'write it in the file: dossier edit'],
  ['deal', 'name=', 'name cannot be removed', 'name=text'],
  ['deal', 'owner+=ada', 'owner is not a list.', 'owner=ada'],
  ['deal', 'tags+=', 'tags+= names nothing.', 'tags+=value'],
  ['deal', 'owner', '"owner" does not say what to set.', 'key=value'],
  ['deal', 'owmer=ada', 'A deal has no field "owmer"; the nearest: owner.', 'owner=…, or dossier set with --new-key'],
  ['deal', 'zzz=1', 'A deal has no field "zzz".', 'dossier set with --new-key to keep "zzz"'],
  [
    'deal',
    'meddpicc.champoin=jo',
    'A deal has no field "meddpicc.champoin"; the nearest: meddpicc.champion.',
    'meddpicc.champion=…, or dossier set with --new-key',
  ],
  ['deal', 'name.first=x', 'A deal has no field "name.first".', '--new-key'],
  ['contact', 'phone=12', 'phone: "12" is not a phone number.', 'a phone number such as +49 151 12345678'],
  ['contact', 'email=jo', 'email: "jo" is not an e-mail address.', 'an e-mail address such as jo@acme.com'],
] as const)('%s %s is refused', async (kind, word, message, hint) => {
  const failure = (await read(kind, word).catch((error: unknown) => error)) as Failure
  expect(failure).toBeInstanceOf(Failure)
  expect(failure.exitCode).toBe(2)
  expect(failure.message).toContain(message)
  expect(failure.suggestions?.[0]).toContain(hint)
})

test('a key of one’s own is text, once it is asked for', async () => {
  expect(await parseFieldValues('deal', ['region=12', 'areas+=x', 'own.key='], { allowNewKey: true })).toEqual([
    { do: 'set', field: ['region'], value: '12' },
    { do: 'add', field: ['areas'], value: 'x' },
    { do: 'remove', field: ['own', 'key'] },
  ])
})

test('a national phone number without a country is refused', async () => {
  await expect(parseFieldValues('contact', ['phone=030 901820'])).rejects.toThrow('is not a phone number')
})

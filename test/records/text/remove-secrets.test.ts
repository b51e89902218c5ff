import { expect, test } from 'vitest'
import { findSecrets, removeSecrets } from '../../../src/records/text/remove-secrets.ts'

// Put together here, so that no scanner takes this file for a leak.
const of = (...parts: string[]) => parts.join('')
const long = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'

test.each<[what: string, text: string, left: string]>([
  ['an AWS key', `key ${of('AK', 'IAIOSFODNN7EXAMPLE')}, rotate it`, 'key [secret removed], rotate it'],
  ['a GitHub token', `use ${of('gh', 'p_', long)} for it`, 'use [secret removed] for it'],
  ['a model key', of('sk', '-ant-', long), '[secret removed]'],
  ['a chat token', of('xox', 'b-123456789012-', long), '[secret removed]'],
  ['a Google key', of('AI', 'za', long), '[secret removed]'],
  ['a JSON web token', of('ey', 'JhbGciOiJI.ey', 'JzdWIiOiIx.', long), '[secret removed]'],
  ['a password in an address', 'postgres://ada:s3cret@db.acme.test/x', 'postgres://ada:[secret removed]@db.acme.test/x'],
  ['a password that is said', 'The password is Winter2026! for now', 'The password is [secret removed] for now'],
  ['a German one', 'Passwort: hunter2x', 'Passwort: [secret removed]'],
  ['a key by its name', `api_key = "${long}"`, 'api_key = "[secret removed]"'],
  ['a bearer', `Authorization: Bearer ${long}`, 'Authorization: Bearer [secret removed]'],
  ['a web hook', `post to ${of('https://hooks.sl', 'ack.com/services/T00000000/B00000000/', long)}`, 'post to [secret removed]'],
  ['an app token', of('xa', 'pp-1-A012-', long), '[secret removed]'],
  ['a shop token', of('shp', 'at_0123456789abcdef0123456789abcdef'), '[secret removed]'],
  ['a key of a storage account', `AccountKey=${long}${long}==;x`, 'AccountKey=[secret removed];x'],
  ['a password with a sign of addresses', 'https://bob:s3cr@tPass@acme.test/x', 'https://bob:[secret removed]@acme.test/x'],
  ['a password of letters alone', 'password: correcthorse', 'password: [secret removed]'],
  ['a password of several words', 'password: "correct horse 9"', 'password: "[secret removed]"'],
  ['one that is set in bold', '**Password:** Tr0ub4dor', '**Password:** [secret removed]'],
  ['one on the next line', 'Password:\nTr0ub4dor!', 'Password:\n[secret removed]'],
  ['one in a table', '| Password | Tr0ub4dor |', '| Password | [secret removed] |'],
  ['a Dutch one', 'wachtwoord: Geheim123', 'wachtwoord: [secret removed]'],
  ['one that a sentence says in German', 'Das Passwort lautet Geheim123.', 'Das Passwort lautet [secret removed].'],
  ['one with commas', 'password: ab,cd1234', 'password: [secret removed]'],
  ['one in the name of a variable', 'DB_PASSWORD=Tr0ub4dor', 'DB_PASSWORD=[secret removed]'],
  ['a refresh token', 'refresh_token: abcDEF123456ghi', 'refresh_token: [secret removed]'],
  ['a login', 'login: ada / Winter2026', 'login: ada / [secret removed]'],
  ['a PIN', 'PIN: 482913', 'PIN: [secret removed]'],
])('%s', (_, text, left) => {
  const { text: bare, found } = removeSecrets(text)
  expect([bare, found.length]).toEqual([left, 1])
  // What was found is what is gone.
  expect(left.replace('[secret removed]', () => found[0]!.secret)).toBe(text)
})

test('a private key, with its lines kept', () => {
  const text = of('before\n-----BEGIN RSA PRIVATE', ' KEY-----\nMIIE\nabc\n-----END RSA PRIVATE', ' KEY-----\nafter')
  expect(removeSecrets(text)).toMatchObject({
    text: 'before\n[secret removed]\n\n\n\nafter',
    found: [{ what: 'private key', line: 2 }],
  })
})

test.each([
  'The key question is who decides.',
  'Password reset is a feature they asked for; the token price went up.',
  'https://acme.test:8080/path and ada@acme.test',
  'A secret: they will cancel.',
  'Basic support is enough for them',
  'UUID 123e4567-e89b-12d3-a456-426614174000, order 4500012345-AB, IBAN DE89370400440532013000',
  'Donaudampfschifffahrtsgesellschaftskapitän, commit 0123456789abcdef0123456789abcdef01234567',
  'compass: north-east, bypass: 3-way valve, test pass: 98.5% of 400',
  'Password: to be sent by SMS',
  'password: required',
  'Password:\n- at least 12 letters',
  'They asked about password rules (min. 12, 1 symbol).',
  'Encryption key: AES-256-GCM',
  'account key: strategic-2027',
  'API key rotation: 90 days',
  'Login: SSO / SAML2',
  'http://localhost:3000, mail ada@acme.test',
  'https://www.acme.example/sk-bratislava-office-opening-2026-news',
  'pypi-packages-we-use-in-production-2026',
])('%s: stays', (text) => expect(removeSecrets(text)).toEqual({ text, found: [] }))

test('what was removed has a kind and a line', () => {
  const text = `one\npostgres://ada:s3cret@db.acme.test/x, PIN: 482913\n\nPassword:\nTr0ub4dor!\n\n${of('AK', 'IAIOSFODNN7EXAMPLE')}\nThe password is Winter2026!\napi_key = "${long}"`
  expect(removeSecrets(text).found.map(({ what, line }) => [line, what])).toEqual([
    [2, 'password in an address'],
    [2, 'PIN'],
    [5, 'password after its name'],
    [7, 'AWS key'],
    [8, 'password that is said'],
    [9, 'key after its name'],
  ])
})

test('ten megabytes without a break take bounded time', () => {
  const text = 'password:'.repeat(300_000)
  expect(removeSecrets(text).text.length).toBeGreaterThan(0)
})

test.each<[text: string, ...found: [at: number, sure: boolean][]]>([
  ['nothing here'],
  [`a ${of('gh', 'p_', long)}`, [2, true]],
  ['Passwort: hunter2x', [10, false]],
  ['postgres://ada:s3cret@db.acme.test/x', [15, false]],
  ['postgres://ada:***@db.acme.test/x'],
  [`Passwort: hunter2x\n${of('gh', 'p_', long)} api_key = "${long}"`, [10, false], [19, true], [71, false]],
  [`token: ${of('gh', 'p_', long)}`, [7, true]],
])('%j: where the secrets stand', (text, ...found) => expect(findSecrets(text).map(({ at, sure }) => [at, sure])).toEqual(found))

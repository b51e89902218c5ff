import { expect, test } from 'vitest'
import { removeSecrets } from '../../../src/records/text/remove-secrets.ts'

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
])('%s', (_, text, left) => expect(removeSecrets(text)).toEqual({ text: left, count: 1 }))

test('a private key, with its lines kept', () => {
  const text = of('before\n-----BEGIN RSA PRIVATE', ' KEY-----\nMIIE\nabc\n-----END RSA PRIVATE', ' KEY-----\nafter')
  expect(removeSecrets(text)).toEqual({ text: 'before\n[secret removed]\n\n\n\nafter', count: 1 })
})

test.each([
  'The key question is who decides.',
  'Password reset is a feature they asked for; the token price went up.',
  'https://acme.test:8080/path and ada@acme.test',
  'A secret: they will cancel.',
  'Basic support is enough for them',
])('%s: stays', (text) => expect(removeSecrets(text)).toEqual({ text, count: 0 }))

test('ten megabytes without a break take bounded time', () => {
  const text = 'password:'.repeat(300_000)
  expect(removeSecrets(text).text.length).toBeGreaterThan(0)
})

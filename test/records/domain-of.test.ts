import { expect, test } from 'vitest'
import { domainOf, isFreeMail, isProfilePage } from '../../src/records/domain-of.ts'

test.each([
  ['https://www.Acme.com/x?y', 'acme.com'],
  ['acme.com', 'acme.com'],
  [' WWW.Acme.com ', 'acme.com'],
  ['NoMoratorium.com', 'nomoratorium.com'],
  ['http://acme.com:8080/', 'acme.com'],
  ['//acme.com', 'acme.com'],
  ['acme.com.', 'acme.com'],
  ['jo@Acme.com', 'acme.com'],
  ['mailto:jo@acme.com', 'acme.com'],
  ['https://jo:pw@acme.com/', 'acme.com'],
  ['https://medium.com/@acme', 'medium.com'],
  ['shop.acme.co.uk/a', 'shop.acme.co.uk'],
  ['https://müller.example', 'xn--mller-kva.example'],
  ['xn--mller-kva.example', 'xn--mller-kva.example'],
  ['例え.jp', 'xn--r8jz45g.jp'],
])('%s is the domain %s', (text, domain) => {
  expect(domainOf(text)).toBe(domain)
})

test.each([
  '',
  'n/a',
  'acme',
  'none',
  'http://',
  '10.0.0.1',
  'http://192.168.1.1/x',
  'Acme Inc. of Ohio',
  'a b.com',
  'v1.2',
  '-',
  '.com',
  'a..com',
])('%j names no domain', (text) => {
  expect(domainOf(text)).toBeUndefined()
})

test('a free mailer says nothing about a company', () => {
  expect([isFreeMail('gmail.com'), isFreeMail('acme.com')]).toEqual([true, false])
})

test('a page on a network is not the company’s own', () => {
  expect(isProfilePage('https://www.linkedin.com/company/acme')).toBe(true)
  expect(isProfilePage('https://de.linkedin.com/company/acme')).toBe(true)
  expect(isProfilePage('https://www.linkedin.com/')).toBe(false)
  expect(isProfilePage('https://acme.com/company/acme')).toBe(false)
})

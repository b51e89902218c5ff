import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { array, assert, asyncProperty, constantFrom, option, record, string, stringMatching } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Contact } from '../../../src/records/kinds/contact.ts'
import { readCards } from '../../../src/records/vcard/read-cards.ts'
import { writeCards } from '../../../src/records/vcard/write-cards.ts'

const card = (lines: string, version = '3.0') =>
  `BEGIN:VCARD\r\nVERSION:${version}\r\n${lines.replaceAll('\n', '\r\n')}\r\nEND:VCARD\r\n`
const only = async (lines: string, version?: string) => (await readCards(card(lines, version))).cards[0]

describe('a card', () => {
  test.each([
    ['FN:Jo Park', { name: 'Jo Park' }],
    ['FN:Jo\\, Park\\; PhD', { name: 'Jo, Park; PhD' }],
    ['N:Park;Jo;Q;Dr.;', { name: 'Dr. Jo Q Park' }],
    ['FN:Jo\nORG:Acme\\, Inc;Sales;East', { org: 'Acme, Inc' }],
    ['FN:Jo\nEMAIL:HOME@x.org\nEMAIL;TYPE=WORK:jo@acme.com', { emails: ['jo@acme.com', 'home@x.org'] }],
    ['FN:Jo\nEMAIL;TYPE=INTERNET:a@x.org\nEMAIL;TYPE=INTERNET,PREF:b@x.org', { emails: ['b@x.org', 'a@x.org'] }],
    ['FN:Jo\nitem1.EMAIL:jo@acme.com\nitem1.X-ABLabel:x', { emails: ['jo@acme.com'] }],
    ['FN:Jo\nEMAIL:no address\nEMAIL:two@acme.com', { emails: ['two@acme.com'] }],
    ['FN:Jo\nTEL;TYPE=FAX:1\nTEL;TYPE=CELL:+49 151 2', { phones: ['+49 151 2'] }],
    ['FN:Jo\nURL:https://www.linkedin.com/in/jo', { linkedin: 'https://www.linkedin.com/in/jo' }],
    ['FN:Jo\nCATEGORIES:a,b\\,c', { tags: ['a', 'b,c'] }],
    ['FN:Very lo\n ng na\n\tme', { name: 'Very long name' }],
    ['FN:Jo\u001B[2J\u202E\nTITLE:CFO', { name: 'Jo[2J', title: 'CFO' }],
    ['no line\nFN:Jo\n:::\nTITLE', { name: 'Jo' }],
    ['EMAIL:jo@acme.com', { name: 'jo@acme.com' }],
  ])('of %j tells %j', async (lines, told) => {
    expect(await only(lines)).toMatchObject(told)
  })

  test('of vCard 4 may give values as addresses', async () => {
    const told = await only(
      'FN:Jo\nTEL;VALUE=uri;TYPE="voice,cell";PREF=1:tel:+49-151-2;ext=7\nEMAIL;PREF=2:b@x.org\nEMAIL;PREF=1:a@x.org',
      '4.0',
    )
    expect(told).toMatchObject({ phones: ['+49-151-2 ext. 7'], emails: ['a@x.org', 'b@x.org'] })
  })

  test('of vCard 2.1 is spelt out', async () => {
    const lines =
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\nTEL;CELL;VOICE:1\nEMAIL;PREF;INTERNET:J@acme.com'
    expect(await only(lines, '2.1')).toMatchObject({ name: 'Jörg Müller', phones: ['1'], emails: ['j@acme.com'] })
  })
})

test('several cards, one of them broken, and none closed', async () => {
  const { cards, troubles } = await readCards(`${card('FN:A')}BEGIN:VCARD\nNOTE:x\nEND:VCARD\nBEGIN:VCARD\nFN:B`)
  expect(cards.map(({ name }) => name)).toEqual(['A', 'B'])
  expect(troubles).toEqual(['card 2 has neither a name nor an address'])
})

const words = string({ unit: 'grapheme', maxLength: 30 }).map((text) =>
  text
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .normalize('NFC')
    .trim(),
)
const name = words.filter((text) => text !== '' && !text.includes('@') && !/\[\d+\]/.test(text))
const address = stringMatching(/^[a-z0-9]{1,8}(?:[.+-][a-z0-9]{1,5})?@[a-z]{1,8}\.(?:com|example)$/)

test('what is written is read back as it is', async () => {
  const contact = record({
    name,
    email: address,
    emails: array(address, { maxLength: 3 }),
    phone: option(stringMatching(/^\+[1-9]\d{6,12}$/), { nil: undefined }),
    title: option(name, { nil: undefined }),
    linkedin: option(constantFrom('https://www.linkedin.com/in/jo,a;b'), { nil: undefined }),
    role: option(constantFrom('champion', 'blocker'), { nil: undefined }),
    tags: array(name, { maxLength: 3 }),
  })
  await assert(
    asyncProperty(array(contact, { maxLength: 4 }), name, async (people, org) => {
      const text = await writeCards(people.map((one, n) => ({ contact: one as Contact, org, uid: `urn:uuid:${n}` })))
      const { cards, troubles } = await readCards(text)
      expect(troubles).toEqual([])
      expect(cards).toEqual(
        people.map(({ name: full, email, emails, phone, title, linkedin, role, tags }, n) => ({
          name: full,
          emails: [...new Set([email, ...emails])],
          phones: phone ? [phone] : [],
          tags: [...new Set(tags)],
          org,
          uid: `urn:uuid:${n}`,
          ...(title && { title }),
          ...(linkedin && { linkedin }),
          ...(role && { role }),
        })),
      )
    }),
  )
})

test('an export is lines of at most 75 bytes that end in CRLF', async () => {
  const text = await writeCards([{ contact: { name: 'Jörg '.repeat(40).trim(), tags: ['a\r\nEND:VCARD'] }, uid: 'x' }])
  expect(text.endsWith('END:VCARD\r\n')).toBe(true)
  expect(text.match(/^END:VCARD/gm)).toHaveLength(1)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

test('whatever it is given, it answers, and within bounds', async () => {
  await assert(
    asyncProperty(
      array(
        constantFrom('BEGIN:VCARD', 'END:VCARD', 'FN:', 'N:;;', ';', ':', '"', ' x', 'EMAIL;=:a@b.c', 'TEL;TYPE=:', '\u0000'),
        { maxLength: 30 },
      ),
      async (lines) => {
        expect(await readCards(lines.join('\n'))).toHaveProperty('cards')
      },
    ),
  )
  const million = await readCards(`BEGIN:VCARD\nFN:Jo\n${'EMAIL:a@b.com\nX-A:1\n'.repeat(300_000)}`)
  expect(million).toMatchObject({
    cards: [{ name: 'Jo', emails: ['a@b.com'] }],
    troubles: [expect.stringContaining('more than is read')],
  })
  expect((await readCards('BEGIN:VCARD\n'.repeat(100_000))).cards).toEqual([])
  expect((await readCards(`BEGIN:VCARD\nFN:${'x'.repeat(5_000_000)}`)).cards).toEqual([])
})

const sample = fileURLToPath(
  new URL('../../../../shared/samples/calendar_contacts/test/parser/vcard_author.vcf', import.meta.url),
)

test.skipIf(!existsSync(sample))('the sample is read (skipped where the samples are not)', async () => {
  const { cards } = await readCards(readFileSync(sample, 'utf8'))
  expect(cards).toMatchObject([{ name: 'Simon Perreault', emails: ['simon.perreault@viagenie.ca'], org: 'Viagenie' }])
})

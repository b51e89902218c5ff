import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { array, assert, asyncProperty, constantFrom, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mail } from '../../../src/records/mail/mail.ts'
import { readMail } from '../../../src/records/mail/read-mail.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text.replaceAll('\n', '\r\n'), encoding)
const read = async (text: string, encoding?: BufferEncoding) => (await readMail(bytes(text, encoding))) as Mail
const head =
  'From: Jo Park <Jo@Acme.com>\nTo: Ada <ada@ours.com>\nMessage-ID: <m1@acme.com>\nDate: Mon, 2 Nov 2026 10:00:00 +0100\n'

test('a mail tells who, when, what', async () => {
  expect(
    await read(`${head}Cc: team: a@x.org, b@x.org;\nSubject: =?iso-8859-1?q?Preise_f=FCr?=\n =?utf-8?b?IDIwMjc=?=\n\nHello`),
  ).toEqual({
    id: 'm1@acme.com',
    from: { address: 'jo@acme.com', name: 'Jo Park' },
    to: [{ address: 'ada@ours.com', name: 'Ada' }],
    cc: [{ address: 'a@x.org' }, { address: 'b@x.org' }],
    date: '2026-11-02T10:00+01:00',
    subject: 'Preise für 2027',
    text: 'Hello\n',
    kind: 'mail',
    files: [],
    pictures: 0,
    failed: [],
  })
})

test.each([
  ['"Park, Jo" <jo@acme.com>', 'Jo Park'],
  ['Jo Park (Acme) <jo@acme.com>', 'Jo Park'],
  ["'Jo Park' <jo@acme.com>", 'Jo Park'],
  ['"jo@acme.com" <jo@acme.com>', undefined],
  ['jo@acme.com', undefined],
  ['=?utf-8?q?J=C3=B6_P=E2=80=AEark?= <jo@acme.com>', 'Jö Park'],
])('%s is called %s', async (from, name) => {
  expect((await read(`From: ${from}\nSubject: x\n\nx`)).from).toEqual({ address: 'jo@acme.com', ...(name && { name }) })
})

describe('the body', () => {
  const part = (type: string, text: string, more = '') => `--q\nContent-Type: ${type}\n${more}\n${text}\n`
  const mixed = (kind: string, ...parts: string[]) =>
    read(`${head}MIME-Version: 1.0\nContent-Type: multipart/${kind}; boundary=q\n\n${parts.join('')}--q--\n`, 'latin1')

  test.each([
    ['windows-1251', '\xcf\xf0\xe8', 'При'],
    ['iso-2022-jp', '\x1b$B4A\x1b(B', '漢'],
    ['utf-8', '\xc3\xa4\xff', 'ä\uFFFD'],
    ['unheard-of', 'abc', 'abc'],
  ])('is read in %s', async (charset, text, said) => {
    expect((await mixed('mixed', part(`text/plain; charset=${charset}`, text))).text.trim()).toBe(said)
  })

  test('is the plain one of two, and of HTML alone what one sees', async () => {
    const html = part('text/html', '<p>Hi</p>')
    expect((await mixed('alternative', part('text/plain', 'Plain'), html)).text.trim()).toBe('Plain')
    expect((await mixed('alternative', html)).text).toBe('Hi')
    expect((await mixed('alternative', part('text/plain', ' '), html)).text).toBe('Hi')
  })

  test('goes without what comes with it: files have their names, pictures of the layout are counted', async () => {
    const mail = await mixed(
      'mixed',
      part('text/plain', 'x'),
      part('application/pdf; name="a.pdf"', 'JVBERg==', 'Content-Transfer-Encoding: base64\n'),
      part(
        'application/octet-stream',
        'AA==',
        "Content-Disposition: attachment; filename*=utf-8''%2e%2e%2f%C3%A4.exe\nContent-Transfer-Encoding: base64\n",
      ),
      part('image/png', 'AAAA', 'Content-ID: <i>\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n'),
      part('application/pgp-signature', 'x'),
    )
    expect(mail.files.map(({ name, type, bytes: own }) => [name, type, own.length])).toEqual([
      ['a.pdf', 'application/pdf', 4],
      ['../ä.exe', 'application/octet-stream', 1],
    ])
    expect(mail.pictures).toBe(1)
  })

  test('that is encrypted is told', async () => {
    const mail = await mixed('encrypted', part('application/pgp-encrypted', 'Version: 1'), part('application/octet-stream', 'x'))
    expect(mail.sealed).toBe('it is encrypted')
  })
})

test('without a Message-ID a mail is told by what it says, whatever its line ends', async () => {
  const text = 'From: a@x.org\nSubject: s\n\nbody'
  const one = (await readMail(Buffer.from(text))) as Mail
  expect(one.id).toMatch(/^sha256-[0-9a-f]{32}$/)
  expect((await read(text)).id).toBe(one.id)
  expect((await read(`${text}!`)).id).not.toBe(one.id)
})

test('without a Date the newest Received tells it', async () => {
  expect(
    (
      await read(
        'Received: from a by b;\n Mon, 2 Nov 2026 09:00:00 GMT\nReceived: x; Sun, 1 Nov 2026 09:00:00 GMT\nFrom: a@x.org\n\nx',
      )
    ).date,
  ).toBe('2026-11-02T09:00+00:00')
})

test.each([
  ['Content-Type: multipart/report; report-type=delivery-status; boundary=q', 'bounce'],
  ['X-Failed-Recipients: jo@acme.com', 'bounce'],
  ['From: MAILER-DAEMON@x.org\nSubject: failure notice', 'bounce'],
  ['Return-Path: <>\nSubject: Undeliverable: offer', 'bounce'],
  ['Content-Type: multipart/report; report-type=feedback-report; boundary=q', 'complaint'],
  ['Auto-Submitted: auto-replied', 'auto-reply'],
  ['Subject: Automatische Antwort: Angebot', 'auto-reply'],
  ['Subject: Out of office until Monday', 'auto-reply'],
  ['List-Unsubscribe: <mailto:x@y.org>', 'newsletter'],
  ['Precedence: bulk', 'newsletter'],
  ['Auto-Submitted: no\nSubject: Re: delivery of 200 units', 'mail'],
  ['Subject: Office move', 'mail'],
])('%j is of kind %s', async (lines, kind) => {
  const from = lines.includes('From:') ? '' : 'From: jo@acme.com\n'
  expect((await read(`${from}${lines}\n\nx`)).kind).toBe(kind)
})

test('a bounce says who did not get it, and why', async () => {
  const report =
    '--q\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; Jo@acme.com\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such\n user\n\n--q--\n'
  const { failed } = await read(
    `From: MAILER-DAEMON@x.org\nContent-Type: multipart/report; report-type=delivery-status; boundary=q\n\n${report}`,
  )
  expect(failed).toEqual([{ address: 'jo@acme.com', status: '5.1.1', reason: '550 no such user' }])
})

describe('a hostile mail', () => {
  const nested = (depth: number) =>
    Array.from({ length: depth }, (_, n) => `--q${n}\nContent-Type: multipart/mixed; boundary=q${n + 1}\n\n`).join('')
  test.each([
    ['nested in itself', `From: a@x.org\nContent-Type: multipart/mixed; boundary=q0\n\n${nested(2_000)}`, /more than 50 deep/],
    ['with endless headers', `From: a@x.org\nX: ${'y'.repeat(2_000_000)}\n\nx`, /headers are larger/],
  ])('%s is refused in a sentence', async (_, text, why) => {
    expect(await readMail(bytes(text))).toEqual({ unreadable: expect.stringMatching(why) })
  })

  test.each([
    ['one endless line', `From: a@x.org\n\n${'x'.repeat(5_000_000)}`],
    ['a hundred thousand receivers', `From: a@x.org\nTo: ${'a@b.org,'.repeat(30_000)}\n\nx`],
    ['brackets without end', `From: ${'<"('.repeat(50_000)}\n\nx`],
    ['zeros', '\0'.repeat(100_000)],
  ])('of %s is read within bounds', async (_, text) => {
    const mail = await readMail(bytes(text))
    expect('to' in mail ? mail.to.length : 0).toBeLessThanOrEqual(500)
  })

  test('is never a crash', async () => {
    const lines = constantFrom(
      'From: <',
      'Content-Type: multipart/mixed; boundary="',
      'Content-Type: text/html; charset=utf-7',
      '--',
      '--q',
      '--q--',
      '',
      'Content-Transfer-Encoding: base64',
      '=?utf-8?b?',
      'Subject: =?x?q?=GG?=',
      'Date: 99 Foo 2026',
      '\u0000',
      'Content-Type: message/rfc822',
    )
    await assert(asyncProperty(array(lines, { maxLength: 20 }), async (all) => void (await readMail(bytes(all.join('\n'))))))
    await assert(asyncProperty(uint8Array({ maxLength: 2_000 }), async (any) => void (await readMail(any))))
  })
})

const samples = fileURLToPath(new URL('../../../../shared/samples/bounces', import.meta.url))

test.skipIf(!existsSync(samples))(
  'of the sample bounces nine in ten are told by their kind (skipped where they are not)',
  async () => {
    const { files } = JSON.parse(readFileSync(`${samples}/expected.json`, 'utf8')) as { files: Record<string, { kind: string }> }
    const kinds: Record<string, string> = {
      complaint: 'complaint',
      unsubscribe: 'complaint',
      report: 'complaint',
      autoreply: 'auto-reply',
    }
    const missed: string[] = []
    for (const [file, { kind }] of Object.entries(files)) {
      const mail = (await readMail(readFileSync(`${samples}/${file}`))) as Mail
      if (mail.kind !== (kinds[kind] ?? 'bounce')) missed.push(`${file}: ${kind}, told as ${mail.kind}`)
    }
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(Object.keys(files).length / 10)
  },
)

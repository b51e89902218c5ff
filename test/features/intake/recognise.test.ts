import { array, assert, asyncProperty, constantFrom, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recognise } from '../../../src/features/intake/recognise.ts'

const asked = { name: 'file', now: new Date('2026-11-21T10:00:00Z'), zone: 'UTC' }
const what = async (bytes: string | Uint8Array, name = 'file') =>
  (await recognise(Buffer.from(bytes as string), { ...asked, name })).is

describe('a file is told by what it says, whatever its name', () => {
  test.each([
    [
      'mail in a .txt',
      'From: Jo <jo@acme.com>\nTo: a@b.org\nSubject: x\nDate: Mon, 2 Nov 2026 10:00:00 +0000\n\nHi',
      'a.txt',
      'mail',
    ],
    ['mail behind its transport', 'Return-Path: <a@b.org>\nReceived: from x\n by y\nFrom: a@b.org\n\nHi', 'x', 'mail'],
    ['mail out of a mailbox file', 'From a@b.org Mon Nov  2 10:00:00 2026\nReceived: x\nFrom: a@b.org\n\nHi', 'x', 'mail'],
    ['cards', '\uFEFFBEGIN:VCARD\nFN:Jo\nEND:VCARD', 'a.txt', 'cards'],
    ['a calendar', '\r\nBEGIN:VCALENDAR\nEND:VCALENDAR', 'a.vcf', 'calendar'],
    ['a table', 'Name;Email;Phone\nJo;jo@acme.com;1\nAl;al@acme.com;2\n', 'leads', 'table'],
    ['a table of two columns by its name', 'Name,Email\nJo,jo@acme.com\n', 'leads.csv', 'table'],
    ['a note with commas', 'Met Jo, Al, and Kim.\nAll fine, they say, as ever.\nNext week, maybe, more.\n', 'a.txt', 'talk'],
    ['a note with headings', 'Date: 2026-11-02\nCustomer: Acme\n\nAll fine.', 'a.md', 'talk'],
    ['a transcript in JSON', '{"turns":[{"speaker":"Jo","text":"Hi"},{"speaker":"Ada","text":"Hello"}]}', 'a.json', 'talk'],
    ['other JSON', '{"a":[1,2]}', 'a.json', 'other'],
    ['broken JSON', '{"a":', 'a.json', 'other'],
    ['a web page', '<!DOCTYPE html><p>x', 'a.md', 'other'],
    ['nothing', '', 'a.eml', 'unreadable'],
    ['blanks', ' \n\t\n', 'a.txt', 'unreadable'],
  ])('%s', async (_, text, name, is) => {
    expect(await what(text, name)).toBe(is)
  })

  test.each([
    ['a PDF', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.from([0, 255, 1])]), 'other'],
    ['zeros', Buffer.alloc(1_000), 'unreadable'],
    ['UTF-16', Buffer.from('\uFEFFBEGIN:VCARD\nFN:Jö\nEND:VCARD', 'utf16le'), 'cards'],
    ['Windows text', Buffer.from('Größe: klar\nMüller: ja', 'latin1'), 'talk'],
  ])('%s', async (_, bytes, is) => {
    expect(await what(bytes)).toBe(is)
  })
})

test('an invitation and a card that came by mail are read with it', async () => {
  const part = (type: string, text: string) => `--q\nContent-Type: ${type}\n\n${text}\n`
  const content = await recognise(
    Buffer.from(
      `From: jo@acme.com\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q\n\n${part('text/plain', 'Hi')}${part('text/calendar; method=REQUEST', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1@x\nDTSTART:20261102T090000Z\nEND:VEVENT\nEND:VCALENDAR')}${part('text/vcard', 'BEGIN:VCARD\nFN:Jo\nEND:VCARD')}--q--`,
    ),
    asked,
  )
  expect(content).toMatchObject({ is: 'mail', events: [{ uid: '1@x' }], cards: [{ name: 'Jo' }], mail: { files: [] } })
})

test('a mail of countless parts is refused before it is read', async () => {
  const bomb = `From: a@b.org\nMessage-ID: <1@x>\nContent-Type: multipart/mixed; boundary=q\n\n${'--q\n\nz\n'.repeat(100_000)}`
  expect(await recognise(Buffer.from(bomb), asked)).toEqual({ is: 'unreadable', why: 'it has more than 5000 parts' })
})

test('no file is a crash', async () => {
  await assert(
    asyncProperty(uint8Array({ maxLength: 3_000 }), async (bytes) => void (await recognise(bytes, asked))),
    { numRuns: 300 },
  )
  const lines = constantFrom(
    'BEGIN:VCARD',
    'BEGIN:VCALENDAR',
    'WEBVTT',
    '00:00:01.000 --> 00:00:02.000',
    '<v Jo>Hi',
    'Jo Park: hello',
    '[00:12] Jo:',
    '---',
    'Date: 2026-11-02',
    '{',
    '[{"speaker":1,"text":"x"}',
    'a,b,c',
    '1;2;3',
    'From: a@b.org',
    'Subject: x',
    '',
    '# Title',
    '\u0000',
    '"',
  )
  await assert(
    asyncProperty(array(lines, { maxLength: 15 }), async (all) => void (await recognise(Buffer.from(all.join('\n')), asked))),
    { numRuns: 300 },
  )
})

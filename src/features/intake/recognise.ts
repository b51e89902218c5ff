import { readEvents } from '../../records/calendar/read-events.ts'
import { countCells } from '../../records/csv/count-cells.ts'
import { findSeparator } from '../../records/csv/find-separator.ts'
import { readMail } from '../../records/mail/read-mail.ts'
import { readCards } from '../../records/vcard/read-cards.ts'
import type { Content } from './intake.ts'
import { readJsonTalk, readTalk } from './read-talk.ts'

type Asked = { name: string; now: Date; zone: string }

const headers =
  /^(?:from|to|cc|bcc|subject|date|message-id|received|return-path|delivered-to|mime-version|content-type|reply-to|sender|dkim-signature|authentication-results|x-[\w-]+|arc-[\w-]+|envelope-to|delivery-date|references|in-reply-to|list-[\w-]+|thread-[\w-]+|precedence|auto-submitted|importance|organization|user-agent)\s*:/i
/** How much of a file is looked at to tell what it is. */
const beginning = 20_000
/** No mail has more parts than lines that begin them. */
const mostParts = 5_000

/** Tells what a file is by what it says, whatever its name, and reads it. Never throws. */
export async function recognise(bytes: Uint8Array, { name, now, zone }: Asked): Promise<Content> {
  if (bytes.every((byte) => byte === 0))
    return { is: 'unreadable', why: bytes.length === 0 ? 'it is empty' : 'it holds nothing but zeros' }
  const head = Buffer.from(bytes.subarray(0, beginning)).toString('latin1')
  if (isMail(head)) return mailOf(bytes, { name, now, zone })
  const text = decode(bytes)
  if (text === undefined) return { is: 'other', type: typeOf(head, name), bytes }
  const start = text.slice(0, 1_000).trimStart()
  if (/^BEGIN:VCARD/i.test(start)) return { is: 'cards', ...(await readCards(text)) }
  if (/^BEGIN:VCALENDAR/i.test(start)) return { is: 'calendar', ...(await readEvents(text, { now, zone })) }
  if (text.trim() === '') return { is: 'unreadable', why: 'it is empty' }
  if (/^[[{]/.test(start)) {
    const talk = readJsonTalk(text)
    return talk === undefined ? { is: 'other', type: 'JSON', bytes } : { is: 'talk', talk: readTalk(talk, name) }
  }
  if (/^(?:<!doctype html|<html|<\?xml|%PDF-|\{\\rtf)/i.test(start)) return { is: 'other', type: typeOf(head, name), bytes }
  if (isTable(text, name)) return { is: 'table' }
  return { is: 'talk', talk: readTalk(text, name) }
}

async function mailOf(bytes: Uint8Array, { now, zone }: Asked): Promise<Content> {
  if (countParts(bytes) > mostParts) return { is: 'unreadable', why: `it has more than ${mostParts} parts` }
  const mail = await readMail(bytes)
  if ('unreadable' in mail) return { is: 'unreadable', why: mail.unreadable }
  const isKind = (kind: RegExp, ending: RegExp) => mail.files.filter(({ type, name }) => kind.test(type) || ending.test(name))
  const invitations = isKind(/^(?:text\/calendar|application\/ics)$/, /\.ics$/i)
  const cards = isKind(/^text\/(?:x-)?vcard$/, /\.vcf$/i)
  const read = await Promise.all(invitations.map(({ bytes: own }) => readEvents(decode(own) ?? '', { now, zone })))
  const people = await Promise.all(cards.map(({ bytes: own }) => readCards(decode(own) ?? '')))
  const files = mail.files.filter((file) => !invitations.includes(file) && !cards.includes(file))
  const events = new Map(read.flatMap((one) => one.events).map((event) => [`${event.uid} ${event.instance ?? ''}`, event]))
  const troubles = [...read, ...people].flatMap((one) => one.troubles)
  return {
    is: 'mail',
    mail: { ...mail, files },
    events: [...events.values()],
    cards: people.flatMap((one) => one.cards),
    troubles,
  }
}

/** Whether a file begins with the headers of a mail: several known ones, and one that only mails have. */
function isMail(head: string): boolean {
  const [top = ''] = head
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .replace(/^From \S.*\r?\n/, '')
    .trimStart()
    .split(/\r?\n\r?\n/)
  const lines = top.split(/\r?\n/).filter((line) => !/^[ \t>]/.test(line))
  if (lines.length < 2 || !/^[\x21-\x39\x3B-\x7E]+\s*:/.test(lines[0]!)) return false
  const known = lines.filter((line) => headers.test(line))
  const names = new Set(known.map((line) => line.slice(0, line.indexOf(':')).trim().toLowerCase()))
  const isSure = ['message-id', 'received', 'return-path', 'mime-version', 'delivered-to', 'dkim-signature'].some((name) =>
    names.has(name),
  )
  const isWritten = names.has('from') && (names.has('date') || names.has('to')) && names.has('subject') && /@/.test(top)
  return known.length >= lines.length * 0.5 && (isSure || isWritten)
}

function countParts(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  for (let at = buffer.indexOf('\n--'); at >= 0 && count <= mostParts; at = buffer.indexOf('\n--', at + 3)) count++
  return count
}

/** The text of bytes, whatever its encoding; undefined where they are none. */
function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const steering = bytes.subarray(0, beginning).filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length
    return steering > 0 ? undefined : new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Whether a text is rows of cells: several, with as many cells each as there are headings. */
function isTable(text: string, name: string): boolean {
  const sample = text.slice(0, beginning)
  const isWhole = sample.length === text.length
  const rows = countCells(sample, findSeparator(sample, isWhole), 20)
  const [headings, ...more] = isWhole ? rows : rows.slice(0, -1)
  const width = headings?.cells ?? 1
  const fitting = more.filter(({ cells }) => cells === width).length
  if (/\.(?:csv|tsv)$/i.test(name)) return width > 1
  const isProse =
    /[.!?]\s*$/.test(sample.split('\n')[0] ?? '') || (sample.match(/, /g) ?? []).length * 2 > (sample.match(/,/g) ?? []).length
  return width > 2 && more.length > 1 && fitting === more.length && !isProse
}

function typeOf(head: string, name: string): string {
  if (head.startsWith('%PDF-')) return 'PDF'
  if (head.startsWith('PK\u0003\u0004')) return /\.(docx|xlsx|pptx)$/i.exec(name)?.[1]?.toLowerCase() ?? 'archive'
  if (/^(?:\u0089PNG|\u00FF\u00D8\u00FF|GIF8)/.test(head)) return 'picture'
  if (/^\s*(?:<!doctype html|<html)/i.test(head)) return 'web page'
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? 'unknown'
}

import type { Attachment, Email, Address as Parsed } from 'postal-mime'
import { foreignId } from '../foreign/foreign-id.ts'
import { hashOf } from '../hash.ts'
import { email } from '../kinds/field-types.ts'
import { tameLine } from '../text/tame-text.ts'
import { htmlText } from './html-text.ts'
import { judgeMail, readFailed } from './judge-mail.ts'
import type { Address, Mail, MailFile } from './mail.ts'
import { mailDate } from './mail-date.ts'

/** Bounds that no honest mail reaches: parts in parts, bytes of headers, addresses, files. */
const bounds = { depth: 50, headers: 512 * 1024, messages: 5, addresses: 500, files: 100 }

/** A picture of the layout, not a file: smaller ones than this that the mail itself shows. */
const pictureBytes = 200_000

/** Reads a mail (RFC 5322, MIME). Never throws: `unreadable` says why it cannot be read. */
export async function readMail(bytes: Uint8Array): Promise<Mail | { unreadable: string }> {
  const parsed = await parse(bytes)
  return 'unreadable' in parsed ? parsed : mailOf(parsed)
}

async function parse(bytes: Uint8Array): Promise<Email | { unreadable: string }> {
  const { default: PostalMime } = await import('postal-mime')
  try {
    return await PostalMime.parse(Uint8Array.from(bytes), {
      maxNestingDepth: bounds.depth,
      maxHeadersSize: bounds.headers,
      maxRfc822NestingDepth: bounds.messages,
    })
  } catch (error) {
    const { message } = error as Error
    if (/nesting/i.test(message)) return { unreadable: `its parts lie more than ${bounds.depth} deep in one another` }
    if (/header/i.test(message)) return { unreadable: `its headers are larger than ${bounds.headers / 1024} KB` }
    return { unreadable: 'it is no mail that can be read' }
  }
}

function mailOf(parsed: Email): Mail {
  const header = (name: string) => parsed.headers.find(({ key }) => key === name)?.value ?? ''
  const dates = [
    header('date'),
    ...parsed.headers.filter(({ key }) => key === 'received').map(({ value }) => value.replace(/^[\s\S]*;/, '')),
  ]
  const date = dates.map(mailDate).find(Boolean)
  const [from] = addressesIn(parsed.from ? [parsed.from] : parsed.sender ? [parsed.sender] : [])
  const subject = tameLine((parsed.subject ?? '').slice(0, 1_000))
    .slice(0, 300)
    .toWellFormed()
  const { files, pictures, status } = sortParts(parsed.attachments)
  const text = parsed.html !== undefined && isPoor(parsed.text) ? htmlText(parsed.html) : (parsed.text ?? '')
  const kind = judgeMail({
    header,
    subject,
    from: from?.address ?? '',
    parts: parsed.attachments.map(({ mimeType }) => mimeType.toLowerCase()),
  })
  const said = parsed.messageId?.trim().replace(/^<|>$/g, '')
  const id = said || `sha256-${hashOf('sha256', [from?.address, date, subject, text].join('\n')).slice(0, 32)}`
  const sealed = files.some(({ type }) => /^(?:application\/(?:x-)?pkcs7-mime|application\/pgp-encrypted)$/.test(type))
  return {
    id: foreignId(id),
    ...(from && { from }),
    to: addressesIn(parsed.to ?? []),
    cc: addressesIn(parsed.cc ?? []),
    ...(date && { date }),
    subject,
    text,
    kind,
    files,
    pictures,
    failed: kind === 'bounce' ? readFailed(status, header('x-failed-recipients')) : [],
    ...(sealed && { sealed: 'it is encrypted' }),
  }
}

/** Whether the plain text of a mail says nothing, or only that there is an HTML part. */
const isPoor = (text: string | undefined) => text === undefined || text.trim() === ''

function addressesIn(written: readonly Parsed[]): Address[] {
  const flat = written.flatMap((one) => ('group' in one && one.group ? one.group : [one]))
  const found = flat.slice(0, bounds.addresses).flatMap(({ address, name }): [string, Address][] => {
    const own = (address ?? '').trim().toLowerCase()
    const said = properName(tameLine((name ?? '').slice(0, 300)), own)
    return email.safeParse(own).success && own.length <= 254 ? [[own, { address: own, ...(said && { name: said }) }]] : []
  })
  return [...new Map(found.toReversed()).values()].toReversed()
}

/** A name as it is said: without quotes and notes in brackets, and `Park, Jo` as Jo Park; an address is none. */
function properName(written: string, address: string): string {
  const bare = written
    .replace(/^['"“”‘’\s]+|['"“”‘’\s]+$/g, '')
    .replace(/\s*[([](?:[^()[\]]*)[)\]]\s*$/, '')
    .trim()
  if (bare.includes('@') || bare.toLowerCase() === address) return ''
  const [, family, given] = /^([\p{L}'’ -]{2,40}), ([\p{L}'’. -]{2,40})$/u.exec(bare) ?? []
  return (family && given ? `${given} ${family}` : bare).slice(0, 100)
}

/** The files of a mail, apart from pictures that its text shows and from what a bounce says to programs. */
function sortParts(parts: readonly Attachment[]): { files: MailFile[]; pictures: number; status: string } {
  const files: MailFile[] = []
  let [pictures, status] = [0, '']
  for (const { filename, mimeType, disposition, related, contentId, content } of parts) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
    const type = mimeType.toLowerCase()
    if (type === 'message/delivery-status') status += `${Buffer.from(bytes).toString('utf8').slice(0, 50_000)}\n\n`
    const isShown = related || (disposition === 'inline' && contentId !== undefined)
    if (isShown && type.startsWith('image/') && bytes.length < pictureBytes) pictures++
    else if (
      bytes.length > 0 &&
      files.length < bounds.files &&
      !/^application\/(?:pgp-signature|(?:x-)?pkcs7-signature)$/.test(type)
    )
      files.push({ name: filename ?? '', type, bytes })
  }
  return { files, pictures, status }
}

import { domainOf, isProfilePage } from '../../../records/domain-of.ts'
import { readFlag } from '../values/read-flag.ts'
import { readAddress, readList } from '../values/read-list.ts'
import { readEmail, readId, readNamed } from '../values/read-named.ts'
import { countryOf } from '../values/read-phone.ts'
import { isRefusal } from '../values/refusal.ts'
import type { ReadCell } from './build-cell.ts'
import type { Notes } from './collect-notes.ts'
import type { Gathered } from './gathered.ts'

/** Puts what a cell says where it belongs in its row. */
export type Take = (text: string, at: Gathered) => void

type How = {
  part: string
  heading: string
  system: string
  read: ReadCell | undefined
  day: (text: string) => unknown
  notes: Notes
}

/** Prepares what is done with the cells of a column that fills a part. */
export function buildTake(how: How): Take {
  const { part, heading, system, read, day, notes } = how
  const keep: Take = (text, at) => void (at.imported[heading] = text)
  const put = (key: string, value: unknown, text: string, at: Gathered) => {
    if (!(key in at.parts)) at.parts[key] = value
    else if (at.parts[key] !== value) keep(text, at)
  }
  const stem = part.slice(0, part.indexOf('.'))

  if (read) return buildField(how, read, keep, put)
  if (part === 'imported') return keep
  if (part === 'body') return (text, at) => void (at.bodies.includes(text) || at.bodies.push(text))
  if (part === 'products') return (text, at) => put(part, readList(text), text, at)
  if (part === 'currency') return (text, at) => void (at.code ??= { text, heading })
  if (part === 'country' || part === 'location.country')
    return (text, at) => {
      at.parts['country'] ??= countryOf(text)
      if (part === 'country') keep(text, at)
      else put(part, text, text, at)
    }
  if (part === 'location.json')
    return (text, at) => {
      const address = readAddress(text)
      if (!address) return keep(text, at)
      for (const [key, value] of Object.entries(address)) at.parts[`location.${key}`] ??= value
      keep(text, at)
    }
  if (part === 'deleted')
    return (text, at) => {
      if (readFlag(text)) notes.add(at.line, heading, 'marks a row as deleted; it is read all the same')
    }
  if (part === 'email')
    return (text, at) => {
      const email = readEmail(text)
      if (email) at.emails.push(email)
      else refused(how, 'is no e-mail address', text, at)
    }
  if (part.startsWith('suppress.') || part.startsWith('consent.')) return buildConsent(how, keep, day)
  if (part.endsWith('.id') || part === 'id' || part === 'lead')
    return (text, at) => {
      const ids = system === 'hubspot' && part !== 'id' ? readList(text) : [text]
      if (ids.length > 1) keep(text, at)
      put(part, readId(ids[0] ?? text, system), text, at)
    }
  if (part.endsWith('.domain'))
    return (text, at) => {
      const domain = isProfilePage(text) ? undefined : domainOf(text)
      if (domain === undefined) return keep(text, at)
      put(part, domain, text, at)
      if (!saysOnly(text, domain)) keep(text, at)
    }
  if (part.endsWith('.email'))
    return (text, at) => {
      const email = readEmail(text)
      if (email) put(part, email, text, at)
      else keep(text, at)
    }
  if (part === 'company.name')
    return (text, at) => {
      const id = system === 'salesforce' ? readNamed(text, system).id : undefined
      const names = system === 'hubspot' ? readList(text) : [text]
      if (names.length > 1) keep(text, at)
      put(id ? 'company.id' : part, id ?? names[0] ?? text, text, at)
    }
  if (/^(?:owner|csm|above|contact)\.name$/.test(part))
    return (text, at) => {
      const found = readNamed(text, system)
      for (const [key, value] of Object.entries(found)) put(`${stem}.${key}`, value, text, at)
    }
  return (text, at) => put(part, text, text, at)
}

type Put = (key: string, value: unknown, text: string, at: Gathered) => void

function refused({ heading, notes }: How, reason: string, text: string, at: Gathered): void {
  at.imported[heading] = text
  if (reason) notes.add(at.line, heading, `${reason}; kept as it was written`, text)
}

function buildField(how: How, read: ReadCell, keep: Take, put: Put): Take {
  const { part } = how
  if (part === 'email')
    return (text, at) => {
      const items = /[;,\n]/.test(text) ? readList(text, /[;,\n]/) : [text]
      for (const item of items) {
        const email = read(item, at)
        if (isRefusal(email)) refused(how, email.refused, text, at)
        else if (!('email' in at.parts)) at.parts['email'] = email
        else if (email !== at.parts['email'] && !at.emails.includes(email as string)) at.emails.push(email as string)
      }
    }
  if (part === 'emails')
    return (text, at) => {
      const emails = read(text, at)
      if (isRefusal(emails)) refused(how, emails.refused, text, at)
      else for (const email of emails as string[]) if (!at.emails.includes(email)) at.emails.push(email)
    }
  if (part === 'phone' || part === 'domain' || part === 'linkedin')
    return (text, at) => {
      if (part !== 'domain' && part in at.parts) return at.parts[part] === text ? undefined : keep(text, at)
      const value = read(text, at)
      if (isRefusal(value)) return refused(how, value.refused, text, at)
      put(part, value, text, at)
      if (part === 'domain' && !saysOnly(text, value as string)) keep(text, at)
    }
  if (part.startsWith('tags') || part === 'aliases' || part === 'territories')
    return (text, at) => {
      const value = read(text, at)
      if (isRefusal(value)) return refused(how, value.refused, text, at)
      at.parts[part] = [...new Set([...((at.parts[part] as unknown[] | undefined) ?? []), ...(value as unknown[])])]
    }
  return (text, at) => {
    if (part in at.parts) return at.parts[part] === text ? undefined : keep(text, at)
    const value = read(text, at)
    if (isRefusal(value)) refused(how, value.refused, text, at)
    else at.parts[part] = value
  }
}

/** Whether an address says no more than its domain, so that nothing is lost when only that is kept. */
const saysOnly = (text: string, domain: string) =>
  text.length === domain.length ||
  text
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '') === domain

const stays = /^(?:opt(?:ed)?[ _-]?in|subscribed?|active|allow(?:ed)?|none|never|n\/?a|null)$/i

/** A column that tells that a person may not be written to or called. What it says in words of its own counts as a yes: better none than one too many. */
function buildConsent({ part, heading }: How, keep: Take, day: How['day']): Take {
  switch (part) {
    case 'suppress.opt-out':
    case 'suppress.bounce': {
      const key = part === 'suppress.bounce' ? 'bounce' : 'opt-out'
      return (text, at) => {
        const flag = readFlag(text)
        if (flag === false || stays.test(text)) return
        at.parts[key] ??= heading
        if (flag) return
        const on = /\d/.test(text) ? day(text) : undefined
        if (typeof on === 'string') at.parts[`${key}.on`] ??= on
        else keep(text, at)
      }
    }
    case 'suppress.opt-out.on':
    case 'suppress.bounce.on': {
      const key = part === 'suppress.bounce.on' ? 'bounce' : 'opt-out'
      return (text, at) => {
        const on = day(text)
        at.parts[key] ??= heading
        if (typeof on === 'string') at.parts[`${key}.on`] = on
        else keep(text, at)
      }
    }
    case 'suppress.bounce.reason':
      return (text, at) => {
        if (stays.test(text) || readFlag(text) === false) return
        at.parts['bounce'] ??= heading
        at.parts['bounce.reason'] ??= text
      }
    case 'suppress.words':
      return (text, at) => {
        keep(text, at)
        if (/unsub|opt(?:ed)?[ _-]?out|do[ _-]?not|complain|spam/i.test(text)) at.parts['opt-out'] ??= heading
        else if (/bounce|cleaned/i.test(text)) at.parts['bounce'] ??= heading
      }
    case 'consent.calls.not':
      return (text, at) => {
        const flag = readFlag(text)
        if (flag) at.parts['consent.calls'] = false
        else if (flag === undefined) keep(text, at)
      }
    default:
      return keep
  }
}

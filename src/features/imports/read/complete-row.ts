import type { RowKind } from '../../../records/kinds/import-map.ts'
import type { Draft, Named } from '../draft.ts'
import { currencyOf, fitsCode } from '../values/currencies.ts'
import type { Notes } from './collect-notes.ts'
import type { Gathered } from './gathered.ts'

type How = {
  kind: RowKind
  file: string
  /** The fields of the record, in their order. */
  fields: readonly string[]
  /** The currency of the workspace, and that of amounts that say none. */
  home: string
  otherwise: (part: string) => string | undefined
  notes: Notes
}

/** Makes a draft of what the cells of a row said; a reason when nothing in it can name a record. */
export function completeRow(at: Gathered, how: How): Draft | { reason: string } {
  const { kind, file, notes } = how
  if (Object.keys(at.money).length > 0 || at.code) settleMoney(at, how)
  const { parts } = at
  if (kind === 'person' && at.emails.length > 0)
    parts['emails'] = [...((parts['emails'] as string[] | undefined) ?? []), ...at.emails]
  else if (at.emails.length > 0) {
    const [first, ...rest] = 'email' in parts ? [undefined, ...at.emails] : at.emails
    if (first) parts['email'] = first
    const further = rest.filter((email) => email !== parts['email'])
    if (further.length > 0) parts['emails'] = further
  }
  if ('location.city' in parts || 'location.state' in parts || 'location.country' in parts) joinLocation(at)
  const company = namedIn(parts, 'company')
  const name = nameRow(at, kind, company)
  if (!name) return { reason: 'nothing in the row can name it: no name, id, e-mail address or domain' }
  parts['name'] = name
  const suppress = kind === 'contact' || kind === 'lead' ? readConsent(at) : []
  for (const text of at.cells) if (text.length > LONG) notes.add(at.line, undefined, 'holds a cell of more than 1 MB; it is kept')

  const fields: Record<string, unknown> = {}
  for (const field of how.fields) if (field in parts && parts[field] !== undefined) fields[field] = parts[field]
  const draft: Draft = { kind, file, line: at.line, fields, imported: at.imported }
  for (const key of ['id', 'lead'] as const) if (key in parts) draft[key] = parts[key] as string
  if (at.bodies.length > 0) draft.body = at.bodies.join('\n\n')
  if (company) draft.company = company
  for (const key of ['above', 'owner', 'csm', 'contact'] as const) {
    const named = namedIn(parts, key)
    if (named) draft[key] = named
  }
  if ('products' in parts) draft.products = parts['products'] as string[]
  if (suppress.length > 0) draft.suppress = suppress
  return draft
}

const LONG = 1_000_000

function namedIn(parts: Record<string, unknown>, stem: string): Named | undefined {
  let named: Named | undefined
  for (const key of ['id', 'name', 'domain', 'email'] as const) {
    const value = parts[`${stem}.${key}`]
    if (value !== undefined) (named ??= {})[key] = value as string
  }
  return named
}

function nameRow({ parts }: Gathered, kind: RowKind, company: Named | undefined): string | undefined {
  const said = (part: string) => parts[part] as string | undefined
  const whole =
    said('name') ?? ([said('name.first'), said('name.middle'), said('name.last')].filter(Boolean).join(' ') || undefined)
  if (whole) return whole
  const products = (parts['products'] as string[] | undefined)?.join(', ')
  switch (kind) {
    case 'customer':
      return said('domain') ?? said('id')
    case 'deal': {
      const customer = company?.name ?? company?.domain
      return products && customer ? `${products} for ${customer}` : (products ?? said('id') ?? customer)
    }
    case 'product':
      return said('code') ?? said('id')
    default:
      return (said('email') ?? (parts['emails'] as string[] | undefined)?.[0])?.split('@')[0] ?? said('id') ?? said('phone')
  }
}

function joinLocation({ parts }: Gathered): void {
  const pieces = ['location.city', 'location.state', 'location.country'].map((part) => parts[part] as string | undefined)
  const different = pieces.filter((piece, index) => piece && pieces.indexOf(piece) === index)
  parts['location'] ??= different.join(', ')
}

/** What keeps mail from the person, as consent and bounce of the record and as a list for suppression. */
function readConsent({ parts }: Gathered): NonNullable<Draft['suppress']> {
  const suppress: NonNullable<Draft['suppress']> = []
  const consent: Record<string, unknown> = {}
  const given = parts['consent.given']
  if (given !== undefined) consent['given'] = given
  for (const key of ['on', 'basis', 'calls']) if (parts[`consent.${key}`] !== undefined) consent[key] = parts[`consent.${key}`]
  if (parts['opt-out'] !== undefined) {
    const said = parts['opt-out'] as string
    const on = parts['opt-out.on'] as string | undefined
    suppress.push({ reason: 'opt-out', ...(on ? { on } : {}), said })
    Object.assign(consent, { given: false, ...(on ? { on } : {}), source: said })
  }
  if (Object.keys(consent).length > 0) parts['consent'] = consent
  if (parts['bounce'] !== undefined) {
    const on = parts['bounce.on'] as string | undefined
    const reason = parts['bounce.reason'] as string | undefined
    suppress.push({ reason: 'bounce', ...(on ? { on } : {}), said: parts['bounce'] as string })
    parts['bounced'] = { ...(on ? { on } : {}), ...(reason ? { reason } : {}) }
  }
  return suppress
}

/** Decides the currency of a row's amounts. An amount whose currency nobody knows is kept as it was written, never as a figure. */
function settleMoney(at: Gathered, { home, otherwise, notes }: How): void {
  const { code, parts, imported } = at
  const known = code && currencyOf(code.text, home)
  if (code && !known) {
    imported[code.heading] = code.text
    notes.add(at.line, code.heading, 'is a currency nobody knows; its amounts are kept as they were written', code.text)
  }
  for (const [part, { unit, heading, text }] of Object.entries(at.money)) {
    const drop = (reason: string, said: string) => {
      delete parts[part]
      imported[heading] = text
      if (reason) notes.add(at.line, heading, reason, said)
    }
    const own =
      unit === undefined ? (known ?? otherwise(part)) : known && fitsCode(unit, known, home) ? known : currencyOf(unit, home)
    if (code && !known) drop('', text)
    else if (unit !== undefined && !own) drop('is in a currency nobody knows; kept as it was written', text)
    else if (unit !== undefined && known && own !== known)
      drop(`is in another currency than ${code.heading} says; kept as it was written`, text)
    else if (part === 'amount' || part === 'price') {
      if (own) parts['currency'] = own
    } else if (own && own !== (parts['currency'] ?? home))
      drop(`is not in ${home}, the currency of the workspace; kept as it was written`, text)
  }
  if (known && !('currency' in parts)) parts['currency'] = known
}

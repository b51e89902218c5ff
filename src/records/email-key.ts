import { domainOf } from './domain-of.ts'

const gmail = new Set(['gmail.com', 'googlemail.com'])

/**
 * What two spellings of one mailbox have in common: letter case, the domain in ASCII, and what stands after a plus (nearly every
 * service delivers it to the same box); at Gmail the dots as well. For matching only; undefined for what is no address.
 */
export function emailKey(address: string): string | undefined {
  const [, local = '', host = ''] = /^\s*(?:mailto:)?([^@\s]+)@([^@\s]+)\s*$/i.exec(address) ?? []
  const domain = domainOf(host)
  if (!local || !domain) return undefined
  const box = local.toLowerCase().replace(/(?<=.)\+.*$/, '')
  if (!gmail.has(domain)) return `${box}@${domain}`
  return `${box.replaceAll('.', '')}@gmail.com`
}

const offices =
  /^(?:info|sales|support|help|contact|kontakt|office|hello|hallo|mail|admin|team|billing|accounts?|accounting|invoices?|rechnung(?:en)?|buchhaltung|einkauf|procurement|purchasing|hr|jobs|careers|marketing|press|service|webmaster|postmaster|noreply|no-reply|reception|sekretariat|empfang|ventas|compras|contabilidad|comptabilite|achats|bonjour)$/

/** Whether a mailbox is an office's rather than a person's, so that two people may share it. */
export const isOfficeMailbox = (key: string) => offices.test(key.replace(/@.*$/, ''))

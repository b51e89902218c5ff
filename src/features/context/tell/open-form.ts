import type { OpenTier } from '../read-tier.ts'
import type { Form } from './form.ts'
import { openJson } from './form-json.ts'
import { openMarkdown } from './form-md.ts'
import { openXml } from './form-xml.ts'

/** The forms a context can have. */
export const formats = ['md', 'xml', 'json'] as const

/** What a context is written as. */
export type Format = (typeof formats)[number]

/** Opens the form in which a context of a tier is told. */
export function openForm(format: Format, tier: OpenTier, { customer, asOf }: { customer: string; asOf: string }): Form {
  const head = { customer, asOf, tier: tier.slug }
  if (format === 'xml') return openXml(head)
  return format === 'json' ? openJson(head) : openMarkdown(tier, head)
}
